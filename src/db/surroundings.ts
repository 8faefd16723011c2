/** What stands around every page: the networks of the one who acts, their help, and what waits. One query. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../domain/policy.ts'
import type { DB } from './schema.ts'

export type NetworkAround = {
  id: string
  name: string
  colour: string
  helpName: string
  helpEmail: string
  helpPhone: string
  technicalHelp: string
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
  const { rows } = await sql<Surroundings>`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'colour', colour, 'helpName', help_name,
        'helpEmail', help_email, 'helpPhone', help_phone, 'technicalHelp', technical_help) order by name), '[]')
      from network where id = any(${networks}::uuid[])) as networks,
    (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name), '[]')
      from membership m join organisation o on o.id = m.organisation_id and o.archived_at is null
      where m.user_id = ${actor.userId} and m.ended_at is null) as organisations,
    (select count(*) from (select from referral_party where organisation_id = ${actor.organisationId}
      and waiting_since is not null limit 100) w) as waiting`.execute(db)
  return rows[0] ?? { networks: [], organisations: [], waiting: 0 }
}
