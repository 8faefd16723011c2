/** What stands around every page: the networks of the one who acts, their help, and what waits. One query. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../domain/policy.ts'
import { kept } from './plans.ts'
import type { DB } from './schema.ts'

export type NetworkAround = {
  id: string
  name: string
  colour: string
  helpName: string
  helpEmail: string
  helpPhone: string
  technicalHelp: string
  logo?: { id: string; alt: string } | null
}
export type Surroundings = {
  /** Of the organisation, and those coordinated or commissioned. */
  networks: NetworkAround[]
  /** Those that the user may act for. */
  organisations: { id: string; name: string }[]
  /** Referrals that wait for an answer of the organisation; at most 100. */
  waiting: number
}

export async function readSurroundings(db: Kysely<DB>, actor: Actor): Promise<Surroundings> {
  const networks = [...actor.networks.map(({ id }) => id), ...actor.coordinates, ...actor.commissions]
  const { rows } = await sql<Surroundings>`${kept}
    select * from surroundings_of(${actor.userId}, ${actor.organisationId}, ${networks}::uuid[])`.execute(db)
  return rows[0] ?? { networks: [], organisations: [], waiting: 0 }
}
