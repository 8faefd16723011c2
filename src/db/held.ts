/** Referrals by a link that wait for a coordinator's look. Row-level security shows them to the network's coordinators alone. */
import { type Kysely, sql } from 'kysely'
import type { EntryOrigin, HeldWhy } from '../domain/entry.ts'
import type { DB } from './schema.ts'

/** `body`: as it was put in; null once decided. */
export type Held = {
  id: string
  networkId: string
  /** Null where it came by the network's own address. */
  entryLinkId: string | null
  linkLabel: string | null
  organisationId: string | null
  submissionId: string
  reference: string
  origin: EntryOrigin
  why: HeldWhy
  body: unknown
  at: Date
  decision: 'released' | 'discarded' | null
  decidedBy: string | null
  decidedAt: Date | null
  reason: string | null
  /** Names of what was attached. */
  files: string[]
}

export type NewHeld = Pick<
  Held,
  'id' | 'networkId' | 'entryLinkId' | 'submissionId' | 'reference' | 'origin' | 'why' | 'at'
> & { body: object }

/** False where this submission is held already. */
export async function insertHeld(trx: Kysely<DB>, { body, ...held }: NewHeld): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('heldSubmission')
    .values({ ...held, body: JSON.stringify(body) })
    .onConflict(conflict => conflict.column('submissionId').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What waits first, oldest first; then what was decided lately. */
export async function listHeld(trx: Kysely<DB>, networkId: string): Promise<Held[]> {
  const { rows } = await sql<Held>`${columns} where h.network_id = ${networkId}
    order by h.decision is not null, case when h.decision is null then h.at end, h.decided_at desc limit 100`.execute(
    trx,
  )
  return rows
}

/** Its row held until the transaction ends. */
export async function lockHeld(trx: Kysely<DB>, id: string): Promise<Held | null> {
  await sql`select from held_submission where id = ${id} for update`.execute(trx)
  const { rows } = await sql<Held>`${columns} where h.id = ${id}`.execute(trx)
  return rows[0] ?? null
}

/** What was filled in goes with the decision. */
export async function decideHeld(
  trx: Kysely<DB>,
  id: string,
  decided: { decision: 'released' | 'discarded'; decidedBy: string | null; decidedAt: Date; reason: string | null },
): Promise<void> {
  await trx
    .updateTable('heldSubmission')
    .set({ ...decided, body: null })
    .where('id', '=', id)
    .execute()
}

/** Undecided for longer than the network keeps drafts; `days` where it has no setting. As the system, their rows held. */
export async function listLeftHeld(
  trx: Kysely<DB>,
  at: Date,
  days: number,
): Promise<Pick<Held, 'id' | 'networkId' | 'entryLinkId' | 'why'>[]> {
  const { rows } = await sql<Pick<Held, 'id' | 'networkId' | 'entryLinkId' | 'why'>>`
    select h.id, h.network_id, h.entry_link_id, h.why from held_submission h join network n on n.id = h.network_id
    where h.decision is null
      and h.at < ${at}::timestamptz - make_interval(days => coalesce((n.settings ->> 'draftDays')::integer, ${days}::integer))
    order by h.at limit 100 for update of h skip locked`.execute(trx)
  return rows
}

export type Submitted = { id: string; networkId: string; reference: string; held: boolean }

/** What a submission by a form of this network became before: the referral in each network, or what is held. */
export async function findSubmitted(trx: Kysely<DB>, submissionId: string, networkId: string): Promise<Submitted[]> {
  const { rows } = await sql<Submitted>`
    select id, network_id, reference, false as held from referral
    where submission_id = ${submissionId} and ${networkId} in (network_id, through_network_id)
    order by through_network_id is not null, opened_at, id`.execute(trx)
  if (rows.length > 0) return rows
  const { rows: held } = await sql<Submitted>`select id, network_id, reference, true as held from held_submission
    where submission_id = ${submissionId} and network_id = ${networkId}`.execute(trx)
  return held
}

export async function countHeldSince(trx: Kysely<DB>, networkId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from held_submission where network_id = ${networkId} and decision is null and at > ${since}`.execute(
    trx,
  )
  return rows[0]?.count ?? 0
}

/** Of the networks that the viewer coordinates. */
export async function countHeld(trx: Kysely<DB>, networkIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from held_submission where network_id = any(${[...networkIds]}::uuid[]) and decision is null`.execute(
    trx,
  )
  return rows[0]?.count ?? 0
}

const columns = sql`
  select h.id, h.network_id, h.entry_link_id, l.label as link_label, l.organisation_id, h.submission_id, h.reference, h.origin, h.why,
    h.body, h.at, h.decision, u.name as decided_by, h.decided_at, h.reason, files_of_held(h.id) as files
  from held_submission h left join entry_link l on l.id = h.entry_link_id left join "user" u on u.id = h.decided_by`
