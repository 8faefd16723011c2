/** What reports count by, as conditions of a list: so every number of theirs leads to those it counts. See domain/policy-on-referral's findsBy. */
import { type RawBuilder, sql } from 'kysely'
import { type AskingFate, type Facts, type Fate, type Tab, unknown } from '../../domain/listing.ts'
import type { NeedStatus } from '../../domain/referral.ts'
import { taken } from '../reports/askings.ts'
import { whyUnmet } from '../reports/needs.ts'

type Part = RawBuilder<unknown>
type Parts = (Part | false | '' | null | undefined)[]
export type Found = {
  tab: Tab
  facts?: Facts | undefined
  categoryIds?: readonly string[] | undefined
  networkIds?: readonly string[]
  openedFrom?: Date | undefined
  openedBefore?: Date | undefined
}

const needStatuses: Record<Fate, NeedStatus[] | null> = {
  met: ['met'],
  ended: ['ended'],
  open: ['unplaced', 'waiting', 'helped'],
  lost: ['unmet', 'withdrawn'],
  unmet: ['unmet', 'unplaced'],
  any: null,
}

const askingsThat: Record<AskingFate, Part | ((at: Date, also: Part) => Part)> = {
  asked: sql`true`,
  waiting: sql`a.status = 'pending'`,
  overdue: at => sql`a.status = 'pending' and ${isLate('a', at)}`,
  in_time: (
    at,
    also,
  ) => sql`a.status = 'pending' and not exists (select from assignment b where b.referral_id = a.referral_id
    and b.organisation_id = a.organisation_id and b.status = 'pending' and ${isLate('b', at)} and ${also})`,
  answered: sql`a.answered_at is not null`,
  taken,
  declined: sql`a.status = 'rejected'`,
  lapsed: sql`a.status = 'lapsed'`,
  reassigned: sql`a.status = 'reassigned'`,
  referred_on: sql`a.status = 'referred_on'`,
  closed: sql`a.status = 'closed'`,
}

/** `id`: of the referral. Where a need is asked for too, it is of that need, and of an asking for it. */
export function byFacts(id: Part, found: Found): Part[] {
  const [person, needs, askings] = [personIs(found), needsOf(id, found), askingsOf(id, found)]
  return [
    person && sql`exists (select from referral l where l.id = ${id} and ${person})`,
    needs && sql`exists (select ${needs})`,
    askings && sql`exists (select ${askings})`,
  ].filter(part => part !== null)
}

function personIs({ facts }: Found): Part | null {
  const { ageBand, outwardCode, origin } = facts ?? {}
  return all([
    ageBand && sql`l.age_band ${is(ageBand)}`,
    outwardCode && sql`l.outward_code ${is(outwardCode)}`,
    origin && sql`l.origin = ${origin}`,
  ])
}

/** The needs of a referral that are asked for, from `from` on; null: they are not asked for. */
export function needsOf(id: Part, found: Found): Part | null {
  const { facts, categoryIds, openedFrom, openedBefore } = found
  if (!facts?.need) return null
  const { fate, why, outcomeId } = facts.need
  const statuses = needStatuses[fate]
  return sql`from need n where ${all([
    sql`n.referral_id = ${id}`,
    inNetwork('n', found),
    openedFrom && sql`n.opened_at >= ${openedFrom}::timestamptz`,
    openedBefore && sql`n.opened_at < ${openedBefore}::timestamptz`,
    statuses && sql`n.status = any(${statuses}::text[])`,
    why && sql`n.status in ('unmet', 'unplaced') and ${whyUnmet} = ${why}`,
    outcomeId && sql`n.outcome_id = ${outcomeId} and n.status in ('met', 'ended')`,
    categoryIds && sql`n.category_id = any(${categoryIds}::uuid[])`,
  ])}`
}

/** Its askings likewise, by when they were made, not by when the referral was opened. */
export function askingsOf(id: Part, found: Found): Part | null {
  const { facts, categoryIds } = found
  if (!facts?.asking) return null
  const { fate, at, reasonId, organisationId, from, before } = facts.asking
  const that = askingsThat[fate]
  const forNeed = (row: 'a' | 'b') => categoryIds && sql`${sql.ref(`${row}.category_ids`)} && ${categoryIds}::uuid[]`
  return sql`from assignment a where ${all([
    sql`a.referral_id = ${id}`,
    inNetwork('a', found),
    typeof that === 'function' ? that(at, forNeed('b') ?? sql`true`) : that,
    reasonId && sql`a.reason_id ${is(reasonId)}`,
    organisationId && sql`a.organisation_id = ${organisationId}`,
    from && sql`a.asked_at >= ${from}::timestamptz`,
    before && sql`a.asked_at < ${before}::timestamptz`,
    forNeed('a'),
  ])}`
}

/** Said again of what stands beside the referral, so that its own index in the order of time may lead: of askings, that of those that count. */
function inNetwork(row: 'a' | 'n', { tab, networkIds }: Found): Part | null {
  const [network, ...others] = networkIds ?? []
  if (tab !== 'all' || !network || others.length > 0) return null
  return row === 'a' ? sql`a.network_id = ${network} and a.counted` : sql`n.network_id = ${network}`
}

/** The clock's own step, so that a pause or a new round counts too. */
export function isLate(row: 'a' | 'b', at: Date): Part {
  const of = (column: string) => sql.ref(`${row}.${column}`)
  return sql`exists (select from clock_step k
    where k.assignment_id = ${of('id')} and k.round = ${of('clock_round')} and k.step = 'escalate' and k.due_at <= ${at})`
}

/** Equal to it, or not known. */
export function is(value: string): Part {
  return value === unknown ? sql`is null` : sql`= ${value}`
}

function all(parts: Parts): Part | null {
  const given = parts.filter(part => typeof part === 'object' && part !== null)
  return given.length > 0 ? sql.join(given, sql` and `) : null
}
