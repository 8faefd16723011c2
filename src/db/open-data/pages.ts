/** Every public page there is, with when it last changed: for search engines. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'
import { lastModified } from './matching.ts'
import { isOpen, publicPlaces } from './public.ts'

/** `services` and `organisations`: ids and when they changed; none where the network's directory is not open. */
export type NetworkPages = {
  slug: string
  open: boolean
  changedAt: string | null
  services: PageOf[]
  organisations: PageOf[]
}
type PageOf = { id: string; at: string }

export async function listPublicPages(db: Kysely<DB>): Promise<NetworkPages[]> {
  const { rows } = await sql<NetworkPages>`
    with place as materialized (
      select p.network_id, s.id, s.organisation_id, ${lastModified} as at
      from (${publicPlaces}) p join service s on s.id = p.service_id join organisation o on o.id = s.organisation_id)
    select n.slug, ${isOpen} as open, (select ${day(sql`max(p.at)`)} from place p where p.network_id = n.id) as changed_at,
      (select coalesce(json_agg(json_build_object('id', p.id, 'at', ${day(sql`p.at`)}) order by p.id), '[]')
        from place p where p.network_id = n.id) as services,
      (select coalesce(json_agg(json_build_object('id', m.id, 'at', ${day(sql`m.at`)}) order by m.id), '[]')
        from (select organisation_id as id, max(at) as at from place p where p.network_id = n.id group by 1) m) as organisations
    from network n where n.archived_at is null order by n.slug`.execute(db)
  return rows
}

function day(at: ReturnType<typeof sql>) {
  return sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD')`
}
