/** FORM-14: what a signed-in referrer has typed so far, theirs alone; row-level security keeps it so. */
import { type Kysely, sql } from 'kysely'
import type { ConsentGiven } from '../domain/consent.ts'
import type { StartsFrom } from '../domain/starting.ts'
import type { DB } from './schema.ts'

/** `typed`: the form's fields as they were posted, checked or not. `shortlist`: null until somebody changed it. */
export type DraftBody = {
  typed: Record<string, string | string[]>
  shortlist: string[] | null
  /** FORM-10: what the referrer began from. `widened`: they chose to see every need, not only what it offers. */
  startsFrom: (StartsFrom & { widened?: boolean }) | null
  /** Why a service that was not suggested is on the list, by its id, in the referrer's words. */
  reasons?: Record<string, string>
  /** FORM-6: the version of each organisation's own questions that was shown. */
  heard?: Record<string, number>
  /** NET-4: the same for each connected network that has needs of the draft. */
  connected?: Record<string, Pick<DraftBody, 'shortlist' | 'reasons'>>
  /** What the person agreed to: these services in this order, by network. Gone as soon as either changes. */
  consent?: AgreedTo | null
}
/** `services`, `wordingId`: of the form's own network. */
export type AgreedTo = Pick<ConsentGiven, 'how' | 'askedBy' | 'lawfulBasis' | 'basisReason'> & {
  services: string[]
  wordingId: string
  connected?: Record<string, { services: string[]; wordingId: string }>
}
export type Draft = { id: string; networkId: string; body: DraftBody; updatedAt: Date }

export async function readDraft(db: Kysely<DB>, userId: string, id: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('draft')
    .select(['id', 'networkId', 'body', 'updatedAt'])
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst()
  return row ? { ...row, body: row.body as unknown as DraftBody } : null
}

export async function listDrafts(db: Kysely<DB>, userId: string): Promise<Draft[]> {
  const rows = await db
    .selectFrom('draft')
    .select(['id', 'networkId', 'body', 'updatedAt'])
    .where('userId', '=', userId)
    .orderBy('updatedAt', 'desc')
    .limit(20)
    .execute()
  return rows.map(row => ({ ...row, body: row.body as unknown as DraftBody }))
}

/** `days`: for a network that has not set its own. */
export async function deleteDraftsOlderThan(trx: Kysely<DB>, at: Date, days: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from draft d using network n where n.id = d.network_id
    and d.updated_at < ${at}::timestamptz - make_interval(days => coalesce((n.settings ->> 'draftDays')::integer, ${days}::integer))`.execute(
    trx,
  )
  return Number(numAffectedRows ?? 0)
}
