/** What became of needs: met or not, and for which nobody was found. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { byArea, byCategory, byTime, type Cutting } from './cutting.ts'
import { type Asked, fromBeside, nameOfStep, type Part, readHashed, stepAt } from './population.ts'

export type NeedCut = 'need' | 'time' | 'area'
export type Fates = {
  key: string | null
  name: string | null
  met: number
  ended: number
  unmet: number
  withdrawn: number
  open: number
}

export async function readFates(db: Kysely<DB>, actor: Actor, asked: Asked, cut: NeedCut): Promise<Fates[]> {
  const { raw, key, name, join, of } = cutting(asked, cut)
  const now = (statuses: string) =>
    sql`coalesce(sum(x.count) filter (where x.status in (${sql.raw(statuses)})), 0)::int`
  const query = sql<Fates>`select ${key} as key, ${name} as name, ${now("'met'")} as met, ${now("'ended'")} as ended,
      ${now("'unmet'")} as unmet, ${now("'withdrawn'")} as withdrawn, ${now("'unplaced', 'waiting', 'helped'")} as open
    from (select ${raw} as raw, n.status, count(*) as count
      from ${fromBeside(actor, asked, 'needs', { of })} and ${wanted(asked)} group by 1, 2) x
    ${join} group by 1, 2 order by sum(x.count) desc, 2, 1`
  return readHashed(db, query)
}

export type OutcomeCount = { key: string; name: string; successful: boolean; count: number; referrals: number }

/** What ended, by the outcome itself, as it is called now: one that is given before the end counts from then on. */
export async function readOutcomes(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<OutcomeCount[]> {
  const { rows } = await sql<OutcomeCount>`select o.id as key, o.label as name, o.successful, x.count, x.referrals
    from (select outcome_id, sum(count)::int as count, count(*)::int as referrals
      from (select n.referral_id, n.outcome_id, count(*) as count
        from ${fromBeside(actor, asked, 'needs')} and n.outcome_id is not null and n.status in ('met', 'ended') and ${wanted(asked)} group by 1, 2) each
      group by 1) x
    join outcome o on o.id = x.outcome_id order by 4 desc, 2`.execute(db)
  return rows
}

export type Unmet = {
  need: string
  needName: string
  area: string | null
  areaName: string | null
  time: string
  reason: string
  count: number
}

/**
 * Needs that nobody has: nobody was found, or all who were asked let it go. The reason is the coordinator's, else that of whoever
 * declined last. Networks write their reasons themselves, so what is said of room and of area is told by its words.
 */
export async function readUnmet(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<Unmet[]> {
  const { days } = asked
  const { rows } =
    await sql<Unmet>`select u.need, c.label as need_name, u.area, y.name as area_name, u.time, u.reason, sum(u.count)::int as count from (
      select x.need, x.area, ${nameOfStep(sql`x.month`, days, 'month')} as time, x.count,
        ${toldBy(sql`x.declined`)} as reason
      from (select n.category_id as need, r.authority_code as area, ${stepAt(sql`n.opened_at`, days, 'month')} as month, n.unmet_reason_id,
          d.reason_id, d.declined, count(*) as count
        from ${fromBeside(actor, asked, 'needs', { of: 'referral', join: lastDeclined })} and n.status in ('unmet', 'unplaced') and ${wanted(asked)}
        group by 1, 2, 3, 4, 5, 6) x
      left join term t on t.id = x.unmet_reason_id left join term w on w.id = x.reason_id
      ${refusals(asked)}) u
    join category c on c.id = u.need left join area y on y.code = u.area
    group by 1, 2, 3, 4, 5, 6 order by 7 desc, 2, 4, 5 desc`.execute(db)
  return rows
}
const lastDeclined = sql`left join lateral (select a.reason_id, true as declined from assignment a
  where a.referral_id = n.referral_id and a.status = 'rejected' and n.category_id = any(a.category_ids) order by a.nth desc limit 1) d on true`
const full = '(room|full|capacity|waiting list|places)'
const far = '(area|cover|where the person lives|outside)'

/** By the words of the coordinator's reason (`t`), else of the refusal's (`w`). */
function toldBy(declined: Part): Part {
  const words = sql`coalesce(t.label, w.label)`
  return sql`case when ${words} ~* ${full} then 'full' when ${words} ~* ${far} then 'area' when ${declined} then 'declined' else 'nobody' end`
}

/** The same of one need (`n`). */
export const whyUnmet = sql`(select ${toldBy(sql`d.declined`)} from (select) one ${lastDeclined}
  left join term t on t.id = n.unmet_reason_id left join term w on w.id = d.reason_id)`

/** FORM-11: consent refused, counted without anybody. It belongs to a network, not to an organisation. */
function refusals({ whose, categoryIds, areaCode, sender, recipient, urgent, days }: Asked): Part {
  if (!('networkId' in whose) || sender || recipient || urgent) return sql``
  const needs = categoryIds ? sql`f.category_id = any(${categoryIds}::uuid[])` : sql`true`
  const area = areaCode ? sql`f.authority_code = ${areaCode}` : sql`true`
  return sql`union all select f.category_id, f.authority_code, to_char(f.month, 'YYYY-MM-DD'), count(*), 'refused'
    from consent_refusal f where f.network_id = ${whose.networkId} and ${needs} and ${area}
      and f.month >= date_trunc('month', ${days.first}::date) and f.month <= ${days.last}::date group by 1, 2, 3`
}

/** Where one need is asked for, the others of the same referral are left out. */
function wanted({ categoryIds }: Asked): Part {
  return categoryIds ? sql`n.category_id = any(${categoryIds}::uuid[])` : sql`true`
}

function cutting(asked: Asked, cut: NeedCut): Cutting {
  if (cut === 'time') return byTime(sql`n.opened_at`, asked)
  return cut === 'area' ? byArea() : byCategory(sql`n.category_id`)
}
