/** How many referrals there were, by whatever tells them apart. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { type Asked, openedIn, type Part, stepAt } from './population.ts'

export const cuts = ['time', 'status', 'need', 'sender', 'recipient', 'area', 'district', 'age', 'way'] as const
export type Cut = (typeof cuts)[number]
/** `key` null: not known. `name`: of what has one. */
export type Counted = { key: string | null; name: string | null; count: number }

export async function countBy(db: Kysely<DB>, actor: Actor, asked: Asked, cut: Cut): Promise<Counted[]> {
  if (cut === 'recipient') return countRecipients(db, actor, asked)
  const { key, name, join } = cutting(asked, cut)
  const { rows } = await sql<Counted>`select x.key, ${name} as name, x.count from (
      select ${key} as key, count(*)::int as count from referral r ${join} where ${openedIn(actor, asked)} group by 1) x
    ${namesOf(cut)} order by x.count desc, 2, 1`.execute(db)
  return rows
}

/** Once for each organisation that was asked, however often. */
async function countRecipients(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<Counted[]> {
  const { rows } = await sql<Counted>`select x.key, y.name, x.count from (
      select organisation_id as key, count(*)::int as count from (select distinct a.referral_id, a.organisation_id
        from referral r join assignment a on a.referral_id = r.id where ${openedIn(actor, asked)}) each group by 1) x
    join organisation y on y.id = x.key order by x.count desc, 2, 1`.execute(db)
  return rows
}

/** All of them, each once. */
export async function countAll(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from referral r where ${openedIn(actor, asked)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Of what was received the organisation's own part is told, as its list has it (db/referrals/counts.ts). */
const ownPart = sql`(select case when p.waiting_since is not null then 'open' when p.standing = 'helping' then 'accepted'
  when p.standing in ('closed', 'referred_on') then 'closed' else 'gone' end from referral_party p
  where p.referral_id = r.id and p.organisation_id = `

function cutting(asked: Asked, cut: Exclude<Cut, 'recipient'>): { key: Part; name: Part; join: Part } {
  const plain = (key: Part) => ({ key, name: sql`null::text`, join: sql`` })
  const { whose } = asked
  switch (cut) {
    case 'time':
      return plain(stepAt(sql`r.opened_at`, asked.days, asked.step))
    case 'status':
      return plain(
        whose.kind === 'received' ? sql`${ownPart}${whose.organisationId} and p.side = 'received')` : sql`r.status`,
      )
    case 'need':
      return { key: sql`n.category_id`, name: sql`y.label`, join: sql`join need n on n.referral_id = r.id` }
    case 'sender':
      return { key: sql`r.referrer_organisation_id`, name: sql`y.name`, join: sql`` }
    case 'area':
      return { key: sql`r.authority_code`, name: sql`y.name`, join: sql`` }
    case 'district':
      return plain(sql`r.outward_code`)
    case 'age':
      return plain(sql`r.age_band`)
    case 'way':
      return plain(sql`r.origin`)
  }
}

function namesOf(cut: Cut): Part {
  if (cut === 'need') return sql`left join category y on y.id = x.key`
  if (cut === 'sender') return sql`left join organisation y on y.id = x.key`
  return cut === 'area' ? sql`left join area y on y.code = x.key` : sql``
}
