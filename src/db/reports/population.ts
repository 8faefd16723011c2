/** Which referrals and which askings are counted in somebody's figures: one rule for every report. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Days, networksIn, type Step, seesOwn, stepsIn, type Whose } from '../../domain/figures.ts'
import { betweenDays } from '../../domain/listing.ts'
import type { Actor } from '../../domain/policy.ts'
import { countedParties } from '../referrals/own.ts'
import type { DB } from '../schema.ts'

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

/** Askings (as `a`, of the referral `r`) made in the period. What was received is the organisation's own part alone. */
export function askedIn(actor: Actor, asked: Asked): Part {
  const { whose } = asked
  const own = whose.kind === 'received' ? sql`a.organisation_id = ${whose.organisationId}` : sql`true`
  const networks = networksIn(actor, whose)
  const within = networks ? sql`a.network_id = any(${networks}::uuid[])` : sql`true`
  const one = asked.recipient ? sql`a.organisation_id = ${asked.recipient}` : sql`true`
  return sql`${withinDays(sql`a.asked_at`, asked.days)} and ${whose.kind === 'sent' ? sql`true` : within} and ${own} and ${one}
    and ${isOpenTo(actor, whose)} and ${narrowed({ ...asked, recipient: undefined })}`
}

/** Where nothing of the referral is asked for, the few that do not count are looked up rather than all that do. */
export function askedAlone(actor: Actor, asked: Asked): Part | null {
  const { whose, categoryIds, areaCode, sender, urgent } = asked
  if (whose.kind !== 'network' || !actor.coordinates.includes(whose.networkId)) return null
  if (categoryIds || areaCode || sender || urgent) return null
  const one = asked.recipient ? sql`a.organisation_id = ${asked.recipient}` : sql`true`
  return sql`a.network_id = ${whose.networkId} and ${withinDays(sql`a.asked_at`, asked.days)} and ${one}
    and not exists (select from referral x where x.id = a.referral_id and (x.restricted or x.consent_withdrawn_at is not null))`
}

/** More room for sums than a page needs, and no second core: others go on with their work meanwhile. */
export async function makeRoom(db: Kysely<DB>): Promise<void> {
  await sql`select set_config('work_mem', '64MB', true), set_config('max_parallel_workers_per_gather', '0', true)`.execute(
    db,
  )
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
    recipient && sql`exists (select from assignment t where t.referral_id = r.id and t.organisation_id = ${recipient})`,
    urgent && sql`r.urgent`,
  ].filter(part => typeof part === 'object')
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

export function withinDays(at: Part, { first, last }: Days): Part {
  const { from, before } = betweenDays(first, last)
  return sql`${at} >= ${from}::timestamptz and ${at} < ${before}::timestamptz`
}

/**
 * The day, the Monday or the first of the month in which something was, in the UK. By the bounds of the steps, reckoned once: asking the
 * calendar for each of a million rows took three quarters of a report's time.
 */
export function stepAt(at: Part, days: Days, step: Step): Part {
  const steps = stepsIn(days, step)
  const bounds = steps.map(({ first }) => betweenDays(first, first).from?.toISOString() ?? '')
  const keys = steps.map(({ key }) => key)
  return sql`(${keys}::text[])[width_bucket(${at}, ${bounds}::timestamptz[])]`
}
