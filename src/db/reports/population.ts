/** Which referrals and which askings are counted in somebody's figures: one rule for every report. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Days, networksIn, type Step, seesOwn, stepsIn, type Whose } from '../../domain/figures.ts'
import { betweenDays } from '../../domain/listing.ts'
import type { Actor } from '../../domain/policy.ts'
import { countedParties } from '../referrals/own.ts'
import type { DB } from '../schema.ts'
import { isTooSlow } from '../unavailable.ts'

export type Asked = {
  whose: Whose
  days: Days
  step: Step
  /** These, with all that is below them; see withBranches. */
  categoryIds?: readonly string[] | undefined
  areaCode?: string | undefined
  sender?: string | undefined
  /** An organisation that was ever asked. */
  recipient?: string | undefined
  urgent?: boolean | undefined
  now: Date
}
export type Part = RawBuilder<unknown>

/** With the branches below each category. */
export async function withBranches(db: Kysely<DB>, asked: Asked): Promise<Asked> {
  if (!asked.categoryIds) return asked
  const { rows } = await sql<{
    id: string
  }>`select below.id from category above join category below on below.path <@ above.path
    where above.id = any(${asked.categoryIds}::uuid[])`.execute(db)
  return { ...asked, categoryIds: rows.map(({ id }) => id) }
}

/** Referrals (as `r`) opened in the period. Restricted ones are in the figures of those asked and helping alone (RES-16). */
export function openedIn(actor: Actor, asked: Asked): Part {
  return sql`${withinDays(sql`r.opened_at`, asked.days)} and ${isOpenTo(actor, asked.whose)} and ${narrowed(asked)}`
}

/**
 * What stands beside referrals, each in an index of its own in the order of time: their needs (as `n`) and the organisations that
 * were asked (as `p`) by when the referral was opened, askings (as `a`) by when they were made.
 */
const beside = {
  needs: { table: 'need', as: 'n', at: 'opened_at' },
  organisations: { table: 'referral_party', as: 'p', at: 'opened_at' },
  askings: { table: 'assignment', as: 'a', at: 'asked_at' },
}

/** `of`: something of the referral itself (as `r`) is wanted too. `own`: only what the viewer's organisation was asked, of what it received. */
type Wanted = { of?: 'referral' | undefined; own?: true; join?: Part }

export function fromBeside(
  actor: Actor,
  asked: Asked,
  kind: keyof typeof beside,
  { of, own, join = sql`` }: Wanted = {},
): Part {
  const { whose } = asked
  const { table, as, at } = beside[kind]
  const column = (name: string) => sql.ref(`${as}.${name}`)
  const networks = whose.kind === 'sent' ? null : networksIn(actor, whose)
  const conditions = [
    withinDays(column(at), asked.days),
    networks && sql`${column('network_id')} = ${networks.length === 1 ? networks[0] : sql`any(${networks}::uuid[])`}`,
    kind === 'organisations' && sql`p.side = 'received' and p.standing <> 'shortlisted'`,
    own && whose.kind === 'received' && sql`${column('organisation_id')} = ${whose.organisationId}`,
    // Whether it counts stands beside an asking; one's own count, whatever others may see of them.
    kind === 'askings' && whose.kind !== 'received' && whose.kind !== 'sent' && sql`a.counted`,
    kind === 'askings' && asked.recipient && sql`a.organisation_id = ${asked.recipient}`,
    kind === 'askings' && asked.categoryIds && sql`a.category_ids && ${asked.categoryIds}::uuid[]`,
  ].filter(part => part !== null && typeof part === 'object')
  const rest = kind === 'askings' ? { ...asked, recipient: undefined, categoryIds: undefined } : asked
  const from = sql`${sql.table(table)} ${sql.raw(as)}`
  const where = sql.join(conditions, sql` and `)
  if (!of && isWhole(rest) && 'networkId' in whose && actor.coordinates.includes(whose.networkId))
    return sql`${from} ${join} where ${where} ${kind === 'askings' ? sql`` : sql`and ${isCountedById(column('referral_id'))}`}`
  const counted = kind === 'askings' ? sql`${isOpenTo(actor, whose)} and ${narrowed(rest)}` : openedIn(actor, rest)
  // Both in the order of opening: read along each other, with nothing to be kept meanwhile.
  const along =
    kind === 'askings' ? sql`` : sql`and r.network_id = ${column('network_id')} and r.opened_at = ${column(at)}`
  return sql`${from} join referral r on r.id = ${column('referral_id')} ${along} ${join} where ${where} and ${counted}`
}

/** All of a network, narrowed by nothing. */
export function isWhole({ whose, categoryIds, areaCode, sender, recipient, urgent }: Asked): boolean {
  return whose.kind === 'network' && !categoryIds && !areaCode && !sender && !recipient && !urgent
}

/** Where nothing of the referral is asked for, the few that do not count are looked up rather than all that do. */
function isCountedById(referralId: Part): Part {
  return sql`not exists (select from referral x where x.id = ${referralId} and (x.restricted or x.consent_withdrawn_at is not null))`
}

/**
 * Within the transaction: more room for sums than a page needs, and no second core, so that others go on with their work; and no more
 * than ten seconds. Null: it took longer, and the transaction goes on.
 */
export async function withRoom<T>(db: Kysely<DB>, work: () => Promise<T>): Promise<T | null> {
  await sql`select set_config('work_mem', '64MB', true), set_config('max_parallel_workers_per_gather', '0', true),
    set_config('statement_timeout', '10s', true)`.execute(db)
  await sql`savepoint figures`.execute(db)
  try {
    return await work()
  } catch (error) {
    if (!isTooSlow(error)) throw error
    await sql`rollback to savepoint figures`.execute(db)
    return null
  }
}

/**
 * Groups of what is read along the order of referrals. The planner takes the conditions of such a join for independent, expects a row or
 * two and would sort half a million of them; so they are hashed.
 */
export async function readHashed<Row>(db: Kysely<DB>, query: RawBuilder<Row>): Promise<Row[]> {
  await sql`set local enable_sort = off`.execute(db)
  const { rows } = await query.execute(db)
  await sql`set local enable_sort = on`.execute(db)
  return rows
}

/** Whatever is asked for, nobody's figures hold more than the matrix gives them. */
export function isOpenTo(actor: Actor, whose: Whose): Part {
  switch (whose.kind) {
    case 'network':
      return ofNetwork(actor.coordinates, whose.networkId)
    case 'commissioned':
      return ofNetwork([...actor.commissions, ...actor.coordinates], whose.networkId)
    case 'installation':
      return actor.administrator ? isCounted : sql`false`
    case 'received':
    case 'sent':
      return seesOwn(actor) && whose.organisationId === actor.organisationId ? ofOwn(actor, whose.kind) : sql`false`
  }
}

/** Neither restricted nor taken back by the person. */
const isCounted = sql`not r.restricted and r.consent_withdrawn_at is null`

function ofNetwork(open: readonly string[], networkId: string): Part {
  return open.includes(networkId) ? sql`(r.network_id = ${networkId} and ${isCounted})` : sql`false`
}

function ofOwn(actor: Actor, side: 'received' | 'sent'): Part {
  return sql`r.id in (select p.referral_id from referral_party p where ${countedParties(actor)} and p.side = ${side})`
}

function narrowed({ categoryIds, areaCode, sender, recipient, urgent }: Asked): Part {
  const parts = [
    categoryIds &&
      sql`exists (select from need n where n.referral_id = r.id and n.category_id = any(${categoryIds}::uuid[]))`,
    areaCode && sql`r.authority_code = ${areaCode}`,
    sender && sql`r.referrer_organisation_id = ${sender}`,
    recipient &&
      sql`exists (select from referral_party t where t.referral_id = r.id and t.organisation_id = ${recipient}
        and t.side = 'received' and t.standing <> 'shortlisted')`,
    urgent && sql`r.urgent`,
  ].filter(part => typeof part === 'object')
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

export function withinDays(at: Part, { first, last }: Days): Part {
  const { from, before } = betweenDays(first, last)
  return sql`${at} >= ${from}::timestamptz and ${at} < ${before}::timestamptz`
}

/**
 * The day, the Monday or the first of the month in which something was, in the UK: as a number to group by, and what that number is
 * called. By the bounds of the steps, reckoned once: asking the calendar for each of a million rows took three quarters of a report's time.
 */
export function stepAt(at: Part, days: Days, step: Step): Part {
  const bounds = stepsIn(days, step).map(({ first }) => betweenDays(first, first).from?.toISOString() ?? '')
  return sql`width_bucket(${at}, ${bounds}::timestamptz[])`
}
export function nameOfStep(number: Part, days: Days, step: Step): Part {
  return sql`(${stepsIn(days, step).map(({ key }) => key)}::text[])[${number}]`
}
