/** What happened, one append-only row per change, in the transaction that made it. */
import { type Kysely, sql } from 'kysely'
import { kindOfAction } from '../domain/webhook.ts'
import { kept } from './plans.ts'
import type { DB } from './schema.ts'

export type NewEvent = {
  action: string
  networkId: string | null
  referralId: string | null
  assignmentId: string | null
  party: string
  userId: string | null
  organisationId: string | null
  noteId: string | null
  /** Ids and codes only: nothing that a person wrote, nothing about a person. */
  codes: Record<string, unknown>
}
export type Recorded = NewEvent & { id: number; at: Date }

const kinds = JSON.stringify(kindOfAction)

/** What webhooks are to be told goes into their queue by the same statement. */
export async function recordEvents(trx: Kysely<DB>, at: Date, events: readonly NewEvent[]): Promise<Recorded[]> {
  if (events.length === 0) return []
  const { rows } = await sql<{ id: number }>`${kept}
    with made as (insert into event (at, action, network_id, referral_id, assignment_id, party, user_id, organisation_id, note_id, codes)
    select ${at}, x.action, x."networkId", x."referralId", x."assignmentId", x.party, x."userId", x."organisationId", x."noteId", x.codes
    from rows from (jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as (action text, "networkId" uuid, "referralId" uuid, "assignmentId" uuid, party text, "userId" uuid,
          "organisationId" uuid, "noteId" uuid, codes jsonb)) with ordinality
      as x(action, "networkId", "referralId", "assignmentId", party, "userId", "organisationId", "noteId", codes, nth)
    order by x.nth returning id, action, network_id, referral_id),
    queued as (
      insert into webhook_delivery (webhook_id, event_id, referral_id, kind)
      select w.id, m.id, m.referral_id, ${kinds}::jsonb ->> m.action from made m
      join webhook w on w.off_at is null and (${kinds}::jsonb ->> m.action) = any(w.kinds) and (w.network_id = m.network_id
        or exists (select from referral_party p where p.referral_id = m.referral_id and p.organisation_id = w.organisation_id))
      where m.referral_id is not null)
    select id from made order by id`.execute(trx)
  return events.map((event, index) => ({ ...event, at, id: rows[index]?.id ?? 0 }))
}
