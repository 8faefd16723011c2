/** Links that open the form without an account: a network's own, or one bound to a partner. */
import { type Kysely, sql } from 'kysely'
import type { EntryKind } from '../domain/entry.ts'
import type { DB } from './schema.ts'

export type EntryLink = {
  id: string
  networkId: string
  kind: EntryKind
  label: string
  organisationId: string | null
  organisationName: string | null
  createdBy: string | null
  createdAt: Date
  revokedBy: string | null
  revokedAt: Date | null
  /** Referrals that came by it. */
  sent: number
  lastSentAt: Date | null
}

/** The network's, newest first, those taken back after the others. */
export async function listEntryLinks(db: Kysely<DB>, networkId: string): Promise<EntryLink[]> {
  const { rows } = await sql<EntryLink>`
    select l.id, l.network_id, l.kind, l.label, l.organisation_id, o.name as organisation_name, c.name as created_by, l.created_at,
      v.name as revoked_by, l.revoked_at, u.sent, u.last_sent_at
    from entry_link l left join organisation o on o.id = l.organisation_id
    left join "user" c on c.id = l.created_by left join "user" v on v.id = l.revoked_by
    cross join lateral (select count(*)::int as sent, max(r.opened_at) as last_sent_at from referral r where r.entry_link_id = l.id) u
    where l.network_id = ${networkId}
    order by l.revoked_at is not null, l.created_at desc limit 200`.execute(db)
  return rows
}

/** `id`: of the link, or of the network whose own address it is; `linkId` is null there. */
export type OpenEntry = {
  id: string
  linkId: string | null
  networkId: string
  kind: EntryKind
  organisationId: string | null
  organisationName: string | null
}

/** Null for a link that never was, was taken back, or whose partner is not active in the network (any more). */
export async function findEntry(db: Kysely<DB>, tokenHash: Buffer): Promise<OpenEntry | null> {
  const { rows } = await sql<OpenEntry>`
    select l.id, l.id as link_id, l.network_id, l.kind, l.organisation_id, o.name as organisation_name
    from entry_link l join network n on n.id = l.network_id and n.archived_at is null
    left join organisation o on o.id = l.organisation_id
    left join organisation_in_network i on i.network_id = l.network_id and i.organisation_id = l.organisation_id
    where l.token_hash = ${tokenHash} and l.revoked_at is null
      and (l.kind = 'link' or coalesce(n.settings ->> 'selfReferral', 'off') <> 'off')
      and (l.organisation_id is null or (i.status = 'active' and o.archived_at is null))`.execute(db)
  return rows[0] ?? null
}

/** The address that a network's public pages lead to. Null where it does not let people refer themselves there. */
export async function findAskingEntry(db: Kysely<DB>, slug: string): Promise<OpenEntry | null> {
  const { rows } = await sql<OpenEntry>`
    select n.id, null as link_id, n.id as network_id, 'self' as kind, null as organisation_id, null as organisation_name
    from network n where n.slug = ${slug} and n.archived_at is null and n.settings ->> 'selfReferral' = 'pages'`.execute(
    db,
  )
  return rows[0] ?? null
}

export type NewEntryLink = {
  id: string
  networkId: string
  kind: EntryKind
  label: string
  organisationId: string | null
  tokenHash: Buffer
  createdBy: string
  createdAt: Date
}

export async function insertEntryLink(trx: Kysely<DB>, link: NewEntryLink): Promise<void> {
  await trx.insertInto('entryLink').values(link).execute()
}

/** False where there is no such link in the network. */
export async function renameEntryLink(trx: Kysely<DB>, networkId: string, id: string, label: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('entryLink')
    .set({ label })
    .where('id', '=', id)
    .where('networkId', '=', networkId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it is not there or was taken back before. */
export async function endEntryLink(
  trx: Kysely<DB>,
  networkId: string,
  id: string,
  by: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('entryLink')
    .set({ revokedAt: at, revokedBy: by })
    .where('id', '=', id)
    .where('networkId', '=', networkId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Partners that a link can be bound to. */
export async function listPartners(db: Kysely<DB>, networkId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from organisation_in_network i join organisation o on o.id = i.organisation_id
    where i.network_id = ${networkId} and i.status = 'active' and o.archived_at is null order by o.name`.execute(db)
  return rows
}
