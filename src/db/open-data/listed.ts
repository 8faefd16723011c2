/** All that is public, in the order of its lists, kept in the process: worked out again only when something touched it. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DB } from '../schema.ts'
import { matching } from './matching.ts'
import { publicPlaces } from './public.ts'

type Kind = 'services' | 'located' | 'organisations'
type Kept = { edition: string; ids: readonly string[] }

/** Never older than the last change that was committed. */
export async function listAll(db: Kysely<DB>, kind: Kind): Promise<readonly string[]> {
  const known = kept.get(kind)
  if (known && known.edition === (await readEdition(db))) return known.ids
  const { rows } = await sql<Kept>`
    select ${edition} as edition, array(select id from (${members[kind]}) x order by name, id) as ids`.execute(db)
  const [found = { edition: '', ids: [] }] = rows
  kept.set(kind, found)
  return found.ids
}

const kept = new Map<Kind, Kept>()
const edition = sql`(select md5(string_agg(id::text, ' ' order by id)) from listing_touch)`
const members: Record<Kind, RawBuilder<unknown>> = {
  services: matching({}),
  located: matching({ located: true }),
  organisations: sql`select o.id, o.name from organisation o where o.id in (select organisation_id from (${publicPlaces}) p)`,
}

async function readEdition(db: Kysely<DB>): Promise<string | undefined> {
  const { rows } = await sql<{ edition: string }>`select ${edition} as edition`.execute(db)
  return rows[0]?.edition
}

const most = 200

/** Many small touches become a new one, so that asking stays cheap. */
export async function gatherTouches(trx: Kysely<DB>): Promise<void> {
  await sql`
    with old as (delete from listing_touch where (select count(*) from listing_touch) > ${most} returning id)
    insert into listing_touch select gen_random_uuid() where exists (select from old)`.execute(trx)
}
