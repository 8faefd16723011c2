/** Lists of referrals: lean rows by keyset, never a table of people, and never counted to their end. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { StageAsked } from '../../domain/listing.ts'
import type { Actor } from '../../domain/policy.ts'
import { kept } from '../plans.ts'
import type { DB } from '../schema.ts'
import { type Cursor, cursorOf } from './cursor.ts'
import { askingsOf, needsOf } from './facts.ts'
import {
  asksContent,
  type Filters,
  idIn,
  isOpen,
  isUrgent,
  narrowed,
  type Source,
  stageStandings,
  stageStatuses,
  withBranches,
} from './filters.ts'
import { countedParties, ownParties } from './own.ts'
import { asSeen, hydrate, type ReferralRow, type Rules, rulesIn } from './rows.ts'
import { mayFindByContent, readRules, visibleTo } from './visible.ts'

export type { Filters } from './filters.ts'
export type { ReferralRow } from './rows.ts'
export type Listed = { rows: ReferralRow[]; next: string | null }

export async function listReferrals(
  db: Kysely<DB>,
  actor: Actor,
  given: Filters,
  cursor: Cursor | null = null,
  most = 25,
): Promise<Listed> {
  const filters = await withBranches(db, given)
  const ids = await pageOf(db, actor, filters, cursor, most + 1)
  const rows = await hydrate(db, actor, lasting(filters), ids, orderOf(filters))
  const rules = rulesIn(rows)
  const page = rows.slice(0, most)
  const last = page.at(-1)
  return {
    rows: page.map(row => asSeen(actor, row, rules)),
    next: rows.length > most && last ? cursorOf({ at: last.sorted, id: last.id, part: last.part }) : null,
  }
}

/** Of a list narrowed to needs or to askings how many of these there are too; else null. */
export type Matches = { referrals: number; askings: number | null; needs: number | null }

/** How many there are, counted up to `most` and one more; in no order, so that whichever index has fewest of them leads. */
export async function countMatches(db: Kysely<DB>, actor: Actor, given: Filters, most: number): Promise<Matches> {
  const filters = await withBranches(db, { ...given, sort: given.sort === 'oldest_waiting' ? given.sort : undefined })
  const ids = await pageOf(db, actor, filters, null, most + 1, false)
  const each = (found: RawBuilder<unknown> | null) =>
    found ? sql`coalesce(sum((select count(*) ${found})), 0)::int` : sql`null::int`
  const id = sql`counted.id`
  const { rows } = await sql<Matches>`${lasting(filters)} select count(*)::int as referrals,
      ${each(askingsOf(id, filters))} as askings, ${each(needsOf(id, filters))} as needs
    from (${ids}) counted`.execute(db)
  return rows[0] ?? { referrals: 0, askings: null, needs: null }
}

/** What begins a statement whose plan may be kept. */
function lasting(filters: Filters): RawBuilder<unknown> {
  return isPlain(filters) ? kept : sql``
}

/** Without a filter that picks few among many, a plan made for any values serves. */
function isPlain({
  categoryIds,
  areaCode,
  assignedTo,
  handler,
  mine,
  restricted,
  letters,
  overdueAt,
  ...more
}: Filters) {
  const picked = [categoryIds, areaCode, assignedTo, handler, mine, restricted, letters, overdueAt, more.counted]
  const led = [more.marked, more.sender, more.recipient, more.progress, more.facts]
  return ![...picked, ...led].some(Boolean)
}

type Order = 'asc' | 'desc'
function orderOf({ sort }: Filters): Order {
  return sort === 'oldest_waiting' ? 'asc' : 'desc'
}

/** Of filters with branches: `id`, what it is `sorted` by, and the `part` of the list that it is in: by urgency there are two. */
async function pageOf(
  db: Kysely<DB>,
  actor: Actor,
  filters: Filters,
  cursor: Cursor | null,
  most: number,
  sorted = true,
) {
  const rules = filters.tab === 'all' ? await readRules(db, actor, filters.networkIds) : null
  const list = (part: number, only: RawBuilder<unknown>) => {
    const from = cursor?.part === part ? cursor : null
    return rules
      ? inNetworks(actor, rules, filters, { part, only, from, most, sorted })
      : ofOrganisation(actor, filters, { part, only, from, most, sorted })
  }
  if (filters.sort !== 'urgency') return list(0, sql`true`)
  const first = sql`(${isUrgent(filters.tab)} and ${rules ? mayFindByContent(actor) : sql`true`})`
  const rest = list(1, sql`not ${first}`)
  if (cursor?.part === 1) return rest
  return sql`select * from (${list(0, first)}) urgent union all select * from (${rest}) others order by part, sorted desc, id limit ${sql.lit(most)}`
}

type Part = { part: number; only: RawBuilder<unknown>; from: Cursor | null; most: number; sorted: boolean }

function orderedBy({ sorted }: Part, by: RawBuilder<unknown>, order: Order) {
  return sorted ? sql`order by ${by} ${sql.raw(order)}, id` : sql``
}

function ofOrganisation(actor: Actor, filters: Filters, wanted: Part) {
  const { part, only, from, most } = wanted
  const { tab: side, status, networkIds } = filters
  const order = orderOf(filters)
  const at = order === 'asc' && side === 'received' ? sql`p.waiting_since` : sql`p.opened_at`
  return sql`select p.referral_id as id, ${at} as sorted, ${sql.lit(part)} as part
    from referral_party p
    where ${(filters.counted ? countedParties : ownParties)(actor, networkIds)} and p.side = ${side} and ${only} and ${atStage(filters)}
      and ${status ? sql`p.status = ${status}` : sql`true`} and ${order === 'asc' ? isOpen(side) : sql`true`}
      and ${narrowed(filters)} and ${asksContent(filters) ? stillReadable : sql`true`}
      and ${after(from, at, side, order)}
    ${orderedBy(wanted, at, order)} limit ${sql.lit(most)}`
}

function atStage({ stage, tab: side }: Filters) {
  if (stage === undefined) return sql`true`
  if (stage === 'open') return isOpen(side)
  if (side === 'sent') return sql`p.status = any(${stageStatuses[stage]})`
  return sql`p.standing = any(${stageStandings[stage]}) and p.waiting_since is null`
}

/** Once the person withdrew consent, who sent it knows that it exists and no more. */
const stillReadable = sql`not exists (select from referral w where w.id = p.referral_id and w.consent_withdrawn_at is not null)`

/** Network by network, each along its own index; what was searched for is few rows, and looked at one by one (`offset 0` keeps it so). */
function inNetworks(actor: Actor, rules: Rules, filters: Filters, wanted: Part) {
  const { part, only, from, most } = wanted
  const order = orderOf(filters)
  const page = (network: RawBuilder<unknown>) => sql`
    select r.id, r.opened_at as sorted, ${sql.lit(part)} as part from ${rowsOf(filters)} where r.network_id = ${network} and ${only}
      and ${passes(actor, rules, filters, from)} ${orderedBy(wanted, sql`r.opened_at`, order)} limit ${sql.lit(most)}`
  const [network, ...others] = rules.keys()
  const within =
    network && others.length === 0
      ? page(sql`${network}::uuid`)
      : sql`select found.* from unnest(${[...rules.keys()]}::uuid[]) network (id), lateral (${page(sql`network.id`)}) found
          ${orderedBy(wanted, sql`sorted`, order)} limit ${sql.lit(most)}`
  if (actor.administrator || !actor.organisationId || filters.counted) return within
  return sql`select * from ((${within}) union all (${sentElsewhere(actor, rules, filters, wanted)})) found
    ${orderedBy(wanted, sql`sorted`, order)} limit ${sql.lit(most)}`
}

/** NET-4: what was sent by a form of one's own network into a connected one that one is no member of. */
function sentElsewhere(actor: Actor, rules: Rules, filters: Filters, wanted: Part) {
  const { part, only, from, most } = wanted
  const inside = [...actor.networks.map(({ id }) => id), ...actor.coordinates]
  return sql`select r.id, r.opened_at as sorted, ${sql.lit(part)} as part from ${rowsOf(filters)}
    where r.referrer_organisation_id = ${actor.organisationId} and r.through_network_id = any(${[...rules.keys()]}::uuid[])
      and r.network_id <> all(${inside}::uuid[]) and ${only} and ${passes(actor, rules, filters, from)}
    ${orderedBy(wanted, sql`r.opened_at`, orderOf(filters))} limit ${sql.lit(most)}`
}

/** As JSON: the planner counts what is in an array, and would make a plan for so many at every search. */
function rowsOf({ ids }: Filters) {
  if (!ids) return sql`referral r`
  return sql`(select * from referral where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) offset 0) r`
}

function passes(actor: Actor, rules: Rules, filters: Filters, from: Cursor | null) {
  const { stage, status } = filters
  const order = orderOf(filters)
  return sql`${status ? sql`r.status = ${status}` : sql`true`} and ${stage ? inStage(stage) : sql`true`}
      and ${order === 'asc' ? isOpen('all') : sql`true`} and ${visibleTo(actor, rules, filters.restricted)} and ${narrowed({ ...filters, ids: undefined })}
      and ${asksContent(filters) ? mayFindByContent(actor) : sql`true`}
      and ${after(from, sql`r.opened_at`, 'all', order)}`
}

function inStage(stage: StageAsked) {
  return stage === 'open' ? isOpen('all') : sql`r.status = any(${stageStatuses[stage]})`
}

function after(cursor: Cursor | null, at: RawBuilder<unknown>, source: Source, order: Order) {
  if (!cursor) return sql`true`
  const id = idIn(source)
  return order === 'asc'
    ? sql`(${at}, ${id}) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : sql`(${at} <= ${cursor.at}::timestamptz and (${at} < ${cursor.at}::timestamptz or ${id} > ${cursor.id}::uuid))`
}
