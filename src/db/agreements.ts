/** Data-sharing agreements: each version of a network's, and which named person accepted it for whom. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../domain/policy.ts'
import type { DB } from './schema.ts'

export type Agreement = {
  id: string
  version: number
  body: string
  inForceFrom: Date
  graceUntil: Date | null
  publishedBy: string | null
}
export type Acceptance = {
  organisationId: string
  organisationName: string
  by: string | null
  at: Date | null
  version: number | null
}

/** The one in force; null where the network has none. */
export async function readAgreement(db: Kysely<DB>, networkId: string): Promise<Agreement | null> {
  return (await listAgreements(db, networkId))[0] ?? null
}

/** Newest first. */
export async function listAgreements(db: Kysely<DB>, networkId: string): Promise<Agreement[]> {
  const { rows } = await sql<Agreement>`
    select a.id, a.version, a.body, a.in_force_from, a.grace_until, u.name as published_by
    from agreement a left join "user" u on u.id = a.published_by
    where a.network_id = ${networkId} and a.in_force_from <= now() order by a.version desc`.execute(db)
  return rows
}

/** Every member with what it accepted last; those who have accepted nothing first. */
export async function listAcceptances(db: Kysely<DB>, networkId: string): Promise<Acceptance[]> {
  const { rows } = await sql<Acceptance>`
    select o.id as organisation_id, o.name as organisation_name, u.name as by, c.accepted_at as at, a.version
    from organisation_in_network i join organisation o on o.id = i.organisation_id
    left join agreement a on a.id = i.agreement_id
    left join agreement_acceptance c on c.agreement_id = i.agreement_id and c.organisation_id = o.id
    left join "user" u on u.id = c.user_id
    where i.network_id = ${networkId} and i.status in ('active', 'suspended') and o.archived_at is null
    order by a.version nulls first, o.name, o.id`.execute(db)
  return rows
}

export type AgreementAsked = {
  networkId: string
  slug: string
  networkName: string
  before: boolean
  graceUntil: Date | null
}

/** Those in force that the actor's organisation has not accepted. `before`: it accepted an earlier one. */
export async function listAgreementsAsked(db: Kysely<DB>, actor: Actor): Promise<AgreementAsked[]> {
  if (!actor.organisationId || actor.networks.length === 0) return []
  const { rows } = await sql<AgreementAsked>`
    select n.id as network_id, n.slug, n.name as network_name, i.agreement_id is not null as before, a.grace_until
    from organisation_in_network i join network n on n.id = i.network_id and n.archived_at is null
    cross join lateral (select id, grace_until from agreement where network_id = n.id and in_force_from <= now()
      order by version desc limit 1) a
    where i.organisation_id = ${actor.organisationId} and i.status = 'active' and i.agreement_id is distinct from a.id
    order by n.name`.execute(db)
  return rows
}

/** In force from this transaction on. False where this version is there already: two published at once. */
export async function insertAgreement(
  trx: Kysely<DB>,
  agreement: {
    networkId: string
    version: number
    body: string
    graceUntil: Date | null
    publishedBy: string
  },
): Promise<boolean> {
  const row = await trx
    .insertInto('agreement')
    .values({ ...agreement, inForceFrom: sql`now()` })
    .onConflict(clash => clash.columns(['networkId', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Of one organisation, or of all in the network. */
export async function listServicesIn(
  db: Kysely<DB>,
  networkId: string,
  organisationId: string | null = null,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from service_in_network i join service s on s.id = i.service_id
    where i.network_id = ${networkId} and (${organisationId}::uuid is null or s.organisation_id = ${organisationId})`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Still open to referrals though their organisation's grace for the newest agreement is over. */
export async function listServicesPastGrace(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct c.service_id as id from service_category c join service s on s.id = c.service_id
    join organisation_in_network m on m.organisation_id = s.organisation_id and m.network_id = c.network_id
    cross join lateral (select id, grace_until from agreement where network_id = c.network_id and in_force_from <= now()
      order by version desc limit 1) a
    where c.open and m.agreement_id is distinct from a.id and coalesce(a.grace_until, '-infinity') <= now()`.execute(db)
  return rows.map(({ id }) => id)
}
