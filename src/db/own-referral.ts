/** What a referrer without an account may see of what they sent: where it stands, and a question that waits for them. */
import { type Kysely, sql } from 'kysely'
import type { Progress, ReferralStatus } from '../domain/referral.ts'
import type { DB } from './schema.ts'

export type OpenQuestion = { assignmentId: string; body: string; at: Date }
export type OwnReferral = {
  id: string
  networkId: string
  networkName: string
  colour: string
  helpName: string
  helpEmail: string
  helpPhone: string
  reference: string
  sentAt: Date
  /** `held`: no referral yet; `discarded`: it never became one. */
  status: ReferralStatus | 'held' | 'discarded'
  progress: Progress
  /** Before it is helped or over. */
  mayWithdraw: boolean
  questions: OpenQuestion[]
  reasons: { id: string; label: string }[]
}

/** Only what came in without an account, and nothing after consent was withdrawn. As the program: whoever asks has shown a code. */
export async function readOwnReferral(trx: Kysely<DB>, id: string): Promise<OwnReferral | null> {
  const { rows } = await sql<OwnReferral>`
    select x.id, x.network_id, n.name as network_name, n.colour, n.help_name, n.help_email, n.help_phone, x.reference, x.sent_at, x.status,
      x.progress, x.status in ('needs_placing', 'open') as may_withdraw,
      (select coalesce(json_agg(json_build_object('assignmentId', a.id, 'at', a.question_asked_at, 'body', coalesce((select t.body from note t
          where t.assignment_id = a.id and t.kind = 'question' order by t.at desc limit 1), '')) order by a.question_asked_at), '[]')
        from assignment a where a.referral_id = x.id and a.status = 'pending' and a.question_asked_at is not null
          and a.question_answered_at is null) as questions,
      (select coalesce(json_agg(json_build_object('id', w.id, 'label', w.label) order by w.position, w.label), '[]') from term w
        where w.network_id = x.network_id and w.list = 'withdraw_reason' and w.retired_at is null) as reasons
    from (
      select r.id, r.network_id, r.reference, r.opened_at as sent_at, r.status, r.progress from referral r
      where r.origin in ('link', 'embed', 'self') and r.consent_withdrawn_at is null and r.anonymised_at is null
      union all
      select h.id, h.network_id, h.reference, h.at, case when h.decision is null then 'held' else 'discarded' end, 'opened'
      from held_submission h where h.decision is null or h.decision = 'discarded') x
    join network n on n.id = x.network_id
    where x.id = ${id}`.execute(trx)
  const [row] = rows
  return row ? { ...row, questions: row.questions.map(one => ({ ...one, at: new Date(one.at) })) } : null
}

/** Of a referral or of what is held. */
export async function findByReference(trx: Kysely<DB>, reference: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from referral where reference = ${reference}
    union all select id from held_submission where reference = ${reference} limit 1`.execute(trx)
  return rows[0]?.id ?? null
}

/** The assignment whose question a message told of. */
export async function findQuestion(
  trx: Kysely<DB>,
  messageId: string,
): Promise<{ referralId: string; assignmentId: string } | null> {
  const { rows } = await sql<{ referralId: string; assignmentId: string }>`
    select m.referral_id, e.assignment_id from message m join event e on e.id = m.event_id
    where m.id = ${messageId} and m.template = 'question' and m.recipient like 'source:%' and e.assignment_id is not null`.execute(
    trx,
  )
  return rows[0] ?? null
}
