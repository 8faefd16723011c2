/** The organisations of a network as its coordinator keeps them. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export type Member = {
  id: string
  name: string
  status: 'active' | 'suspended'
  coordinating: boolean
  joinedAt: Date
  /** Version accepted last, and whether it is the one in force. */
  agreementVersion: number | null
  agreed: boolean
  services: number
  primaries: string[]
  confirmedAt: Date | null
  /** Confirmed last, or joined, before the moment given. */
  overdue: boolean
  /** Referrals that it is asked for or helps with. */
  live: number
  suspendedAt: Date | null
  suspendedBy: string | null
  suspendedReason: string | null
}

export async function listNetworkMembers(db: Kysely<DB>, networkId: string, overdueBefore: Date): Promise<Member[]> {
  const { rows } = await query(networkId, overdueBefore, sql``).execute(db)
  return rows
}

export async function readMember(
  db: Kysely<DB>,
  networkId: string,
  organisationId: string,
  overdueBefore: Date,
): Promise<Member | null> {
  const { rows } = await query(networkId, overdueBefore, sql`and o.id = ${organisationId}`).execute(db)
  return rows[0] ?? null
}

function query(networkId: string, overdueBefore: Date, which: ReturnType<typeof sql>) {
  return sql<Member>`
    select o.id, o.name, i.status, n.coordinating_organisation_id is not distinct from o.id as coordinating, i.joined_at,
      a.version as agreement_version, (wanted.id is null or wanted.id is not distinct from i.agreement_id) as agreed,
      (select count(*)::int from service s join service_in_network w on w.service_id = s.id and w.network_id = i.network_id
        where s.organisation_id = o.id and s.status <> 'archived') as services,
      array(select p.name from membership m join "user" p on p.id = m.user_id where m.organisation_id = o.id
        and m.role = 'primary' and m.ended_at is null and p.disabled_at is null order by p.name) as primaries,
      o.confirmed_at, coalesce(o.confirmed_at, o.created_at) < ${overdueBefore} as overdue,
      (select count(*)::int from assignment x join referral r on r.id = x.referral_id and r.network_id = i.network_id
        where x.organisation_id = o.id and x.status in ('pending', 'accepted')) as live,
      i.suspended_at, u.name as suspended_by, i.suspended_reason
    from organisation_in_network i join organisation o on o.id = i.organisation_id join network n on n.id = i.network_id
    left join agreement a on a.id = i.agreement_id left join "user" u on u.id = i.suspended_by
    left join lateral (select id from agreement where network_id = i.network_id and in_force_from <= now()
      order by version desc limit 1) wanted on true
    where i.network_id = ${networkId} and i.status in ('active', 'suspended') and o.archived_at is null ${which}
    order by i.status = 'suspended' desc, o.name, o.id`
}

/** False where it is no member, or in that state already. */
export async function setMemberStatus(
  trx: Kysely<DB>,
  networkId: string,
  organisationId: string,
  to: { status: 'active' | 'suspended'; at: Date | null; by: string | null; reason: string | null },
): Promise<boolean> {
  const { status, at, by, reason } = to
  const before = status === 'suspended' ? 'active' : 'suspended'
  const row = await trx
    .updateTable('organisationInNetwork')
    .set({ status, suspendedAt: at, suspendedBy: by, suspendedReason: reason })
    .where('networkId', '=', networkId)
    .where('organisationId', '=', organisationId)
    .where('status', '=', before)
    .returning('status')
    .executeTakeFirst()
  return row !== undefined
}

export type OpenWork = { referralId: string; assignmentId: string; networkId: string; suspendedBy: string | null }

/** What suspended organisations are still asked for or helping with, longest first; of all networks or one organisation. */
export async function listWorkOfSuspended(
  db: Kysely<DB>,
  most: number,
  of?: { networkId: string; organisationId: string },
): Promise<OpenWork[]> {
  const which = of ? sql`and i.network_id = ${of.networkId} and i.organisation_id = ${of.organisationId}` : sql``
  const { rows } = await sql<OpenWork>`
    select x.referral_id, x.id as assignment_id, i.network_id, i.suspended_by
    from organisation_in_network i join assignment x on x.organisation_id = i.organisation_id and x.status in ('pending', 'accepted')
    join referral r on r.id = x.referral_id and r.network_id = i.network_id
    where i.status = 'suspended' and r.anonymised_at is null ${which} order by x.asked_at, x.id limit ${most}`.execute(
    db,
  )
  return rows
}
