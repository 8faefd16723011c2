/** What a command's options name, found or refused with what there is instead. */
import type { Kysely } from 'kysely'
import type { Context } from '../actions/context.ts'
import { findOrganisations } from '../db/organisations.ts'
import type { DB } from '../db/schema.ts'
import { findNetwork } from '../db/services/import.ts'
import { Problem } from '../domain/problem.ts'
import type { Call } from './command.ts'

/** The program itself acts. */
export function contextOf({ database, config }: Call): Context {
  return { db: database.db, actor: null, now: () => new Date(), secret: config.secret, baseUrl: config.baseUrl }
}

export async function requireOrganisation(db: Kysely<DB>, named: string): Promise<{ id: string; name: string }> {
  const [found, another] = await findOrganisations(db, named)
  if (!found) throw new Problem('not_found', `There is no organisation "${named}".`, { field: 'organisation' })
  if (another) {
    const words = `There are several organisations called "${named}". Give the id of one, such as ${found.id}.`
    throw new Problem('invalid', words, { field: 'organisation' })
  }
  return found
}

/** By its short name. */
export async function requireNetwork(db: Kysely<DB>, slug: string): Promise<{ id: string; name: string }> {
  const network = await findNetwork(db, slug)
  if (!network)
    throw new Problem('not_found', `There is no network with the short name "${slug}".`, { field: 'network' })
  return network
}

/** Every value of an option that may be given several times or with commas. */
export function listOption(options: Call['options'], name: string): string[] {
  const given = options[name]
  const all = Array.isArray(given) ? given : [given]
  return all
    .flatMap(one => (typeof one === 'string' ? one.split(',') : []))
    .map(one => one.trim())
    .filter(Boolean)
}
