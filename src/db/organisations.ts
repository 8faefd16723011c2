/** Organisations and their place in networks. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export type NewOrganisation = {
  name: string
  kind?: string | null
  description?: string
  phone?: string | null
  email?: string | null
  website?: string | null
  address1?: string | null
  city?: string | null
  postcode?: string | null
  teamInbox?: string | null
  referralGuidance?: string
  languages?: string[]
}

export async function insertOrganisation(db: Kysely<DB>, organisation: NewOrganisation): Promise<string> {
  const { id } = await db.insertInto('organisation').values(organisation).returning('id').executeTakeFirstOrThrow()
  return id
}

/** By id or by name, whatever its case; more than one where the name is not enough. */
export async function findOrganisations(db: Kysely<DB>, named: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisation where archived_at is null and (id::text = lower(${named}) or plain(name) = plain(${named}))
    order by created_at limit 2`.execute(db)
  return rows
}

export async function joinNetwork(db: Kysely<DB>, networkId: string, organisationId: string, at: Date): Promise<void> {
  await db
    .insertInto('organisationInNetwork')
    .values({ networkId, organisationId, joinedAt: at })
    .onConflict(clash => clash.doNothing())
    .execute()
}

/** The newest data-sharing agreement in force; nothing where there is none. Refresh its services' reach afterwards. */
export async function acceptAgreement(
  db: Kysely<DB>,
  { networkId, organisationId, userId, at }: { networkId: string; organisationId: string; userId: string; at: Date },
): Promise<void> {
  await sql`
    with newest as (
      select id from agreement where network_id = ${networkId} and in_force_from <= now() order by version desc limit 1),
    accepted as (
      insert into agreement_acceptance (agreement_id, organisation_id, user_id, accepted_at)
      select id, ${organisationId}::uuid, ${userId}::uuid, ${at}::timestamptz from newest on conflict do nothing)
    update organisation_in_network m set agreement_id = newest.id from newest
    where m.network_id = ${networkId} and m.organisation_id = ${organisationId}`.execute(db)
}
