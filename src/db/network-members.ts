/** Who is in a network, by name, with how many services each offers there. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export type NetworkMember = {
  id: string
  name: string
  networkId: string
  coordinating: boolean
  services: number
  kinds: string[]
}

export async function listMembers(db: Kysely<DB>, networkIds: readonly string[]): Promise<NetworkMember[]> {
  const { rows } = await sql<NetworkMember>`
    select o.id, o.name, i.network_id, n.coordinating_organisation_id is not distinct from o.id as coordinating,
      count(distinct s.id)::int as services, coalesce(array_agg(distinct c.label order by c.label) filter (where c.label is not null), '{}') as kinds
    from organisation_in_network i join organisation o on o.id = i.organisation_id join network n on n.id = i.network_id
    left join (service s join service_in_network w on w.service_id = s.id and w.active) on s.organisation_id = o.id
      and w.network_id = i.network_id and s.status <> 'archived'
    left join service_category k on k.service_id = s.id and k.network_id = i.network_id left join category c on c.id = k.category_id
    where i.network_id = any(${networkIds}::uuid[]) and i.status = 'active' and o.archived_at is null
    group by o.id, i.network_id, n.coordinating_organisation_id order by o.name, o.id`.execute(db)
  return rows
}
