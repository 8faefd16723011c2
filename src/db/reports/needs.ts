/** What became of needs: met or not, and for which nobody was found. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { type Asked, openedIn, type Part, stepAt } from './population.ts'

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
  const [key, name, join] = cutting(asked, cut)
  const now = (statuses: string) => sql`count(*) filter (where n.status in (${sql.raw(statuses)}))::int`
  const { rows } =
    await sql<Fates>`select ${key} as key, ${name} as name, ${now("'met'")} as met, ${now("'ended'")} as ended,
      ${now("'unmet'")} as unmet, ${now("'withdrawn'")} as withdrawn, ${now("'unplaced', 'waiting', 'helped'")} as open
    from referral r join need n on n.referral_id = r.id ${join} where ${openedIn(actor, asked)} and ${wanted(asked)}
    group by 1, 2 order by count(*) desc, 2, 1`.execute(db)
  return rows
}

export type OutcomeCount = { key: string; name: string; successful: boolean; count: number }

/** What ended, by the outcome itself, as it is called now: one that is given before the end counts from then on. */
export async function readOutcomes(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<OutcomeCount[]> {
  const { rows } = await sql<OutcomeCount>`select o.id as key, o.label as name, o.successful, count(*)::int as count
    from referral r join need n on n.referral_id = r.id join outcome o on o.id = n.outcome_id
    where ${openedIn(actor, asked)} and ${wanted(asked)} and n.status in ('met', 'ended') group by 1, 2, 3 order by 4 desc, 2`.execute(
    db,
  )
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
  const { rows } =
    await sql<Unmet>`select u.need, c.label as need_name, u.area, y.name as area_name, u.time, u.reason, sum(u.count)::int as count from (
      select n.category_id as need, r.authority_code as area, ${stepAt(sql`r.opened_at`, asked.days, 'month')} as time, count(*) as count,
        case when coalesce(t.label, d.label) ~* ${full} then 'full' when coalesce(t.label, d.label) ~* ${far} then 'area'
          when d.label is not null then 'declined' else 'nobody' end as reason
      from referral r join need n on n.referral_id = r.id left join term t on t.id = n.unmet_reason_id
  left join lateral (select coalesce(w.label, 'declined') as label from assignment a left join term w on w.id = a.reason_id
        where a.referral_id = n.referral_id and a.status = 'rejected'
          and exists (select from assignment_need an where an.assignment_id = a.id and an.need_id = n.id)
        order by a.nth desc limit 1) d on true
      where ${openedIn(actor, asked)} and n.status in ('unmet', 'unplaced') and ${wanted(asked)} group by 1, 2, 3, 5
      ${refusals(asked)}) u
    join category c on c.id = u.need left join area y on y.code = u.area
    group by 1, 2, 3, 4, 5, 6 order by 7 desc, 2, 4, 5 desc`.execute(db)
  return rows
}
const full = '(room|full|capacity|waiting list|places)'
const far = '(area|cover|where the person lives|outside)'

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

function cutting({ days, step }: Asked, cut: NeedCut): [Part, Part, Part] {
  if (cut === 'time') return [stepAt(sql`r.opened_at`, days, step), sql`null::text`, sql``]
  if (cut === 'area') return [sql`r.authority_code`, sql`y.name`, sql`left join area y on y.code = r.authority_code`]
  return [sql`n.category_id`, sql`y.label`, sql`join category y on y.id = n.category_id`]
}
