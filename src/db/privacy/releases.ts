/** Private notes that requests ask for, as their authors see them. Run inside actAs. */
import { type Kysely, sql } from 'kysely'
import type { ReleaseDecision } from '../../domain/subject.ts'
import type { DB } from '../schema.ts'

export type AskedNote = {
  requestId: string
  noteId: string
  body: string
  at: Date
  reference: string
  network: string
  askedAt: Date
  decision: ReleaseDecision | null
  decidedAt: Date | null
}

/** What waits first. */
export async function listAskedNotes(trx: Kysely<DB>, userId: string): Promise<AskedNote[]> {
  const { rows } = await sql<AskedNote>`
    select x.request_id, x.note_id, n.body, n.at, r.reference, w.name as network, e.at as asked_at, x.decision, x.decided_at
    from note_release x join note n on n.id = x.note_id join referral r on r.id = n.referral_id join network w on w.id = r.network_id
    cross join lateral (select coalesce((select max(v.at) from event v where v.network_id = r.network_id and v.action = 'askData'
      and v.codes ->> 'request' = x.request_id::text), n.at) as at) e
    where x.author_user_id = ${userId} order by x.decision is not null, e.at desc, n.at limit 200`.execute(trx)
  return rows
}

export async function countAskedNotes(trx: Kysely<DB>, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from note_release
    where author_user_id = ${userId} and decision is null`.execute(trx)
  return rows[0]?.count ?? 0
}

/** Its network; null where it is not this author's to decide. */
export async function decideRelease(
  trx: Kysely<DB>,
  { requestId, noteId, userId }: { requestId: string; noteId: string; userId: string },
  decision: ReleaseDecision,
  at: Date,
): Promise<{ networkId: string } | null> {
  const { rows } = await sql<{ networkId: string }>`
    update note_release x set decision = ${decision}, decided_at = ${at} from note n join referral r on r.id = n.referral_id
    where x.request_id = ${requestId} and x.note_id = ${noteId} and x.author_user_id = ${userId} and n.id = x.note_id
    returning r.network_id`.execute(trx)
  return rows[0] ?? null
}
