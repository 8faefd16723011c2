/** Which networks somebody may look into: as a member, a coordinator or a commissioner. */
import type { Kysely } from 'kysely'
import type { DB } from '../db/schema.ts'
import type { Actor } from '../domain/policy.ts'
import { absent } from './problems.ts'

export async function networksOf(db: Kysely<DB>, actor: Actor): Promise<string[]> {
  if (actor.administrator) return allNetworks(db)
  return [...new Set([...actor.networks.map(({ id }) => id), ...actor.coordinates, ...actor.commissions])]
}

/** That one alone, or all of them; a foreign one does not exist. */
export async function networksFor(db: Kysely<DB>, actor: Actor, wanted: string | undefined): Promise<string[]> {
  const known = await networksOf(db, actor)
  if (!wanted) return known
  if (!known.includes(wanted)) throw absent()
  return [wanted]
}

async function allNetworks(db: Kysely<DB>): Promise<string[]> {
  const rows = await db.selectFrom('network').select('id').where('archivedAt', 'is', null).execute()
  return rows.map(({ id }) => id)
}

type Described = { id: string; networks: readonly { id: string }[] }

/** The network whose words an organisation and its services are described in: the one named, or the first. */
export function describedIn(actor: Actor, { id, networks }: Described, wanted: string | undefined): string {
  const isOwn = actor.role === 'primary' && actor.organisationId === id
  const open = networks.map(one => one.id).filter(one => isOwn || actor.coordinates.includes(one))
  const chosen = wanted ? open.find(one => one === wanted) : open[0]
  if (!chosen) throw absent()
  return chosen
}
