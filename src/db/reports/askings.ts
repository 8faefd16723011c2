/** What became of askings: who declined and why, what was passed on, who asks whom, who is late. */
import { type Kysely, sql } from 'kysely'
import { networksIn } from '../../domain/figures.ts'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { byCategory, byOrganisation, byTime, type Cutting, named, whole } from './cutting.ts'
import { type Asked, fromBeside, type Part, readHashed } from './population.ts'

export type AskingCut = 'all' | 'time' | 'recipient' | 'need' | 'area' | 'reason'
export type Keyed = { key: string | null; name: string | null }

/** Accepted at some time, whatever came later. */
export const taken = sql`(a.answer_seconds is not null and a.status <> 'rejected')`

export type Ends = Keyed & {
  asked: number
  taken: number
  declined: number
  lapsed: number
  reassigned: number
  referredOn: number
  stoodDown: number
}

export async function readEnds(db: Kysely<DB>, actor: Actor, asked: Asked, cut: AskingCut): Promise<Ends[]> {
  const { raw, key, name, join, of } = cuttingOf(asked, cut)
  const ended = (status: string) => sql`coalesce(sum(x.count) filter (where x.status = ${sql.lit(status)}), 0)::int`
  const { rows } = await sql<Ends>`select ${key} as key, ${name} as name, sum(x.count)::int as asked,
      coalesce(sum(x.count) filter (where x.taken), 0)::int as taken, ${ended('rejected')} as declined, ${ended('lapsed')} as lapsed,
      ${ended('reassigned')} as reassigned, ${ended('referred_on')} as referred_on, ${ended('stood_down')} as stood_down
    from (select ${raw} as raw, a.status, ${taken} as taken, count(*) as count
      from ${fromBeside(actor, asked, 'askings', { of, own: true })} group by 1, 2, 3) x
    ${join} group by 1, 2 order by 3 desc, 2, 1`.execute(db)
  return rows
}

/** In how many referrals somebody declined for each reason: several may have, for the same one. */
export async function readRefused(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ reason: string | null; count: number }>`select reason, count(*)::int as count
    from (select distinct a.reason_id as reason, a.referral_id
      from ${fromBeside(actor, asked, 'askings', { own: true })} and a.status = 'rejected') each group by 1`.execute(db)
  return new Map(rows.map(({ reason, count }) => [reason ?? '', count]))
}

type Pair = { sender: string | null; recipient: string; referrals: number; taken: number }
export type Flow = Pair & { senderName: string | null; recipientName: string }

/** Accepted by the organisation: it helps or has helped; or it let go afterwards, which few do: those are looked up in one set. */
function everTaken(actor: Actor, { whose }: Asked): Part {
  const networks = networksIn(actor, whose)
  return sql`(p.standing in ('helping', 'closed', 'referred_on') or (p.referral_id, p.organisation_id) in (
    select t.referral_id, t.organisation_id from assignment t where ${networks ? sql`t.network_id = any(${networks}::uuid[])` : sql`true`}
      and t.answered_at is not null and t.status in ('withdrawn', 'reassigned', 'stood_down', 'lapsed')))`
}

/** Referrals opened in the period, once for each pair of who sent and who was asked. Two hundred names are not fetched with forty thousand pairs. */
export async function readFlows(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<Flow[]> {
  const query = sql<Pair>`select r.referrer_organisation_id as sender, p.organisation_id as recipient, count(*)::int as referrals,
      count(*) filter (where ${everTaken(actor, asked)})::int as taken
    from ${fromBeside(actor, asked, 'organisations', { of: 'referral', own: true })} group by 1, 2`
  const pairs = await readHashed(db, query)
  const ids = [...new Set(pairs.flatMap(({ sender, recipient }) => [sender, recipient]))]
  const { rows } = await sql<{ id: string; name: string }>`select id, name from organisation
    where id = any(${ids}::uuid[]) order by name, id`.execute(db)
  const places = new Map(rows.map(({ id, name }, place) => [id, { name, place }]))
  const nobody = { name: null, place: rows.length }
  return pairs
    .map(pair => ({ pair, from: places.get(pair.sender ?? '') ?? nobody, to: places.get(pair.recipient) ?? nobody }))
    .sort((a, b) => b.pair.referrals - a.pair.referrals || a.from.place - b.from.place || a.to.place - b.to.place)
    .map(({ pair, from, to }) => ({ ...pair, senderName: from.name, recipientName: to.name ?? '' }))
}

export type Overdue = { key: string; name: string; waiting: number; overdue: number; longest: number }

/** Now: the referrals that wait for an organisation's answer, and those that should not any more, by the step at which the coordinator is told. */
export async function readOverdue(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<Overdue[]> {
  const open = { ...asked, days: { first: '2000-01-01', last: '2199-12-31' } }
  const { rows } = await sql<Overdue>`select x.key, o.name, x.waiting, x.overdue, x.longest from (
      select organisation_id as key, count(distinct referral_id)::int as waiting, count(distinct referral_id) filter (where due_at <= ${asked.now})::int as overdue,
        max(date_part('epoch', ${asked.now}::timestamptz - clock_from) / 3600) as longest
      from (select a.organisation_id, a.referral_id, a.clock_from, (select k.due_at from clock_step k
            where k.assignment_id = a.id and k.round = a.clock_round and k.step = 'escalate') as due_at
          from ${fromBeside(actor, open, 'askings', { of: 'referral', own: true })} and a.status = 'pending') waiting group by 1) x
    join organisation o on o.id = x.key order by 4 desc, 3 desc, 2`.execute(db)
  return rows
}

/** Where one need is asked for, the others of the same asking are left out. */
export function wantedOf({ categoryIds }: Asked): Part {
  return categoryIds
    ? sql`array(select c from unnest(a.category_ids) c where c = any(${categoryIds}::uuid[]))`
    : sql`a.category_ids`
}

export function cuttingOf(asked: Asked, cut: AskingCut): Cutting {
  switch (cut) {
    case 'all':
      return whole
    case 'time':
      return byTime(sql`a.asked_at`, asked)
    case 'recipient':
      return byOrganisation(sql`a.organisation_id`)
    case 'need':
      return byCategory(sql`unnest(${wantedOf(asked)})`)
    case 'area':
      return { raw: sql`a.authority_code`, ...named('area', sql`y.name`, sql`y.code`) }
    case 'reason':
      return { raw: sql`a.reason_id`, ...named('term', sql`y.label`) }
  }
}
