/** What reports count by, as conditions of a list: so every number of theirs leads to those it counts. See domain/policy-on-referral's findsByFacts. */
import { type RawBuilder, sql } from 'kysely'
import type { Facts, Fate } from '../../domain/listing.ts'
import type { NeedStatus } from '../../domain/referral.ts'

const fateStatuses: Record<Fate, NeedStatus[]> = {
  met: ['met'],
  ended: ['ended'],
  open: ['unplaced', 'waiting', 'helped'],
  lost: ['unmet', 'withdrawn'],
  unmet: ['unmet', 'unplaced'],
}

type Part = RawBuilder<unknown>

/** `id`: of the referral. `categoryIds`: where a need is asked for too, what became of just that one counts. */
export function byFacts(id: Part, facts: Facts, categoryIds: readonly string[] | undefined): Part[] {
  const { ageBand, outwardCode, origin } = facts
  const lean = [
    ageBand && sql`l.age_band = ${ageBand}`,
    outwardCode && sql`l.outward_code = ${outwardCode}`,
    origin && sql`l.origin = ${origin}`,
  ].filter(part => typeof part === 'object')
  return [
    ...(lean.length > 0
      ? [sql`exists (select from referral l where l.id = ${id} and ${sql.join(lean, sql` and `)})`]
      : []),
    ...byNeed(id, facts, categoryIds),
    ...byRefusal(id, facts),
  ]
}

function byNeed(id: Part, { fate, outcomeId }: Facts, categoryIds: readonly string[] | undefined): Part[] {
  if (!fate && !outcomeId) return []
  const parts = [
    fate && sql`n.status = any(${fateStatuses[fate]}::text[])`,
    outcomeId && sql`n.outcome_id = ${outcomeId} and n.status in ('met', 'ended')`,
    categoryIds && sql`n.category_id = any(${categoryIds}::uuid[])`,
  ].filter(part => typeof part === 'object')
  return [sql`exists (select from need n where n.referral_id = ${id} and ${sql.join(parts, sql` and `)})`]
}

/** By when it was asked, not by when the referral was opened: so the reports count answers. */
function byRefusal(id: Part, { reasonId, askedOf, askedFrom, askedBefore }: Facts): Part[] {
  if (!reasonId) return []
  const parts = [
    sql`a.referral_id = ${id} and a.status = 'rejected' and a.reason_id = ${reasonId}`,
    askedOf && sql`a.organisation_id = ${askedOf}`,
    askedFrom && sql`a.asked_at >= ${askedFrom}::timestamptz`,
    askedBefore && sql`a.asked_at < ${askedBefore}::timestamptz`,
  ].filter(part => typeof part === 'object')
  return [sql`exists (select from assignment a where ${sql.join(parts, sql` and `)})`]
}
