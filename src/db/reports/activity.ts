/** How many referrals there were, by whatever tells them apart. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { byArea, byCategory, byOrganisation, bySender, byTime, byValue, type Cutting } from './cutting.ts'
import { type Asked, fromBeside, openedIn, type Part } from './population.ts'

export const cuts = ['time', 'status', 'need', 'sender', 'recipient', 'area', 'district', 'age', 'way'] as const
export type Cut = (typeof cuts)[number]
/** `key` null: not known. `name`: of what has one. */
export type Counted = { key: string | null; name: string | null; count: number }

export async function countBy(db: Kysely<DB>, actor: Actor, asked: Asked, cut: Cut): Promise<Counted[]> {
  const { raw, key, name, join } = cutting(asked, cut)
  const { rows } = await sql<Counted>`select ${key} as key, ${name} as name, x.count from (
      select ${raw} as raw, count(*)::int as count from ${counted(actor, asked, cut)} group by 1) x
    ${join} order by x.count desc, 2, 1`.execute(db)
  return rows
}

/** All of them, each once. */
export async function countAll(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from referral r where ${openedIn(actor, asked)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A referral counts once for each of its needs, and once for each organisation that was asked, however often. */
function counted(actor: Actor, asked: Asked, cut: Cut): Part {
  if (cut === 'need') return fromBeside(actor, asked, 'needs')
  if (cut === 'recipient') return fromBeside(actor, asked, 'organisations')
  return sql`referral r where ${openedIn(actor, asked)}`
}

/** Of what was received the organisation's own part is told, as its list has it (db/referrals/counts.ts). */
const ownPart = sql`(select case when p.waiting_since is not null then 'open' when p.standing = 'helping' then 'accepted'
  when p.standing in ('closed', 'referred_on') then 'closed' else 'gone' end from referral_party p
  where p.referral_id = r.id and p.organisation_id = `

function cutting(asked: Asked, cut: Cut): Cutting {
  const { whose } = asked
  switch (cut) {
    case 'time':
      return byTime(sql`r.opened_at`, asked)
    case 'status':
      return byValue(
        whose.kind === 'received' ? sql`${ownPart}${whose.organisationId} and p.side = 'received')` : sql`r.status`,
      )
    case 'need':
      return byCategory(sql`n.category_id`)
    case 'sender':
      return bySender()
    case 'recipient':
      return byOrganisation(sql`p.organisation_id`)
    case 'area':
      return byArea()
    case 'district':
      return byValue(sql`r.outward_code`)
    case 'age':
      return byValue(sql`r.age_band`)
    case 'way':
      return byValue(sql`r.origin`)
  }
}
