/** The people of an organisation, and those with a part in a network, for whoever keeps their accounts. */
import { type Kysely, sql } from 'kysely'
import type { GrantRole, MemberRole } from '../domain/users.ts'
import type { DB } from './schema.ts'

/** `id`: of the membership. `open`: referrals in this organisation that they handle. */
export type Colleague = {
  id: string
  userId: string
  name: string
  email: string
  role: MemberRole
  /** RPT-3: a member who may see the organisation's figures. */
  maySeeReports: boolean
  organisationId: string
  organisationName: string
  lastSignedInAt: Date | null
  createdAt: Date
  endedAt: Date | null
  open: number
}

/** Those who left stand last. */
export async function listColleagues(db: Kysely<DB>, organisationId: string): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`${colleagues} where m.organisation_id = ${organisationId}
    order by m.ended_at is not null, m.role = 'member', lower(u.name), m.id`.execute(db)
  return rows
}

/** Of every organisation in a network. */
export async function listPrimaries(db: Kysely<DB>, networkId: string): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`${colleagues}
    join organisation_in_network i on i.organisation_id = o.id and i.network_id = ${networkId} and i.status in ('active', 'suspended')
    where m.role = 'primary' and m.ended_at is null and o.archived_at is null
    order by lower(o.name), o.id, lower(u.name), m.id`.execute(db)
  return rows
}

export async function findColleague(db: Kysely<DB>, membershipId: string): Promise<Colleague | null> {
  const { rows } = await sql<Colleague>`${colleagues} where m.id = ${membershipId}`.execute(db)
  return rows[0] ?? null
}

/** Holds every membership of the organisation until the transaction ends, so that two cannot both end the last primary user's. */
export async function lockColleagues(trx: Kysely<DB>, organisationId: string): Promise<void> {
  await sql`select from membership where organisation_id = ${organisationId} order by id for update`.execute(trx)
}

export async function changeMembership(
  trx: Kysely<DB>,
  id: string,
  to: { role?: MemberRole; maySeeReports?: boolean; endedAt?: Date | null },
): Promise<void> {
  await trx.updateTable('membership').set(to).where('id', '=', id).execute()
}

export async function renameUser(trx: Kysely<DB>, userId: string, name: string): Promise<void> {
  await trx.updateTable('user').set({ name }).where('id', '=', userId).execute()
}

/** Disabled while they belong nowhere and are trusted with nothing; that ends their sessions by itself. */
export async function settleAccount(trx: Kysely<DB>, userId: string, at: Date): Promise<void> {
  await sql`update "user" u set disabled_at = case when stands then null else coalesce(u.disabled_at, ${at}::timestamptz) end
    from (select exists (select from membership where user_id = ${userId} and ended_at is null)
        or exists (select from grant_in_network where user_id = ${userId}) as stands) s
    where u.id = ${userId} and not u.platform_administrator and (u.disabled_at is null) <> stands`.execute(trx)
}

export type Granted = {
  userId: string
  name: string
  email: string
  role: GrantRole
  grantedAt: Date
  lastSignedInAt: Date | null
}

export async function listGranted(db: Kysely<DB>, networkId: string): Promise<Granted[]> {
  const { rows } = await sql<Granted>`
    select u.id as user_id, u.name, u.email, g.role, g.granted_at, u.last_signed_in_at
    from grant_in_network g join "user" u on u.id = g.user_id and u.disabled_at is null
    where g.network_id = ${networkId} order by g.role = 'commissioner', lower(u.name), u.id`.execute(db)
  return rows
}

export async function endGrant(trx: Kysely<DB>, networkId: string, userId: string, role: GrantRole): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`delete from grant_in_network
    where network_id = ${networkId} and user_id = ${userId} and role = ${role}`.execute(trx)
  return numAffectedRows > 0n
}

const colleagues = sql`
  select m.id, m.user_id, u.name, u.email, m.role, m.may_see_reports, o.id as organisation_id, o.name as organisation_name, u.last_signed_in_at,
    m.created_at, m.ended_at, (select count(*)::int from assignment a where a.handler_user_id = u.id
      and a.organisation_id = o.id and a.status in ('pending', 'accepted')) as open
  from membership m join "user" u on u.id = m.user_id join organisation o on o.id = m.organisation_id`
