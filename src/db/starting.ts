/** FORM-10: what a referral may begin from: an organisation of the network, or one of its services there. */
import { type Kysely, sql } from 'kysely'
import type { StartsFrom } from '../domain/starting.ts'
import type { DB } from './schema.ts'

/** Null where there is no such in this network. */
export async function findStart(db: Kysely<DB>, networkId: string, id: string): Promise<StartsFrom | null> {
  const { rows } = await sql<StartsFrom>`
    select i.organisation_id, null::uuid as service_id from organisation_in_network i
      join organisation o on o.id = i.organisation_id and o.archived_at is null
      where i.network_id = ${networkId} and i.organisation_id = ${id} and i.status = 'active'
    union all
    select s.organisation_id, s.id from service s
      join service_in_network n on n.service_id = s.id and n.network_id = ${networkId}
      join organisation_in_network i on i.organisation_id = s.organisation_id and i.network_id = n.network_id and i.status = 'active'
      where s.id = ${id} and s.status <> 'archived'`.execute(db)
  return rows[0] ?? null
}

/** Where one was looked at alone, the networks in which a referral may begin from it. */
export async function listStartNetworks(db: Kysely<DB>, id: string): Promise<string[]> {
  const { rows } = await sql<{ networkId: string }>`
    select i.network_id from organisation_in_network i where i.organisation_id = ${id} and i.status = 'active'
    union select n.network_id from service_in_network n join service s on s.id = n.service_id
      where s.id = ${id} and s.status <> 'archived'`.execute(db)
  return rows.map(({ networkId }) => networkId)
}

export type StartInfo = {
  organisationName: string
  serviceName: string | null
  guidance: string
  /** What its services offer in the network: categories, whatever their room. */
  categoryIds: string[]
  /** Its services there. */
  serviceIds: string[]
}

export async function readStart(
  db: Kysely<DB>,
  networkId: string,
  { organisationId, serviceId }: StartsFrom,
): Promise<StartInfo | null> {
  const { rows } = await sql<StartInfo>`
    select o.name as organisation_name, o.referral_guidance as guidance,
      (select s.name from service s where s.id = ${serviceId}::uuid) as service_name,
      array(select distinct c.category_id from service_category c join service s on s.id = c.service_id
        where c.network_id = ${networkId} and s.organisation_id = o.id and s.status <> 'archived') as category_ids,
      array(select s.id from service s join service_in_network n on n.service_id = s.id and n.network_id = ${networkId}
        where s.organisation_id = o.id and s.status <> 'archived') as service_ids
    from organisation o where o.id = ${organisationId}`.execute(db)
  return rows[0] ?? null
}
