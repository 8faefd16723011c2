/** A service chosen by hand for a referral: is it there, does it take referrals, which of the needs does it meet. */
import { type Kysely, sql } from 'kysely'
import { kept } from './plans.ts'
import type { DB } from './schema.ts'

export type FoundPick = {
  serviceId: string
  organisationId: string
  serviceName: string
  organisationName: string
  open: boolean
  /** Of the referral's needs' categories, those that it, or a branch above, offers. */
  categoryIds: string[]
}

export async function findPick(
  db: Kysely<DB>,
  networkId: string,
  categoryIds: readonly string[],
  serviceId: string,
): Promise<FoundPick | null> {
  const [found] = await findPicks(db, networkId, categoryIds, [serviceId])
  return found ?? null
}

/** `categoryIds`: those that are needed. */
export async function findPicks(
  db: Kysely<DB>,
  networkId: string,
  categoryIds: readonly string[],
  serviceIds: readonly string[],
): Promise<FoundPick[]> {
  const { rows } = await sql<FoundPick>`${kept}
    select s.id as service_id, s.organisation_id, s.name as service_name, o.name as organisation_name,
      coalesce(bool_or(c.open), false) as open,
      coalesce(array_agg(distinct wanted.id) filter (where wanted.id is not null), '{}') as category_ids
    from service s join organisation o on o.id = s.organisation_id
    join service_in_network i on i.service_id = s.id and i.network_id = ${networkId}
    left join service_category c on c.service_id = s.id and c.network_id = i.network_id
    left join category offered on offered.id = c.category_id
    left join category wanted on wanted.id = any(${categoryIds}::uuid[]) and wanted.path <@ offered.path
    where s.id = any(${serviceIds}::uuid[]) and s.status <> 'archived'
    group by s.id, o.name`.execute(db)
  return rows
}
