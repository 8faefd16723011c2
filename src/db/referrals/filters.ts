/** What a list of referrals is narrowed by, as SQL. Each condition names the row by its id, so that it serves every list. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Facts, type Sort, type StageAsked, type Tab, unknown } from '../../domain/listing.ts'
import type { Standing } from '../../domain/policy.ts'
import type { Progress, ReferralStatus } from '../../domain/referral.ts'
import type { DB } from '../schema.ts'
import { byFacts, isLate } from './facts.ts'

export type Filters = {
  tab: Tab
  networkIds?: readonly string[]
  stage?: StageAsked | undefined
  status?: ReferralStatus | undefined
  /** Any of these, or of the branches below them. */
  categoryIds?: readonly string[] | undefined
  /** Or `unknown`, as the sender. */
  areaCode?: string | undefined
  /** An organisation asked or helping. */
  assignedTo?: string | undefined
  /** An organisation that sent it. */
  sender?: string | undefined
  /** An organisation that was ever asked: for who sees that of every row, see findsBy. */
  recipient?: string | undefined
  progress?: Progress | undefined
  /** A colleague who looks after the organisation's part. */
  handler?: string | undefined
  /** Sent by this user, or looked after by them. */
  mine?: string | undefined
  urgent?: boolean | undefined
  /** Marked urgent once, ended or not: so reports count. */
  marked?: boolean | undefined
  restricted?: boolean | undefined
  facts?: Facts | undefined
  /** Only what counts in reports: see db/reports/population.ts. */
  counted?: boolean | undefined
  /** Still unanswered when the coordinator was to be told. */
  overdueAt?: Date | undefined
  openedFrom?: Date | undefined
  openedBefore?: Date | undefined
  /** The reference begins so: 'K7QF-2'. */
  letters?: string | undefined
  /** Only these: the result of a search. */
  ids?: readonly string[] | undefined
  sort?: Sort | undefined
}

export const stageStandings: Record<StageAsked, Standing[]> = {
  open: ['waiting'],
  accepted: ['helping'],
  closed: ['closed', 'referred_on'],
  gone: ['gone'],
}
export const stageStatuses: Record<StageAsked, ReferralStatus[]> = {
  open: ['needs_placing', 'open'],
  accepted: ['accepted'],
  closed: ['closed', 'unmet', 'withdrawn'],
  gone: [],
}

/** With the branches below each category. */
export async function withBranches(db: Kysely<DB>, filters: Filters): Promise<Filters> {
  if (!filters.categoryIds) return filters
  const { rows } = await sql<{
    id: string
  }>`select below.id from category above join category below on below.path <@ above.path
    where above.id = any(${filters.categoryIds}::uuid[])`.execute(db)
  return { ...filters, categoryIds: rows.map(({ id }) => id) }
}

/** What tells of a referral's contents: nobody finds by what they may not see. */
export function asksContent({ categoryIds, areaCode, urgent, marked, facts }: Filters): boolean {
  return Boolean(categoryIds || areaCode || urgent || marked || facts)
}

/** The rows that a list goes through: all of referral (`r`), or one side of an organisation's referral_party (`p`). */
export type Source = Tab

export function idIn(source: Source): RawBuilder<unknown> {
  return source === 'all' ? sql`r.id` : sql`p.referral_id`
}

function columnIn(source: Source, name: string): RawBuilder<unknown> {
  return sql.ref(`${source === 'all' ? 'r' : 'p'}.${name}`)
}

/** All conditions but those of the tab, the stage and the status. */
export function narrowed(filters: Filters): RawBuilder<unknown> {
  const { tab: source, openedFrom, ids, overdueAt, urgent, facts } = filters
  // Nobody is asked before it is opened.
  const openedBefore = earlier(filters.openedBefore, facts?.asking?.before)
  const [id, opened] = [idIn(source), columnIn(source, 'opened_at')]
  const parts = [
    ...byFacets(id, filters),
    filters.restricted && isRestricted(source),
    ...byPeople(id, filters),
    ...byReference(filters),
    ...byRoute(id, filters),
    ...byFacts(id, filters),
    urgent && isUrgent(source),
    filters.marked && columnIn(source, 'urgent'),
    openedFrom && sql`${opened} >= ${openedFrom}::timestamptz`,
    openedBefore && sql`${opened} < ${openedBefore}::timestamptz`,
    (filters.counted || facts) && source === 'all' && sql`not r.restricted and r.consent_withdrawn_at is null`,
    overdueAt && isOverdue(source, overdueAt),
    ids && sql`${id} = any(${ids}::uuid[])`,
  ].filter(part => typeof part === 'object')
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a && b && b < a ? b : (a ?? b)
}

/** Marked urgent, and not ended; written as the partial indexes are. */
export function isUrgent(source: Source): RawBuilder<unknown> {
  const live = sql`${columnIn(source, 'urgent')} and ${columnIn(source, 'status')} in ('needs_placing', 'open', 'accepted')`
  return source === 'received' ? sql`${live} and p.standing in ('waiting', 'helping')` : live
}

/** An answer is waited for although the coordinator was to be told; of what was received, the organisation's own. */
export function isOverdue(source: Source, at: Date): RawBuilder<unknown> {
  const own = source === 'received' ? sql`and a.organisation_id = p.organisation_id` : sql``
  return sql`${isOpen(source)} and exists (select from assignment a
    where a.referral_id = ${idIn(source)} and a.status = 'pending' ${own} and ${isLate('a', at)} offset 0)`
}

/** Somebody is still to answer, or to be found; written as the partial indexes are. */
export function isOpen(source: Source): RawBuilder<unknown> {
  return source === 'received'
    ? sql`p.waiting_since is not null`
    : sql`${columnIn(source, 'status')} in ('needs_placing', 'open')`
}

/** Written as the partial indexes are, which hold those alone. */
function isRestricted(source: Source): RawBuilder<unknown> {
  if (source === 'all') return sql`r.restricted`
  return sql`exists (select from referral s where s.id = p.referral_id and s.restricted)`
}

type Parts = (RawBuilder<unknown> | false | '' | undefined)[]

function byFacets(id: RawBuilder<unknown>, { categoryIds, areaCode }: Filters): Parts {
  const isNowhere = areaCode === unknown
  const parts = [
    categoryIds && sql`f.facets && ${categoryIds}::uuid[]`,
    areaCode && !isNowhere && sql`f.facets @> array[area_facet(${areaCode})]`,
  ].filter(part => typeof part === 'object')
  return [
    parts.length > 0 &&
      sql`exists (select from referral_facet f where f.referral_id = ${id} and ${sql.join(parts, sql` and `)})`,
    isNowhere && sql`exists (select from referral w where w.id = ${id} and w.authority_code is null)`,
  ]
}

function byPeople(id: RawBuilder<unknown>, { assignedTo, handler, mine }: Filters): Parts {
  return [
    assignedTo &&
      sql`exists (select from referral_party t where t.referral_id = ${id} and t.organisation_id = ${assignedTo}
        and t.side = 'received' and t.standing in ('waiting', 'helping'))`,
    handler && sql`${id} in (${handledBy(handler)})`,
    mine && sql`${id} in (${handledBy(mine)} union all select m.id from referral m where m.referrer_user_id = ${mine})`,
  ]
}

/** Between whom it is, and how far. */
function byRoute(id: RawBuilder<unknown>, { tab, sender, recipient, progress }: Filters): Parts {
  return [
    sender &&
      (sender === unknown
        ? sql`exists (select from referral t where t.id = ${id} and t.referrer_organisation_id is null)`
        : sql`exists (select from referral_party t where t.referral_id = ${id} and t.organisation_id = ${sender} and t.side = 'sent')`),
    recipient &&
      sql`exists (select from assignment t where t.referral_id = ${id} and t.organisation_id = ${recipient})`,
    progress &&
      (tab === 'all'
        ? sql`r.progress = ${progress}`
        : sql`exists (select from referral t where t.id = ${id} and t.progress = ${progress})`),
  ]
}

function handledBy(userId: string) {
  return sql`select h.referral_id from assignment h where h.handler_user_id = ${userId} and h.status in ('pending', 'accepted')`
}

function byReference({ tab, letters }: Filters): Parts {
  if (!letters) return []
  const starts = (row: 'r' | 'u') => sql`${sql.ref(`${row}.reference`)} like ${`${letters}%`}`
  return [
    tab === 'all' ? starts('r') : sql`exists (select from referral u where u.id = p.referral_id and ${starts('u')})`,
  ]
}
