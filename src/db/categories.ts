/** A network's tree of categories: where each hangs, and what becomes of those that offer it when two become one. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { boxLiteral } from './areas.ts'
import type { DB } from './schema.ts'
import { everywhere } from './services/candidates.ts'
import type { NewEntry } from './settings.ts'

/** Last among those under the same parent. Returns its id. */
export async function insertCategory(
  trx: Transaction<DB>,
  networkId: string,
  { label, description = '', icon = null, sensitive = false, parentId = null }: NewEntry,
): Promise<string> {
  const id = randomUUID()
  await sql`
    insert into category (id, network_id, parent_id, path, label, description, icon, sensitive, position)
    select ${id}, ${networkId}, ${parentId}::uuid, ${pathUnder(parentId, id)}, ${label}, ${description}, ${icon}, ${sensitive},
      coalesce((select max(position) + 1 from category where network_id = ${networkId}), 0)`.execute(trx)
  return id
}

/** With all below it, to the end of the new parent's. */
export async function moveBranch(
  trx: Transaction<DB>,
  networkId: string,
  id: string,
  parentId: string | null,
): Promise<void> {
  await sql`
    with moved as (select path as was, ${pathUnder(parentId, id)} as now from category where id = ${id})
    update category c set path = case when c.path = m.was then m.now else m.now || subpath(c.path, nlevel(m.was)) end
    from moved m where c.network_id = ${networkId} and c.path <@ m.was`.execute(trx)
  await sql`
    update category set parent_id = ${parentId}::uuid,
      position = coalesce((select max(position) + 1 from category where network_id = ${networkId}), 0)
    where id = ${id}`.execute(trx)
}

/**
 * Whoever offered `from` offers `into`, and `from` hangs retired under it: needs keep the words that they had, and
 * routing, which looks at all above a need's category, finds them there. Returns the services concerned.
 */
export async function mergeInto(
  trx: Transaction<DB>,
  networkId: string,
  from: string,
  into: string,
  at: Date,
): Promise<string[]> {
  const { rows } = await sql<{ serviceId: string }>`
    delete from service_category where category_id = ${from} returning service_id`.execute(trx)
  const serviceIds = rows.map(({ serviceId }) => serviceId)
  await sql`
    insert into service_category (network_id, category_id, service_id, reach, open)
    select ${networkId}::uuid, ${into}::uuid, given.id, ${boxLiteral(everywhere)}::box, false
    from unnest(${serviceIds}::uuid[]) as given (id) on conflict do nothing`.execute(trx)
  await sql`
    insert into organisation_category (network_id, organisation_id, category_id)
    select network_id, organisation_id, ${into}::uuid from organisation_category where category_id = ${from}
    on conflict do nothing`.execute(trx)
  await sql`delete from organisation_category where category_id = ${from}`.execute(trx)
  await sql`update outcome set category_id = ${into} where category_id = ${from}`.execute(trx)
  await moveBranch(trx, networkId, from, into)
  await sql`update category set retired_at = ${at}, merged_into_id = ${into} where id = ${from}`.execute(trx)
  return serviceIds
}

function pathUnder(parentId: string | null, id: string) {
  const own = sql`replace(${id}::text, '-', '')::ltree`
  return parentId === null ? own : sql`(select path from category where id = ${parentId}) || ${own}`
}
