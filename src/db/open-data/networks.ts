/** The networks whose public directory is open, with what each holds. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'
import { isOpen, publicPlaces } from './public.ts'

export type OpenNetwork = { slug: string; name: string; description: string; services: number; areas: string[] }

export async function listOpenNetworks(db: Kysely<DB>): Promise<OpenNetwork[]> {
  const { rows } = await sql<OpenNetwork>`
    with place as materialized (${publicPlaces})
    select n.slug, n.name, n.description, (select count(*)::int from place p where p.network_id = n.id) as services,
      array(select a.name from network_area i join area a on a.code = i.area_code where i.network_id = n.id order by a.name) as areas
    from network n where n.archived_at is null and ${isOpen} order by lower(n.name), n.id`.execute(db)
  return rows
}

export async function hasOpenNetwork(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql`select from network n where n.archived_at is null and ${isOpen} limit 1`.execute(db)
  return rows.length > 0
}
