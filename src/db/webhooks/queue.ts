/** API-3: taking deliveries out of their queue. A webhook is worked on by one process at a time, a referral's deliveries in order. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { WebhookKind } from '../../domain/webhook.ts'
import type { DB } from '../schema.ts'

export type Hook = {
  id: string
  organisationId: string | null
  networkId: string | null
  address: string
  secret: Buffer
  oldSecret: Buffer | null
  oldUntil: Date | null
  failingSince: Date | null
}
export type Due = {
  id: string
  eventId: number
  referralId: string
  kind: WebhookKind
  attempts: number
  at: Date
  /** By the webhook's organisation, or about its part. */
  own: boolean
}

const lockClass = 803_005

export async function listDueHooks(db: Kysely<DB>, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select w.id from webhook w join webhook_delivery d on d.webhook_id = w.id and d.status = 'queued' and d.next_attempt_at <= ${now}
    where w.off_at is null and (w.rest_until is null or w.rest_until <= ${now})
    group by w.id order by min(d.next_attempt_at) limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Does `work` on one connection that holds the webhook; null where another process holds it. The lock ends with the connection. */
export function holdHook<T>(db: Kysely<DB>, id: string, work: (held: Kysely<DB>) => Promise<T>): Promise<T | null> {
  return db.connection().execute(async held => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_lock(${lockClass}, hashtext(${id})) as mine`.execute(held)
    if (!rows[0]?.mine) return null
    try {
      return await work(held)
    } finally {
      await sql`select pg_advisory_unlock(${lockClass}, hashtext(${id}))`.execute(held)
    }
  })
}

export async function readHook(held: Kysely<DB>, id: string): Promise<Hook | null> {
  const { rows } = await sql<Hook>`
    select id, organisation_id, network_id, address, secret, old_secret, old_until, failing_since
    from webhook where id = ${id} and off_at is null`.execute(held)
  return rows[0] ?? null
}

/** The first of each referral alone: what comes after it waits until it is sent or held. */
export async function readDueDeliveries(held: Kysely<DB>, hook: Hook, now: Date, limit: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select d.id, d.event_id, d.referral_id, d.kind, d.attempts, e.at,
      coalesce(e.organisation_id = ${hook.organisationId}::uuid or a.organisation_id = ${hook.organisationId}::uuid, false) as own
    from webhook_delivery d join event e on e.id = d.event_id left join assignment a on a.id = e.assignment_id
    where d.webhook_id = ${hook.id} and d.status = 'queued' and d.next_attempt_at <= ${now}
      and not exists (select from webhook_delivery f where f.webhook_id = d.webhook_id and f.referral_id = d.referral_id
        and f.status = 'queued' and f.event_id < d.event_id)
    order by d.event_id limit ${limit}`.execute(held)
  return rows
}

/** Not held, sent or deleted since it was read. */
export async function isStillQueued(held: Kysely<DB>, { id }: Due): Promise<boolean> {
  const { rows } = await sql`select from webhook_delivery where id = ${id} and status = 'queued'`.execute(held)
  return rows.length > 0
}

/** With whose eyes it reads: the organisation's, or those of whoever coordinates the network. No person's: it outlives each of them. */
export async function readerOf(held: Kysely<DB>, { organisationId, networkId }: Hook): Promise<Actor> {
  const { rows } = await sql<{ networks: Actor['networks'] }>`
    select networks_of(${organisationId}::uuid) as networks`.execute(held)
  return {
    ...{ userId: '00000000-0000-0000-0000-000000000000', name: '', organisationId, organisationName: null },
    ...{ role: organisationId ? 'primary' : null, networks: rows[0]?.networks ?? [], commissions: [] },
    ...{ coordinates: networkId ? [networkId] : [], administrator: false, scopes: null },
  }
}

type Tried = { now: Date; status?: number | null; error?: string | null }

export async function markDelivered(held: Kysely<DB>, { id }: Due, { id: hook }: Hook, tried: Tried): Promise<void> {
  await sql`
    with sent as (update webhook_delivery set status = 'sent', sent_at = ${tried.now}, tried_at = ${tried.now}, attempts = attempts + 1,
      last_status = ${tried.status ?? null}, last_error = null where id = ${id})
    update webhook set failing_since = null, rest_until = null where id = ${hook} and (failing_since is not null or rest_until is not null)`.execute(
    held,
  )
}

/** What was held meanwhile, because somebody switched the webhook off, stays so. `again` null: it is held. `rest`: the whole webhook is left alone until then. */
export async function markFailed(
  held: Kysely<DB>,
  { id }: Due,
  { id: hook }: Hook,
  { now, status = null, error = null, again, rest }: Tried & { again: Date | null; rest: Date | null },
): Promise<void> {
  await sql`
    with tried as (update webhook_delivery set status = case when ${again}::timestamptz is null then 'held' else 'queued' end,
      next_attempt_at = coalesce(${again}::timestamptz, next_attempt_at), attempts = attempts + 1, tried_at = ${now},
      last_status = ${status}::int, last_error = ${error} where id = ${id} and status = 'queued')
    update webhook set failing_since = coalesce(failing_since, ${now}), rest_until = ${rest}::timestamptz where id = ${hook}`.execute(
    held,
  )
}

export async function withhold(held: Kysely<DB>, { id }: Due): Promise<void> {
  await sql`update webhook_delivery set status = 'withheld' where id = ${id}`.execute(held)
}
