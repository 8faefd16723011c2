/** A service's place in one network: whether it takes part, whom it is for, which of the network's categories it offers. */
import { sql, type Transaction } from 'kysely'
import { boxLiteral } from '../areas.ts'
import type { DB } from '../schema.ts'
import { everywhere } from './candidates.ts'
import type { PlaceInNetwork } from './save.ts'

export async function savePlaceInNetwork(
  trx: Transaction<DB>,
  serviceId: string,
  { networkId, categoryIds, restrictions, ...own }: PlaceInNetwork,
): Promise<void> {
  const values = { ...own, ...(restrictions && { restrictions: JSON.stringify(restrictions) }) }
  const insert = trx.insertInto('serviceInNetwork').values({ serviceId, networkId, ...values })
  const changes = Object.keys(values).length > 0
  await insert
    .onConflict(clash => {
      const same = clash.columns(['serviceId', 'networkId'])
      return changes ? same.doUpdateSet(values) : same.doNothing()
    })
    .execute()
  if (categoryIds) await replaceCategories(trx, serviceId, networkId, categoryIds)
}

/** Those that stay keep what searches know of them. */
async function replaceCategories(
  trx: Transaction<DB>,
  serviceId: string,
  networkId: string,
  categoryIds: readonly string[],
) {
  await sql`
    delete from service_category where service_id = ${serviceId} and network_id = ${networkId}
      and category_id <> all(${categoryIds}::uuid[])`.execute(trx)
  await sql`
    insert into service_category (network_id, category_id, service_id, reach, open)
    select ${networkId}::uuid, c.id, ${serviceId}::uuid, ${boxLiteral(everywhere)}::box, false from category c
    where c.network_id = ${networkId} and c.id = any(${categoryIds}::uuid[]) on conflict do nothing`.execute(trx)
}
