/** What an import from another directory finds and makes: ids as the feed has them where nobody else has them here. */
import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../schema.ts'

export type FeedOrganisation = {
  id: string
  name: string
  description: string
  email: string | null
  website: string | null
}

/**
 * The one that this feed made before; else the network's own of that name, which stays as it is; else a new member.
 * Two that the feed itself tells apart by their ids are two, whatever they are called.
 */
export async function keepFeedOrganisation(
  trx: Transaction<DB>,
  { networkId, source }: { networkId: string; source: string },
  { id, name, ...about }: FeedOrganisation,
  key: string,
): Promise<string> {
  const sourceKey = `${source}:${key}`
  const { rows } = await sql<{ id: string; own: boolean }>`
    select o.id, o.source_key is not distinct from ${sourceKey} as own
    from organisation o left join organisation_in_network m on m.organisation_id = o.id and m.network_id = ${networkId}
    where o.source_key = ${sourceKey} or (m.organisation_id is not null and lower(o.name) = lower(${name})
      and (${id} = '' or o.source_key is null or not starts_with(o.source_key, ${`${source}:`})))
    order by (o.source_key = ${sourceKey}) desc nulls last limit 1`.execute(trx)
  const [old] = rows
  if (old?.own)
    await trx
      .updateTable('organisation')
      .set({ name, ...about })
      .where('id', '=', old.id)
      .execute()
  const kept = old?.id ?? (await freeId(trx, 'organisation', id))
  if (!old)
    await trx
      .insertInto('organisation')
      .values({ id: kept, name, ...about, sourceKey })
      .execute()
  await sql`
    insert into organisation_in_network (network_id, organisation_id, agreement_id)
    select ${networkId}, ${kept}, (select id from agreement where network_id = ${networkId} and in_force_from <= now()
      order by version desc limit 1)
    on conflict do nothing`.execute(trx)
  return kept
}

/** That id, unless it is taken or none. */
export async function freeId(
  trx: Transaction<DB>,
  table: 'organisation' | 'service' | 'location' | 'category',
  id: string,
): Promise<string> {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return randomUUID()
  const taken = await trx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  return taken ? randomUUID() : id.toLowerCase()
}

/** At the top of the network's tree, after those that are there. */
export async function addFeedCategory(
  trx: Transaction<DB>,
  networkId: string,
  { id, name, description }: { id: string; name: string; description: string },
): Promise<string> {
  const kept = await freeId(trx, 'category', id)
  const values = { id: kept, networkId, label: name, description: description === name ? '' : description }
  await trx
    .insertInto('category')
    .values({ ...values, path: kept.replaceAll('-', '') })
    .execute()
  return kept
}

export type KnownAreas = { codes: ReadonlySet<string>; byName: ReadonlyMap<string, string> }

/** The authorities by their codes, and by their names in lower case. */
export async function readKnownAreas(db: Kysely<DB>): Promise<KnownAreas> {
  const rows = await db.selectFrom('area').select(['code', 'name']).where('networkId', 'is', null).execute()
  return {
    codes: new Set(rows.map(({ code }) => code)),
    byName: new Map(rows.map(({ code, name }) => [name.toLowerCase(), code])),
  }
}

export type Gone = { id: string; busy: boolean }

/** What this feed made in the network and no longer has; its keys end with a colon and an id. `busy`: somebody waits for its answer or is being helped. */
export async function findGone(
  trx: Transaction<DB>,
  networkId: string,
  source: string,
  seen: readonly string[],
): Promise<Gone[]> {
  const { rows } = await sql<Gone>`
    select s.id, exists (select from assignment a where a.service_id = s.id and a.status in ('pending', 'accepted')) as busy
    from service s join service_in_network i on i.service_id = s.id and i.network_id = ${networkId}
    where left(s.source_key, -37) = ${source} and s.status <> 'archived' and s.source_key <> all(${[...seen]}::text[])
    order by s.id`.execute(trx)
  return rows
}
