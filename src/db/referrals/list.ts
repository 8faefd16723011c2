/** Lists of referrals: lean rows by keyset, never a table of people. The twin of domain/policy's sightOf; test/policy-agrees proves them equal. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { readSettings } from '../../domain/network.ts'
import type { Actor, Standing } from '../../domain/policy.ts'
import type { ReferralStatus } from '../../domain/referral.ts'
import type { DB } from '../schema.ts'
import { type Cursor, cursorOf } from './cursor.ts'
import { ownParties } from './own.ts'
import { asSeen, hydrate, type ReferralRow, type Rules, rulesIn } from './rows.ts'

export const tabs = ['received', 'sent', 'all'] as const
export type Tab = (typeof tabs)[number]
/** LST-5's three: open, accepted, closed. For what was received they go by the organisation's own part, for what was sent by the referral. */
export const stages = ['open', 'accepted', 'closed'] as const
export type Stage = (typeof stages)[number]
export type Filters = {
  tab: Tab
  networkIds?: readonly string[]
  stage?: Stage | undefined
  status?: ReferralStatus | undefined
  categoryId?: string | undefined
  /** An organisation asked or helping. */
  assignedTo?: string | undefined
  urgent?: boolean | undefined
  /** Still unanswered when the coordinator was to be told. */
  overdueAt?: Date | undefined
  /** Only these: the result of a search. */
  ids?: readonly string[] | undefined
  sort?: 'newest' | 'oldest_waiting' | undefined
}
export type { ReferralRow } from './rows.ts'
export type Listed = { rows: ReferralRow[]; next: string | null }

export async function listReferrals(
  db: Kysely<DB>,
  actor: Actor,
  filters: Filters,
  cursor: Cursor | null = null,
  most = 25,
): Promise<Listed> {
  const ids =
    filters.tab === 'all'
      ? inNetwork(actor, await readRules(db, actor, filters.networkIds), filters, cursor, most + 1)
      : ofOrganisation(actor, filters, cursor)
  const oldestFirst = filters.sort === 'oldest_waiting'
  const { rows } = await hydrate(
    actor,
    sql`select * from (${ids}) page limit ${sql.lit(most + 1)}`,
    oldestFirst,
  ).execute(db)
  const rules = rulesIn(rows)
  const page = rows.slice(0, most).map(row => asSeen(actor, row, rules))
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > most && last ? cursorOf({ at: sortedBy(last, filters), id: last.id }) : null,
  }
}

function sortedBy(row: ReferralRow, { sort, tab }: Filters): Date {
  return sort === 'oldest_waiting' && tab === 'received' && row.waitingSince ? row.waitingSince : row.openedAt
}

async function readRules(db: Kysely<DB>, actor: Actor, only?: readonly string[]): Promise<Rules> {
  const ids = [...new Set([...actor.networks.map(({ id }) => id), ...actor.coordinates])].filter(
    id => only?.includes(id) ?? true,
  )
  if (ids.length === 0 && !actor.administrator) return new Map()
  const rows = await db
    .selectFrom('network')
    .select(['id', 'settings'])
    .$if(!actor.administrator, query => query.where('id', 'in', ids))
    .$if(only !== undefined, query => query.where('id', 'in', [...(only ?? [])]))
    .execute()
  return new Map(rows.map(({ id, settings }) => [id, readSettings(settings)]))
}

const stageStandings: Record<Stage, Standing[]> = {
  open: ['waiting'],
  accepted: ['helping'],
  closed: ['closed', 'referred_on'],
}
const stageStatuses: Record<Stage, ReferralStatus[]> = {
  open: ['needs_placing', 'open'],
  accepted: ['accepted'],
  closed: ['closed', 'unmet', 'withdrawn'],
}

function ofOrganisation(actor: Actor, filters: Filters, cursor: Cursor | null) {
  const { tab, status, sort, networkIds, urgent } = filters
  const side = tab === 'sent' ? 'sent' : 'received'
  const oldest = sort === 'oldest_waiting'
  const at = oldest && side === 'received' ? sql`p.waiting_since` : sql`p.opened_at`
  return sql`select p.referral_id as id, ${at} as sorted
    from referral_party p
    where ${ownParties(actor, networkIds)} and p.side = ${side} and ${atStage(filters, side)}
      and ${status ? sql`p.status = ${status}` : sql`true`} and ${oldest ? stillWaiting(side) : sql`true`}
      and ${urgent && side === 'received' ? sql`p.standing in ('waiting', 'helping')` : sql`true`}
      and ${detailFilters(sql`p.referral_id`, filters)}
      and ${after(cursor, at, sql`p.referral_id`, oldest)}
    order by sorted ${oldest ? sql`asc` : sql`desc`}, p.referral_id`
}

function atStage({ stage }: Filters, side: 'sent' | 'received') {
  if (stage === undefined) return sql`true`
  if (side === 'sent') return sql`p.status = any(${stageStatuses[stage]})`
  if (stage === 'open') return sql`p.waiting_since is not null`
  return sql`p.standing = any(${stageStandings[stage]}) and p.waiting_since is null`
}

function stillWaiting(side: 'sent' | 'received') {
  return side === 'received' ? sql`p.waiting_since is not null` : sql`p.status = any(${stageStatuses.open})`
}

/** Network by network, each along its own index; what was searched for is few rows, and looked at one by one (`offset 0` keeps it so). */
function inNetwork(actor: Actor, networks: Rules, filters: Filters, cursor: Cursor | null, most: number) {
  const order = filters.sort === 'oldest_waiting' ? sql`asc` : sql`desc`
  const page = (from: RawBuilder<unknown>, network: RawBuilder<unknown>) => sql`
    select r.id, r.opened_at as sorted from ${from} where r.network_id = ${network} and ${passes(actor, networks, filters, cursor)}
    order by r.opened_at ${order}, r.id limit ${sql.lit(most)}`
  const from = filters.ids
    ? sql`(select * from referral where id = any(${filters.ids}::uuid[]) offset 0) r`
    : sql`referral r`
  return sql`select found.* from unnest(${[...networks.keys()]}::uuid[]) network (id), lateral (${page(from, sql`network.id`)}) found
    order by found.sorted ${order}, found.id`
}

function passes(actor: Actor, networks: Rules, filters: Filters, cursor: Cursor | null) {
  const { stage, status, categoryId, assignedTo, urgent, sort } = filters
  const statuses = status ? [status] : stage ? stageStatuses[stage] : null
  const oldest = sort === 'oldest_waiting'
  return sql`${statuses ? sql`r.status = any(${statuses})` : sql`true`}
      and ${oldest ? sql`r.status = any(${stageStatuses.open})` : sql`true`}
      and ${visibleTo(actor, networks)} and ${detailFilters(sql`r.id`, { ...filters, ids: undefined })}
      and ${categoryId || assignedTo || urgent ? mayFindByContent(actor) : sql`true`}
      and ${after(cursor, sql`r.opened_at`, sql`r.id`, oldest)}`
}

/** Nobody finds by what they may not see: who merely knows that it exists does not learn its needs by asking for them. */
function mayFindByContent(actor: Actor) {
  const networks = [...actor.networks.map(({ id }) => id), ...actor.coordinates]
  return sql`(r.network_id = any(${networks}::uuid[]) and r.consent_withdrawn_at is null and (not r.restricted
    or exists (select from referral_party q where q.referral_id = r.id and q.organisation_id = ${actor.organisationId}
      and q.standing in ('sender', 'waiting', 'helping', 'closed', 'referred_on'))))`
}

/** The rule for many: sightOf is not 'none'. */
function visibleTo(actor: Actor, networks: Rules): RawBuilder<unknown> {
  if (actor.administrator) return sql`true`
  const agreed = actor.networks.filter(network => network.agreed).map(({ id }) => id)
  const open = agreed.filter(id => networks.get(id)?.membersSee === 'row')
  const own = actor.networks.map(({ id }) => id)
  return sql`(r.network_id = any(${actor.coordinates}::uuid[])
    or (r.network_id = any(${open}::uuid[]) and not r.restricted and r.consent_withdrawn_at is null)
    or (r.network_id = any(${own}::uuid[]) and (select bool_or(p.standing = 'sender'
        or (r.consent_withdrawn_at is null and (p.standing in ('helping', 'closed', 'referred_on')
          or (p.standing = 'waiting' and p.network_id = any(${agreed}::uuid[]))
          or (p.standing in ('gone', 'shortlisted') and not r.restricted and p.network_id = any(${agreed}::uuid[])))))
      from referral_party p where p.referral_id = r.id and p.organisation_id = ${actor.organisationId})))`
}

function detailFilters(id: RawBuilder<unknown>, { categoryId, assignedTo, urgent, ids, overdueAt }: Filters) {
  const parts = [
    categoryId && sql`exists (select from need d where d.referral_id = ${id} and d.category_id = ${categoryId})`,
    assignedTo &&
      sql`exists (select from assignment a where a.referral_id = ${id} and a.organisation_id = ${assignedTo} and a.status in ('pending', 'accepted'))`,
    urgent &&
      sql`exists (select from referral u where u.id = ${id} and u.urgent and u.status in ('needs_placing', 'open', 'accepted'))`,
    overdueAt && overdue(id, overdueAt),
    ids && sql`${id} = any(${ids}::uuid[])`,
  ].filter(part => part !== undefined && part !== false && part !== '')
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

/** The clock's own step, so that a pause or a new round counts here too. */
export function overdue(id: RawBuilder<unknown>, at: Date) {
  return sql`exists (select from assignment a join clock_step k on k.assignment_id = a.id and k.round = a.clock_round
    where a.referral_id = ${id} and a.status = 'pending' and k.step = 'escalate' and k.due_at <= ${at})`
}

function after(cursor: Cursor | null, at: RawBuilder<unknown>, id: RawBuilder<unknown>, ascending: boolean) {
  if (!cursor) return sql`true`
  return ascending
    ? sql`(${at}, ${id}) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : sql`(${at} <= ${cursor.at}::timestamptz and (${at} < ${cursor.at}::timestamptz or ${id} > ${cursor.id}::uuid))`
}
