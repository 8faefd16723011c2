/** What became of askings: how long answers took, who declined and why, what was passed on, who asks whom. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { type Asked, askedAlone, askedIn, openedIn, type Part, stepAt } from './population.ts'

export type AskingCut = 'all' | 'time' | 'recipient' | 'sender' | 'need' | 'area' | 'reason'
type Keyed = { key: string | null; name: string | null }

/** Accepted at some time, whatever came later. */
const taken = sql`(a.answered_at is not null and a.status <> 'rejected')`
const hours = (from: Part, to: Part) => sql`(date_part('epoch', ${to} - ${from}) / 3600)`
const toAnswer = hours(sql`a.asked_at`, sql`a.answered_at`)
const toClose = hours(sql`a.asked_at`, sql`a.ended_at`)

export type Waits = Keyed & {
  asked: number
  answered: number
  /** Hours to the answer and from the asking to the close: the middle one, and the one that nine in ten do not exceed. */
  answerMedian: number | null
  answerMost: number | null
  soon: number
  closed: number
  closeMedian: number | null
  closeMost: number | null
}

/**
 * By counting how many took as long, to a tenth of an hour, and reading off the middle: putting a million times in order took ten times as
 * long as all the rest.
 */
export async function readWaits(db: Kysely<DB>, actor: Actor, asked: Asked, cut: AskingCut): Promise<Waits[]> {
  const { key, name, join, alone } = cutting(asked, cut)
  const reached = (share: number, of: Part, most: Part) =>
    sql`min(hours) filter (where ${of} and upto >= ${sql.lit(share)} * ${most})`
  const [answer, close] = [sql`kind = 'answer'`, sql`kind = 'close'`]
  const { rows } = await sql<Waits>`with each as materialized (select ${key} as key, ${name} as name,
        (${toAnswer} * 10)::integer as answer,
        case when a.status = 'closed' then (${toClose} * 10)::integer end as close, count(*)::int as count
      ${fromAskings(actor, asked, join, alone)} group by 1, 2, 3, 4),
    ways as (select key, name, 'answer' as kind, answer / 10.0::double precision as hours, sum(count) as count from each group by 1, 2, 4
      union all select key, name, 'close', close / 10.0::double precision, sum(count) from each where close is not null group by 1, 2, 4),
    risen as (select *, sum(count) over (partition by key, name, kind order by hours nulls last) as upto,
      sum(count) filter (where hours is not null) over (partition by key, name, kind) as known from ways)
    select key, name, sum(count) filter (where ${answer})::int as asked, coalesce(max(known) filter (where ${answer}), 0)::int as answered,
      ${reached(0.5, answer, sql`known`)} as answer_median, ${reached(0.9, answer, sql`known`)} as answer_most,
      coalesce(sum(count) filter (where ${answer} and hours <= 48), 0)::int as soon,
      coalesce(max(known) filter (where ${close}), 0)::int as closed,
      ${reached(0.5, close, sql`known`)} as close_median, ${reached(0.9, close, sql`known`)} as close_most
    from risen group by 1, 2 order by 4 desc, 2, 1`.execute(db)
  return rows
}

/** How many answers, or closes, came within so many hours: of the bins given, and last those that took longer. */
export async function readSpread(
  db: Kysely<DB>,
  actor: Actor,
  asked: Asked,
  to: 'answer' | 'close',
  bins: readonly number[],
): Promise<number[]> {
  const [took, came] =
    to === 'answer' ? [toAnswer, sql`a.answered_at is not null`] : [toClose, sql`a.status = 'closed'`]
  const { rows } = await sql<{ bin: number; count: number }>`
    select width_bucket(${took}, ${bins}::double precision[]) as bin, count(*)::int as count
    ${fromAskings(actor, asked, sql``, true)} and ${came} group by 1`.execute(db)
  return [...bins, 0].map((_, at) => rows.find(({ bin }) => bin === at)?.count ?? 0)
}

export type Ends = Keyed & {
  asked: number
  taken: number
  declined: number
  lapsed: number
  reassigned: number
  referredOn: number
  stoodDown: number
}

export async function readEnds(db: Kysely<DB>, actor: Actor, asked: Asked, cut: AskingCut): Promise<Ends[]> {
  const { key, name, join, alone } = cutting(asked, cut)
  const ended = (status: string) => sql`count(*) filter (where a.status = ${sql.lit(status)})::int`
  const { rows } = await sql<Ends>`select ${key} as key, ${name} as name, count(*)::int as asked,
      count(*) filter (where ${taken})::int as taken, ${ended('rejected')} as declined, ${ended('lapsed')} as lapsed,
      ${ended('reassigned')} as reassigned, ${ended('referred_on')} as referred_on, ${ended('stood_down')} as stood_down
    ${fromAskings(actor, asked, join, alone)} group by 1, 2 order by 3 desc, 2, 1`.execute(db)
  return rows
}

export type Flow = {
  sender: string | null
  senderName: string | null
  recipient: string
  recipientName: string
  referrals: number
  taken: number
}

/** Referrals opened in the period, once for each pair of who sent and who was asked. */
export async function readFlows(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<Flow[]> {
  const { whose } = asked
  const own = whose.kind === 'received' ? sql`a.organisation_id = ${whose.organisationId}` : sql`true`
  const { rows } = await sql<Flow>`select f.*, s.name as sender_name, o.name as recipient_name from (
      select sender, recipient, count(*)::int as referrals, count(*) filter (where taken)::int as taken from (
        select r.id, r.referrer_organisation_id as sender, a.organisation_id as recipient, bool_or(${taken}) as taken
        from referral r join assignment a on a.referral_id = r.id where ${openedIn(actor, asked)} and ${own} group by 1, 2, 3) each
      group by 1, 2) f
    left join organisation s on s.id = f.sender join organisation o on o.id = f.recipient
    order by f.referrals desc, s.name, o.name`.execute(db)
  return rows
}

export type Overdue = { key: string; name: string; waiting: number; overdue: number; longest: number }

/** Now: the referrals that wait for an organisation's answer, and those that should not any more, by the step at which the coordinator is told. */
export async function readOverdue(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<Overdue[]> {
  const open = { ...asked, days: { first: '2000-01-01', last: '2199-12-31' } }
  const { rows } =
    await sql<Overdue>`select a.organisation_id as key, o.name, count(distinct a.referral_id)::int as waiting,
      count(distinct a.referral_id) filter (where k.due_at <= ${asked.now})::int as overdue,
      max(${hours(sql`a.clock_from`, sql`${asked.now}::timestamptz`)}) as longest
    from assignment a join referral r on r.id = a.referral_id join organisation o on o.id = a.organisation_id
    left join clock_step k on k.assignment_id = a.id and k.round = a.clock_round and k.step = 'escalate'
    where a.status = 'pending' and ${askedIn(actor, open)} group by 1, 2 order by 4 desc, 3 desc, 2`.execute(db)
  return rows
}

/** `alone`: nothing of the referral itself is wanted. */
function fromAskings(actor: Actor, asked: Asked, join: Part, alone: boolean): Part {
  const simple = alone ? askedAlone(actor, asked) : null
  if (simple) return sql`from assignment a ${join} where ${simple}`
  return sql`from assignment a join referral r on r.id = a.referral_id ${join} where ${askedIn(actor, asked)}`
}

function cutting({ days, step }: Asked, cut: AskingCut): { key: Part; name: Part; join: Part; alone: boolean } {
  const alone = cut !== 'sender' && cut !== 'area'
  switch (cut) {
    case 'all':
      return { key: sql`''`, name: sql`null::text`, join: sql``, alone }
    case 'time':
      return { key: stepAt(sql`a.asked_at`, days, step), name: sql`null::text`, join: sql``, alone }
    case 'recipient':
      return {
        key: sql`a.organisation_id`,
        name: sql`y.name`,
        join: sql`join organisation y on y.id = a.organisation_id`,
        alone,
      }
    case 'sender':
      return {
        key: sql`r.referrer_organisation_id`,
        name: sql`y.name`,
        join: sql`left join organisation y on y.id = r.referrer_organisation_id`,
        alone,
      }
    case 'need':
      return {
        key: sql`y.id`,
        name: sql`y.label`,
        join: sql`join assignment_need an on an.assignment_id = a.id join need n on n.id = an.need_id join category y on y.id = n.category_id`,
        alone,
      }
    case 'area':
      return {
        key: sql`r.authority_code`,
        name: sql`y.name`,
        join: sql`left join area y on y.code = r.authority_code`,
        alone,
      }
    case 'reason':
      return { key: sql`a.reason_id`, name: sql`y.label`, join: sql`left join term y on y.id = a.reason_id`, alone }
  }
}
