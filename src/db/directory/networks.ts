/** The networks whose directory somebody may look into: as a member, a coordinator, a commissioner; an administrator into all. */
import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'

export async function listNetworkIds(db: Kysely<DB>, actor: Actor): Promise<string[]> {
  if (!actor.administrator)
    return [...new Set([...actor.networks.map(({ id }) => id), ...actor.coordinates, ...actor.commissions])]
  const rows = await db.selectFrom('network').select('id').where('archivedAt', 'is', null).orderBy('name').execute()
  return rows.map(({ id }) => id)
}
