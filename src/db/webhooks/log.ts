/** API-3: what was sent to a webhook, and sending it again. */
import { type Kysely, sql } from 'kysely'
import type { WebhookKind } from '../../domain/webhook.ts'
import type { DB } from '../schema.ts'

export type Delivery = {
  id: string
  eventId: number
  kind: WebhookKind
  referralId: string
  reference: string
  status: 'queued' | 'sent' | 'held' | 'withheld'
  attempts: number
  nextAttemptAt: Date
  lastStatus: number | null
  lastError: string | null
  createdAt: Date
  triedAt: Date | null
  sentAt: Date | null
}

/** Newest first; what was withheld is not told of at all. `before`: the event id that the page before ended with. */
export async function listDeliveries(
  db: Kysely<DB>,
  webhookId: string,
  { before = null, limit }: { before?: number | null; limit: number },
): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select d.id, d.event_id, d.kind, d.referral_id, r.reference, d.status, d.attempts, d.next_attempt_at, d.last_status, d.last_error,
      d.created_at, d.tried_at, d.sent_at
    from webhook_delivery d join referral r on r.id = d.referral_id
    where d.webhook_id = ${webhookId} and d.status <> 'withheld' and d.tried_at is not null
      and (${before}::bigint is null or d.event_id < ${before}::bigint)
    order by d.event_id desc limit ${limit}`.execute(db)
  return rows
}

/** False where there is none, or it waits already. */
export async function queueAgain(trx: Kysely<DB>, webhookId: string, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update webhook_delivery set status = 'queued', attempts = 0, next_attempt_at = ${now}
    where id = ${id} and webhook_id = ${webhookId} and status in ('sent', 'held')`.execute(trx)
  return numAffectedRows > 0n
}

/** All that is held, tried or not: each is told in its turn, and only where it may still be read. Returns how many. */
export async function queueHeld(trx: Kysely<DB>, webhookId: string, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update webhook_delivery set status = 'queued', attempts = 0, next_attempt_at = ${now}
    where webhook_id = ${webhookId} and status = 'held'`.execute(trx)
  return Number(numAffectedRows)
}

/** What waits when it is switched off is kept for somebody to send again. */
export async function holdWaiting(trx: Kysely<DB>, webhookId: string): Promise<void> {
  await sql`update webhook_delivery set status = 'held' where webhook_id = ${webhookId} and status = 'queued'`.execute(
    trx,
  )
}

export async function forgetDeliveries(db: Kysely<DB>, before: Date): Promise<false> {
  await sql`delete from webhook_delivery where status <> 'queued' and created_at < ${before}`.execute(db)
  return false
}
