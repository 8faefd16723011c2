/** Which edition of its public pages a network has: another one wherever something that they show was written again. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'
import { isOpen, publicPlaces } from './public.ts'

/** `open`: its directory may be looked at. */
export type Edition = { networkId: string; open: boolean; edition: string }

/** One statement, so that answering “nothing changed” costs no more. Null where there is no such network (any more). */
export async function readEdition(db: Kysely<DB>, slug: string): Promise<Edition | null> {
  const { rows } = await sql<Edition>`
    with home as materialized (
      select n.id, n.xmin, ${isOpen} as open from network n where n.slug = ${slug} and n.archived_at is null),
    place as materialized (${publicPlaces} and n.id = (select id from home)),
    offered as materialized (
      select c.service_id, sum(c.xmin::text::bigint) as version from service_category c
      where c.network_id = (select id from home) group by 1)
    select h.id as network_id, h.open, concat_ws(' ', h.xmin,
      (select sum(hashtextextended(concat_ws(' ', s.id, s.xmin, o.xmin, l.xmin, f.version, p.restrictions), 0))
        from place p join service s on s.id = p.service_id join organisation o on o.id = p.organisation_id
        left join location l on l.id = s.location_id left join offered f on f.service_id = s.id),
      ${versionsOf('category')}, ${versionsOf('demographic')}, ${versionsOf('term')}, ${versionsOf('network_area')}) as edition
    from home h`.execute(db)
  return rows[0] ?? null
}

/** All rows of the network in such a table. */
function versionsOf(table: 'category' | 'demographic' | 'term' | 'network_area') {
  return sql`(select concat(count(*), ' ', sum(t.xmin::text::bigint)) from ${sql.table(table)} t where t.network_id = h.id)`
}
