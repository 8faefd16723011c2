/** Which edition of its public pages a network has: another one wherever something that they show was written again. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'
import { isOpen, publicPlaces } from './public.ts'

/** `open`: its directory may be looked at. */
export type Edition = { networkId: string; open: boolean; edition: string }

/** Null where there is no such network (any more). Looks through what is public only where anything at all was written since. */
export async function readEdition(db: Kysely<DB>, slug: string): Promise<Edition | null> {
  const known = kept.get(db)?.get(slug)
  if (known && known.snapshot === (await readSnapshot(db))) return known.edition
  const found = await lookThrough(db, slug)
  if (found) keep(db, slug, found)
  return found?.edition ?? null
}

/** `snapshot`: which transactions had ended. While that is the same, so is everything that can be read. */
type Known = { snapshot: string; edition: Edition }

/** By database: one program may have several, whose snapshots say nothing of each other. */
const kept = new WeakMap<Kysely<DB>, Map<string, Known>>()
const mostKept = 50

function keep(db: Kysely<DB>, slug: string, found: Known): void {
  const known = kept.get(db) ?? new Map<string, Known>()
  if (known.size >= mostKept) known.clear()
  kept.set(db, known.set(slug, found))
}

async function readSnapshot(db: Kysely<DB>): Promise<string | undefined> {
  const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(db)
  return rows[0]?.snapshot
}

/** One statement, so that the snapshot is that of all it read. Rows are told apart by their hashes: as text they cost twice as much. */
async function lookThrough(db: Kysely<DB>, slug: string): Promise<Known | null> {
  const { rows } = await sql<Edition & { snapshot: string }>`
    with home as materialized (
      select n.id, n.xmin, ${isOpen} as open from network n where n.slug = ${slug} and n.archived_at is null),
    place as materialized (${publicPlaces} and n.id = (select id from home)),
    offered as materialized (
      select c.service_id, bit_xor(hash_record_extended(row(c.category_id, c.xmin), 0)) as version from service_category c
      where c.network_id = (select id from home) group by 1)
    select pg_current_snapshot()::text as snapshot, h.id as network_id, h.open, concat_ws(' ', h.xmin,
      (select bit_xor(hash_record_extended(row(s.id, s.xmin, o.xmin, l.xmin, f.version, p.restrictions), 0))
        from place p join service s on s.id = p.service_id join organisation o on o.id = p.organisation_id
        left join location l on l.id = s.location_id left join offered f on f.service_id = s.id),
      ${versionsOf('category')}, ${versionsOf('demographic')}, ${versionsOf('term')}, ${versionsOf('network_area')}) as edition
    from home h`.execute(db)
  const [row] = rows
  if (!row) return null
  const { snapshot, ...edition } = row
  return { snapshot, edition }
}

/** All rows of the network in such a table. */
function versionsOf(table: 'category' | 'demographic' | 'term' | 'network_area') {
  return sql`(select concat(count(*), ' ', sum(t.xmin::text::bigint)) from ${sql.table(table)} t where t.network_id = h.id)`
}
