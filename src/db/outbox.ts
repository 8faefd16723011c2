/** Taking messages out of the outbox, lane by lane. A lane is emptied by one process at a time, one message after the other. */
import { type Kysely, sql } from 'kysely'
import type { JoiningTemplate } from '../domain/joining.ts'
import type { Template } from '../domain/notices.ts'
import type { SafeContact } from '../domain/safe-contact.ts'
import type { DB } from './schema.ts'

/** A queued message with where it goes, read at the moment of sending. `address` null: nobody is there any more. */
export type Queued = {
  id: string
  messageId: string
  template:
    | Template
    | JoiningTemplate
    | 'reset'
    | 'invitation'
    | 'digest'
    | 'email_change'
    | 'email_changed'
    | 'second_step_off'
  codes: Readonly<Record<string, unknown>>
  referralId: string | null
  invitationId: string | null
  /** Of a request to join that was refused. */
  refusal: string | null
  attempts: number
  createdAt: Date
  address: string | null
  language: 'en' | 'cy'
  networkName: string | null
  networkColour: string | null
  /** To who referred without an account: a letter with a code in place of signing in. */
  toSource: boolean
  /** Of the person, where it is the person who is told: also where they referred themselves. */
  toPerson: boolean
  safeContact: SafeContact | null
}

const lockClass = 803_004

/** Lanes with something due, longest due first. */
export async function listDueLanes(db: Kysely<DB>, limit: number): Promise<string[]> {
  const { rows } = await sql<{ lane: string }>`
    select lane from message where status = 'queued' and next_attempt_at <= now()
    group by lane order by min(next_attempt_at) limit ${limit}`.execute(db)
  return rows.map(({ lane }) => lane)
}

/** Does `work` on one connection that holds the lane; null where another process holds it. The lock ends with the connection. */
export function holdLane<T>(db: Kysely<DB>, lane: string, work: (held: Kysely<DB>) => Promise<T>): Promise<T | null> {
  return db.connection().execute(async held => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_lock(${lockClass}, hashtext(${lane})) as mine`.execute(held)
    if (!rows[0]?.mine) return null
    try {
      return await work(held)
    } finally {
      await sql`select pg_advisory_unlock(${lockClass}, hashtext(${lane}))`.execute(held)
    }
  })
}

export async function readDue(held: Kysely<DB>, lane: string, limit: number): Promise<Queued[]> {
  const { rows } = await sql<Queued>`
    select m.id, m.message_id, m.template, m.codes, m.referral_id, m.invitation_id, j.reason as refusal, m.attempts, m.created_at,
      case when m.template = 'email_change' then case when e.used_at is null and e.expires_at > now() then e.email end
        when m.template = 'email_changed' then e.old_email
        when m.user_id is not null then case when u.disabled_at is null then u.email end
        when m.organisation_id is not null then o.team_inbox when m.invitation_id is not null then i.email
        when m.join_request_id is not null then j.contact_email
        when m.recipient like 'source:%' then source_address(m.referral_id) else p.email end as address,
      m.recipient like 'source:%' as to_source, m.template = 'person_sent' or x.told_self as to_person,
      coalesce(u.language, agreed.language, invited.language, 'en') as language, coalesce(n.name, io.name) as network_name, n.colour as network_colour, p.safe_contact
    from message m
    left join "user" u on u.id = m.user_id
    left join organisation o on o.id = m.organisation_id
    left join invitation i on i.id = m.invitation_id and i.revoked_at is null and i.accepted_at is null
    left join organisation io on io.id = i.organisation_id
    left join join_request j on j.id = m.join_request_id
    left join email_change e on e.id = (m.codes ->> 'emailChange')::uuid
    left join referral r on r.id = m.referral_id
    left join network n on n.id = coalesce(r.network_id, i.network_id, (m.codes ->> 'networkId')::uuid)
    cross join lateral (select coalesce(r.origin = 'self' and m.recipient like 'source:%', false) as told_self) x
    left join lateral (select w.language from consent c join consent_wording w on w.id = c.wording_id
      where c.referral_id = m.referral_id and (m.recipient like 'source:%' or m.template = 'person_sent')) agreed on true
    left join lateral (select l.language from "user" l where l.email = i.email or l.id = i.invited_by
      order by l.email = i.email desc limit 1) invited on true
    left join referral_person p on (m.template = 'person_sent' or x.told_self) and p.referral_id = m.referral_id
    where m.status = 'queued' and m.next_attempt_at <= now() and m.lane = ${lane}
    order by m.next_attempt_at, m.id limit ${limit}`.execute(held)
  return rows
}

export async function markSent(held: Kysely<DB>, id: string): Promise<void> {
  await sql`update message set status = 'sent', sent_at = now(), attempts = attempts + 1, last_error = null
    where id = ${id}`.execute(held)
}

/** Tried and failed; again in `seconds`. */
export async function putBack(held: Kysely<DB>, id: string, error: string, seconds: number): Promise<void> {
  await sql`update message set attempts = attempts + 1, last_error = ${error},
    next_attempt_at = now() + make_interval(secs => ${seconds}) where id = ${id}`.execute(held)
}

/** Not tried: its moment is later. */
export async function postpone(held: Kysely<DB>, id: string, until: Date): Promise<void> {
  await sql`update message set next_attempt_at = ${until} where id = ${id}`.execute(held)
}

/** `held` waits for somebody to look at it; `dropped` must not or cannot be sent. */
export async function setAside(held: Kysely<DB>, id: string, as: 'held' | 'dropped', why: string): Promise<void> {
  await sql`update message set status = ${as}, attempts = attempts + 1, last_error = ${why} where id = ${id}`.execute(
    held,
  )
}

/** Back into the queue, with the same Message-ID and a day of tries before it. False where it is not held. */
export async function requeue(db: Kysely<DB>, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update message set status = 'queued', attempts = 0, next_attempt_at = now() where id = ${id} and status = 'held'`.execute(
    db,
  )
  return numAffectedRows > 0n
}
