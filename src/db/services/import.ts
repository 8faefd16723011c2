/** What an import of services finds or makes: the network, its categories, organisations that belong to it. */
import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../schema.ts'

export function findNetwork(db: Kysely<DB>, slug: string) {
  return db
    .selectFrom('network')
    .select(['id', 'name'])
    .where('slug', '=', slug)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
}

export function findCategories(db: Kysely<DB>, networkId: string) {
  const all = db.selectFrom('category').select(['id', 'label']).where('networkId', '=', networkId)
  return all.where('retiredAt', 'is', null).orderBy('path', 'desc').execute()
}

/** At the top of the tree. */
export async function makeCategory(trx: Transaction<DB>, networkId: string, label: string): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('category')
    .values({ id, networkId, label, path: id.replaceAll('-', '') })
    .execute()
  return id
}

/** The one this source made before; else the network's own of that name; else a new member that agreed to what is in force. */
export async function findOrMakeOrganisation(
  trx: Transaction<DB>,
  networkId: string,
  name: string,
  sourceKey: string,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organisation o left join organisation_in_network m on m.organisation_id = o.id and m.network_id = ${networkId}
    where o.source_key = ${sourceKey} or (m.organisation_id is not null and lower(o.name) = lower(${name}))
    order by (o.source_key = ${sourceKey}) desc nulls last limit 1`.execute(trx)
  const id =
    rows[0]?.id ??
    (await trx.insertInto('organisation').values({ name, sourceKey }).returning('id').executeTakeFirstOrThrow()).id
  await join(trx, networkId, id)
  return id
}

async function join(trx: Transaction<DB>, networkId: string, organisationId: string): Promise<void> {
  await sql`
    insert into organisation_in_network (network_id, organisation_id, agreement_id)
    select ${networkId}, ${organisationId}, (select id from agreement where network_id = ${networkId} and in_force_from <= now()
      order by version desc limit 1)
    on conflict do nothing`.execute(trx)
}
