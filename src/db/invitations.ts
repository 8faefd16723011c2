/** Invitations to a network: who was invited by whom, and what became of it. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export type InvitationState = 'waiting' | 'sent' | 'expired' | 'accepted' | 'revoked' | 'refused'
export type InvitedRole = 'primary' | 'member' | 'coordinator' | 'commissioner'
export type Invitation = {
  id: string
  /** Null where it is to an organisation, whatever its networks. */
  networkId: string | null
  /** What they are invited to: the network, or else the organisation. */
  into: string
  organisationId: string | null
  organisationName: string | null
  personName: string | null
  email: string
  role: InvitedRole
  invitedById: string | null
  invitedBy: string | null
  invitedByOrganisation: string | null
  state: InvitationState
  expiresAt: Date
  acceptedAt: Date | null
  createdAt: Date
  sends: number
}

export type NewInvitation = {
  id: string
  networkId: string | null
  organisationId: string | null
  organisationName: string | null
  personName: string | null
  email: string
  role: InvitedRole
  tokenHash: Buffer
  invitedBy: string
  approvedAt: Date | null
  expiresAt: Date
  createdAt: Date
}

export async function insertInvitation(trx: Kysely<DB>, invitation: NewInvitation): Promise<void> {
  await trx.insertInto('invitation').values(invitation).execute()
}

/** To a network: of organisations, or of people who are trusted with a part in it. Newest first. `by`: only those of one user. */
export async function listInvitations(
  db: Kysely<DB>,
  networkId: string,
  now: Date,
  { by = null, of = ['primary', 'member'] }: { by?: string | null; of?: readonly InvitedRole[] } = {},
): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`${columns(now)} where i.network_id = ${networkId}
    and i.role = any(${of}::text[]) and (${by}::uuid is null or i.invited_by = ${by}) order by i.created_at desc, i.id limit 200`.execute(
    db,
  )
  return rows
}

/** To one organisation, by any network or none; newest first. */
export async function listInvitationsTo(db: Kysely<DB>, organisationId: string, now: Date): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`${columns(now)} where i.organisation_id = ${organisationId}
    and i.role in ('primary', 'member') order by i.created_at desc, i.id limit 200`.execute(db)
  return rows
}

/** Its row held until the transaction ends. */
export async function lockInvitation(trx: Kysely<DB>, id: string, now: Date): Promise<Invitation | null> {
  await sql`select from invitation where id = ${id} for update`.execute(trx)
  const { rows } = await sql<Invitation>`${columns(now)} where i.id = ${id}`.execute(trx)
  return rows[0] ?? null
}

/** By its link; looking uses nothing up. Null unless it can be accepted now. */
export async function findInvitation(db: Kysely<DB>, tokenHash: Buffer, now: Date): Promise<Invitation | null> {
  const { rows } = await sql<Invitation>`${columns(now)} where i.token_hash = ${tokenHash}`.execute(db)
  return rows[0]?.state === 'sent' ? rows[0] : null
}

/** False where somebody else used it first, or it was withdrawn or ran out meanwhile. */
export async function useInvitation(trx: Kysely<DB>, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update invitation set accepted_at = ${now} where id = ${id} and accepted_at is null
    and revoked_at is null and refused_at is null and approved_at is not null and expires_at > ${now} returning 1`.execute(
    trx,
  )
  return rows.length > 0
}

export async function changeInvitation(
  trx: Kysely<DB>,
  id: string,
  to: Partial<{
    approvedAt: Date
    refusedAt: Date
    revokedAt: Date
    expiresAt: Date
    sends: number
    userId: string
    organisationId: string
  }>,
): Promise<void> {
  await trx.updateTable('invitation').set(to).where('id', '=', id).execute()
}

/** One that waits or is open for this address: to the network, or to the organisation alone. */
export async function hasOpenInvitation(
  db: Kysely<DB>,
  to: { networkId: string } | { organisationId: string },
  email: string,
  now: Date,
): Promise<boolean> {
  const where =
    'networkId' in to
      ? sql`network_id = ${to.networkId}`
      : sql`network_id is null and organisation_id = ${to.organisationId}`
  const { rows } = await sql`select from invitation where ${where} and email = ${email} and accepted_at is null
    and revoked_at is null and refused_at is null and expires_at > ${now} limit 1`.execute(db)
  return rows.length > 0
}

/** Of the name in the network, whatever its case and accents. */
export async function hasOrganisationNamed(db: Kysely<DB>, networkId: string, name: string): Promise<boolean> {
  const { rows } = await sql`select from organisation o join organisation_in_network i on i.organisation_id = o.id
    where i.network_id = ${networkId} and i.status <> 'left' and plain(o.name) = plain(${name.trim()}) limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** In the network, and with nobody who manages it. */
export async function findUnmanaged(
  db: Kysely<DB>,
  networkId: string,
  organisationId: string,
): Promise<{ name: string } | null> {
  const { rows } = await sql<{ name: string }>`select o.name from organisation o
    join organisation_in_network i on i.organisation_id = o.id and i.network_id = ${networkId}
    where o.id = ${organisationId} and not exists (select from membership m join "user" u on u.id = m.user_id
      where m.organisation_id = o.id and m.role = 'primary' and m.ended_at is null and u.disabled_at is null)`.execute(
    db,
  )
  return rows[0] ?? null
}

function columns(now: Date) {
  return sql`
    select i.id, i.network_id, coalesce(n.name, o.name) as "into", i.organisation_id, coalesce(o.name, i.organisation_name) as organisation_name,
      i.person_name, i.email, i.role, i.invited_by as invited_by_id, u.name as invited_by,
      (select b.name from membership m join organisation b on b.id = m.organisation_id
        where m.user_id = i.invited_by and m.ended_at is null order by m.created_at limit 1) as invited_by_organisation,
      case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked'
        when i.refused_at is not null then 'refused' when i.approved_at is null then 'waiting'
        when i.expires_at <= ${now} then 'expired' else 'sent' end as state,
      i.expires_at, i.accepted_at, i.created_at, i.sends
    from invitation i left join network n on n.id = i.network_id
    left join organisation o on o.id = i.organisation_id left join "user" u on u.id = i.invited_by`
}
