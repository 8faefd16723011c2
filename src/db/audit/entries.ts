/** The audit as it is read: what was done, or what was looked at, newest first. No word that a person wrote is in it. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

/** `networkIds` null: everything, networks or not. Days are YYYY-MM-DD, both included, in UK time. */
export type AuditFilter = {
  networkIds: readonly string[] | null
  userId: string | null
  organisationId: string | null
  reference: string | null
  from: string | null
  to: string | null
  before: number | null
}
export type AuditEntry = {
  id: number
  at: Date
  /** Of an event, its action; of a reading, by which way: page, api, csv, file, break_glass. */
  action: string
  party: string | null
  userId: string | null
  person: string | null
  organisation: string | null
  network: string | null
  referralId: string | null
  reference: string | null
  /** Ids and codes of what is no referral. */
  codes: Record<string, unknown>
}

export async function readEvents(db: Kysely<DB>, filter: AuditFilter, most: number): Promise<AuditEntry[]> {
  const { rows } = await sql<AuditEntry>`
    select e.id, e.at, e.action, e.party, e.user_id, u.name as person, o.name as organisation, n.name as network, e.referral_id,
      r.reference, case when e.referral_id is null then e.codes else '{}' end as codes
    from event e left join referral r on r.id = e.referral_id left join network n on n.id = e.network_id
      left join "user" u on u.id = e.user_id left join organisation o on o.id = e.organisation_id
    where ${within(sql`e.network_id`, filter.networkIds)} and ${matches('e', filter)}
    order by e.id desc limit ${most}`.execute(db)
  return rows
}

export async function readReadings(db: Kysely<DB>, filter: AuditFilter, most: number): Promise<AuditEntry[]> {
  const { rows } = await sql<AuditEntry>`
    select e.id, e.at, e.what as action, null as party, e.user_id, u.name as person, o.name as organisation, n.name as network,
      e.referral_id, r.reference, '{}'::jsonb as codes
    from view_record e left join referral r on r.id = e.referral_id left join network n on n.id = r.network_id
      left join "user" u on u.id = e.user_id left join organisation o on o.id = e.organisation_id
    where ${within(sql`r.network_id`, filter.networkIds)} and ${matches('e', filter)}
    order by e.id desc limit ${most}`.execute(db)
  return rows
}

/** Whom the log can be narrowed to. */
export async function listAudited(
  db: Kysely<DB>,
  networkIds: AuditFilter['networkIds'],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from organisation o where exists (select from organisation_in_network m
      where m.organisation_id = o.id and ${within(sql`m.network_id`, networkIds)}) order by o.name limit 1000`.execute(
    db,
  )
  return rows
}

export type Chain = { seals: number; sealedAt: Date | null; head: string | null }

export async function readChain(db: Kysely<DB>): Promise<Chain> {
  const row = await db
    .selectFrom('auditSeal')
    .select(['n', 'sealedAt', 'hash'])
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { seals: Number(row?.n ?? 0), sealedAt: row?.sealedAt ?? null, head: row?.hash.toString('hex') ?? null }
}

function within(column: ReturnType<typeof sql>, networkIds: AuditFilter['networkIds']) {
  return networkIds ? sql`${column} = any(${networkIds}::uuid[])` : sql`true`
}

function matches(alias: string, { userId, organisationId, reference, from, to, before }: AuditFilter) {
  const of = (name: string) => sql.ref(`${alias}.${name}`)
  const conditions = [
    ...(userId ? [sql`${of('user_id')} = ${userId}`] : []),
    ...(organisationId ? [sql`${of('organisation_id')} = ${organisationId}`] : []),
    ...(reference ? [sql`r.reference = ${reference}`] : []),
    ...(from ? [sql`${of('at')} >= (${from}::date at time zone 'Europe/London')`] : []),
    ...(to ? [sql`${of('at')} < ((${to}::date + 1) at time zone 'Europe/London')`] : []),
    ...(before ? [sql`${of('id')} < ${before}`] : []),
  ]
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`
}
