/** Attachments: the rows; what they hold is in the file store. Row-level security keeps them to those who read the referral. */
import { type Kysely, sql } from 'kysely'
import type { FileState } from '../domain/attachments.ts'
import { readSettings } from '../domain/network.ts'
import type { DB } from './schema.ts'

export type NewFile = {
  storageKey: string
  name: string
  type: string
  bytes: number
  macros: boolean
  state: FileState
  remark: string
  draftId?: string | null
  referralId?: string | null
  personId?: string | null
  heldSubmissionId?: string | null
  addedByUserId: string | null
  addedByOrganisationId: string | null
  addedAt: Date
}
export type DraftFile = { id: string; name: string; bytes: number; macros: boolean; state: FileState; remark: string }
export type StoredFile = {
  id: string
  name: string
  type: string
  bytes: number
  state: FileState
  storageKey: string
  addedByUserId: string | null
  addedByOrganisationId: string | null
}

export async function insertFile(trx: Kysely<DB>, file: NewFile): Promise<string> {
  const { id } = await trx.insertInto('file').values(file).returning('id').executeTakeFirstOrThrow()
  return id
}

export function listDraftFiles(trx: Kysely<DB>, draftId: string): Promise<DraftFile[]> {
  return trx
    .selectFrom('file')
    .select(['id', 'name', 'bytes', 'macros', 'state', 'remark'])
    .where('draftId', '=', draftId)
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .execute() as Promise<DraftFile[]>
}

export type Room = { most: number; count: number }

/** The user's own draft, locked so that two uploads at once count each other; null where there is none. */
export async function lockDraftRoom(trx: Kysely<DB>, userId: string, draftId: string): Promise<Room | null> {
  const { rows } = await sql<{ settings: unknown }>`select n.settings from draft d join network n on n.id = d.network_id
    where d.id = ${draftId}::uuid and d.user_id = ${userId}::uuid for update of d`.execute(trx)
  const [row] = rows
  if (!row) return null
  const { count } = await countFiles(trx, sql`draft_id = ${draftId}::uuid`)
  return { most: megabytes(readSettings(row.settings).attachmentMegabytes), count }
}

/** Uploaded by a client, not sent with anything yet; `most` is that of the most generous of the networks. */
export async function looseRoom(trx: Kysely<DB>, userId: string, networkIds: readonly string[]): Promise<Room> {
  const networks = await trx
    .selectFrom('network')
    .select('settings')
    .where('id', 'in', [...networkIds])
    .execute()
  const sizes = networks.map(({ settings }) => readSettings(settings).attachmentMegabytes)
  const loose = sql`added_by_user_id = ${userId}::uuid and referral_id is null and person_id is null and draft_id is null`
  const { count } = await countFiles(trx, loose)
  return { most: megabytes(Math.max(0, ...sizes)), count }
}

export async function countReferralFiles(trx: Kysely<DB>, referralId: string): Promise<number> {
  return (await countFiles(trx, sql`referral_id = ${referralId}::uuid`)).count
}

export type Among = { draftId: string } | { ids: readonly string[] }
/** `sent`: it belongs to a referral of the same submission already, in another network. */
export type Sendable = { id: string; bytes: number; sent: boolean }

/** The user's own uploads that may go with this submission, each once; none that has a virus. */
export async function listSendable(
  trx: Kysely<DB>,
  { userId, submissionId }: { userId: string; submissionId: string },
  among: Among,
): Promise<Sendable[]> {
  const { rows } = await sql<Sendable>`
    select distinct on (f.storage_key) f.id, f.bytes, f.referral_id is not null as sent from file f
    where f.added_by_user_id = ${userId}::uuid and f.person_id is null and f.removed_at is null and f.state <> 'refused'
      and ${'draftId' in among ? sql`f.draft_id = ${among.draftId}::uuid` : sql`f.id = any(${[...among.ids]}::uuid[])`}
      and (f.referral_id is null or f.referral_id in (select id from referral where submission_id = ${submissionId}::uuid))
    order by f.storage_key`.execute(trx)
  return rows
}

/** They belong to the referral from now on; its parties are written before, or row-level security refuses. */
export async function bindToReferral(trx: Kysely<DB>, ids: readonly string[], referralId: string): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('file')
    .set({ referralId })
    .where('id', 'in', [...ids])
    .execute()
}

/** For the referral of a linked network, which shares what was uploaded. */
export async function copyToReferral(trx: Kysely<DB>, ids: readonly string[], referralId: string): Promise<void> {
  if (ids.length === 0) return
  await sql`
    insert into file (referral_id, name, type, bytes, storage_key, state, macros, remark, added_by_user_id, added_by_organisation_id, added_at)
    select ${referralId}::uuid, name, type, bytes, storage_key, state, macros, remark, added_by_user_id, added_by_organisation_id, added_at
    from file where id = any(${[...ids]}::uuid[])`.execute(trx)
}

export type HeldWith = Pick<NewFile, 'storageKey' | 'name' | 'type' | 'bytes' | 'macros' | 'remark'> & {
  state: FileState
}

/** What came with a submission that is held. */
export function listOfHeld(trx: Kysely<DB>, heldSubmissionId: string): Promise<HeldWith[]> {
  return trx
    .selectFrom('file')
    .select(['storageKey', 'name', 'type', 'bytes', 'macros', 'remark', 'state'])
    .where('heldSubmissionId', '=', heldSubmissionId)
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .execute() as Promise<HeldWith[]>
}

/** They belong to a referral now, which has rows of its own for them. */
export async function forgetOfHeld(trx: Kysely<DB>, heldSubmissionId: string): Promise<void> {
  await trx.deleteFrom('file').where('heldSubmissionId', '=', heldSubmissionId).execute()
}

export async function removeOfHeld(trx: Kysely<DB>, heldSubmissionId: string, at: Date): Promise<void> {
  await trx
    .updateTable('file')
    .set({ removedAt: at, heldSubmissionId: null })
    .where('heldSubmissionId', '=', heldSubmissionId)
    .execute()
}

/** Of a referral, or of the user's own draft; null where it was removed. */
export async function findFile(
  trx: Kysely<DB>,
  of: { referralId: string } | { draftId: string },
  id: string,
): Promise<StoredFile | null> {
  const row = await trx
    .selectFrom('file')
    .select(['id', 'name', 'type', 'bytes', 'state', 'storageKey', 'addedByUserId', 'addedByOrganisationId'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .where('referralId' in of ? 'referralId' : 'draftId', '=', 'referralId' in of ? of.referralId : of.draftId)
    .executeTakeFirst()
  return (row as StoredFile | undefined) ?? null
}

export async function markRemoved(trx: Kysely<DB>, id: string, at: Date): Promise<void> {
  await trx.updateTable('file').set({ removedAt: at }).where('id', '=', id).execute()
}

export async function recordFileView(
  trx: Kysely<DB>,
  view: {
    at: Date
    userId: string
    organisationId: string | null
    tokenId: string | null
    referralId: string
    fileId: string
  },
): Promise<void> {
  await trx
    .insertInto('viewRecord')
    .values({ ...view, what: 'file' })
    .execute()
}

/** Removed, or uploaded and left lying for a day: what the store need not keep. As the system. */
export async function listToErase(trx: Kysely<DB>, before: Date, limit: number) {
  const { rows } = await sql<{ id: string; storageKey: string; shared: boolean; wasSent: boolean }>`
    select f.id, f.storage_key, f.referral_id is not null as was_sent, exists (select from file o where o.storage_key = f.storage_key
      and o.id <> f.id and o.removed_at is null and o.state <> 'refused' and o.erased_at is null) as shared
    from file f where f.erased_at is null and (f.removed_at is not null or f.state = 'refused'
      or (f.referral_id is null and f.person_id is null and f.draft_id is null
        and f.held_submission_id is null and f.added_at < ${before}::timestamptz))
    order by f.added_at limit ${limit}`.execute(trx)
  return rows
}

/** One that was sent leaves its row for the history. */
export async function markErased(trx: Kysely<DB>, { id, wasSent }: { id: string; wasSent: boolean }, at: Date) {
  if (wasSent) await trx.updateTable('file').set({ erasedAt: at }).where('id', '=', id).execute()
  else await trx.deleteFrom('file').where('id', '=', id).execute()
}

export type HeldFile = {
  id: string
  storageKey: string
  referralId: string | null
  networkId: string | null
  addedByUserId: string | null
}

/** As the system. */
export async function listHeld(trx: Kysely<DB>, limit: number): Promise<HeldFile[]> {
  const { rows } = await sql<HeldFile>`select f.id, f.storage_key, f.referral_id, r.network_id, f.added_by_user_id
    from file f left join referral r on r.id = f.referral_id
    where f.state = 'held' and f.removed_at is null order by f.added_at limit ${limit}`.execute(trx)
  return rows
}

/** False where it was decided meanwhile. */
export async function settleHeld(trx: Kysely<DB>, id: string, state: FileState): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('file')
    .set({ state })
    .where('id', '=', id)
    .where('state', '=', 'held')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function countFiles(trx: Kysely<DB>, where: ReturnType<typeof sql>): Promise<{ count: number }> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::integer as count from file where removed_at is null and ${where}`.execute(trx)
  return rows[0] ?? { count: 0 }
}

function megabytes(count: number): number {
  return count * 1024 * 1024
}
