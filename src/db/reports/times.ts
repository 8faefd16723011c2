/** How long answers took, and until what was asked for was done: to the second, in the order of the clock. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { type AskingCut, cuttingOf, type Keyed, taken, wantedOf } from './askings.ts'
import { type Asked, fromBeside, type Part, readHashed } from './population.ts'

export type Waits = Keyed & {
  asked: number
  answered: number
  /** Hours to the answer and from the asking to the close: the middle one, and the one that nine in ten do not exceed. */
  answerMedian: number | null
  answerMost: number | null
  soon: number
  closed: number
  closeMedian: number | null
  closeMost: number | null
  taken: number
  declined: number
  lapsed: number
}
/** How many took so many hours, or up to four hours longer to the answer and half a week to the close. */
export type Stretch = { hours: number; count: number }
export type Times = { whole: Waits; cut: Waits[]; spread: Record<Kind, Stretch[]> }

type Kind = 'answer' | 'close'
/** How long each is, and after how many the last one begins that has no end. */
const stretches = { answer: { hours: 4, most: 84 }, close: { hours: 84, most: 52 } }

export const noWaits: Waits = {
  ...{ key: null, name: null, asked: 0, answered: 0, soon: 0, closed: 0 },
  ...{ answerMedian: null, answerMost: null, closeMedian: null, closeMost: null },
  ...{ taken: 0, declined: 0, lapsed: 0 },
}

export async function readTimes(
  db: Kysely<DB>,
  actor: Actor,
  asked: Asked,
  cut: Exclude<AskingCut, 'all'>,
): Promise<Times> {
  const rows = await readWaits(db, actor, asked, cut)
  const whole = rows.find(({ isWhole }) => isWhole)
  const spread = (kind: Kind, counts: Counts | null = null) =>
    (counts ?? []).map(([stretch, count]) => ({ hours: stretch * stretches[kind].hours, count }))
  return {
    whole: whole ?? noWaits,
    cut: rows.filter(({ isWhole }) => !isWhole),
    spread: { answer: spread('answer', whole?.answers), close: spread('close', whole?.closes) },
  }
}

/** All of them together, where nothing is to be told apart. */
export async function readWhole(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<Waits> {
  const rows = await readWaits(db, actor, asked, 'all')
  return rows.find(({ isWhole }) => isWhole) ?? noWaits
}

type Counts = [stretch: number, count: number][]
type Row = Waits & { isWhole: boolean; answers: Counts | null; closes: Counts | null }

/**
 * Times are gathered by the stretch that they fall in, which takes one reading and no order; only the stretches that hold a middle are put
 * in order then. All in order, group by group, takes twice as long. Who was asked for two needs stands in a part of each and once in the
 * whole.
 */
function readWaits(db: Kysely<DB>, actor: Actor, asked: Asked, cut: AskingCut): Promise<Row[]> {
  const { key, name, join } = cuttingOf(asked, cut)
  const sum = (of: string, kind: Kind, is = sql`true`) =>
    sql`coalesce(sum(${sql.ref(of)}) filter (where kind = ${sql.lit(kind)} and ${is}), 0)::int`
  const middle = (kind: Kind, share: number) =>
    sql`max(time) filter (where kind = ${sql.lit(kind)} and share = ${sql.lit(share)}) / 3600.0::double precision`
  const counts = (kind: Kind) =>
    sql`array_agg(array[stretch, count] order by stretch) filter (where is_whole and kind = ${sql.lit(kind)} and stretch is not null)`
  const query = sql<Row>`with gathered as materialized (${gathered(actor, asked, cut)}),
    parts as materialized (select g.*, k.* from gathered g cross join lateral (
      select null as part, true as is_whole union all select ${cut === 'need' ? sql`unnest(g.raw)` : sql`g.raw`}, false) k),
    placed as materialized (
      select kind, is_whole, part, stretch, sum(count)::int as count, sum(soon) as soon, sum(taken) as taken, sum(declined) as declined, sum(lapsed) as lapsed,
        (sum(sum(count)) over (partition by kind, is_whole, part order by stretch))::int as upto,
        (sum(sum(count)) filter (where stretch is not null) over (partition by kind, is_whole, part))::int as known
      from parts group by kind, is_whole, part, stretch),
    picked as materialized (
      select s.kind, s.is_whole, s.part, share, ceil(known * share)::int - upto + count as nth, stretch
      from placed s cross join (values (0.5::double precision), (0.9)) shares (share)
      where stretch is not null and ceil(known * share)::int between upto - count + 1 and upto),
    middles as (
      select k.kind, k.is_whole, k.part, share, (select time from unnest(joined(p.times)) time order by time offset nth - 1 limit 1) as time
      from picked k join parts p on p.kind = k.kind and p.stretch = k.stretch and p.is_whole = k.is_whole and p.part is not distinct from k.part
      group by k.kind, k.is_whole, k.part, share, nth),
    named as (
      select is_whole, part, ${middle('answer', 0.5)} as answer_median, ${middle('answer', 0.9)} as answer_most,
        ${middle('close', 0.5)} as close_median, ${middle('close', 0.9)} as close_most from middles group by 1, 2)
    select ${key} as key, ${name} as name, x.*, m.answer_median, m.answer_most, m.close_median, m.close_most
    from (select part as raw, is_whole, ${sum('count', 'answer')} as asked, ${sum('count', 'answer', sql`stretch is not null`)} as answered,
        ${sum('soon', 'answer')} as soon, ${sum('taken', 'answer')} as taken, ${sum('declined', 'answer')} as declined,
        ${sum('lapsed', 'answer')} as lapsed, ${sum('count', 'close')} as closed, ${counts('answer')} as answers, ${counts('close')} as closes
      from placed group by 1, 2) x
    left join named m on m.is_whole = x.is_whole and m.part is not distinct from x.raw
    ${join} order by x.asked desc, 2, 1`
  return readHashed(db, query)
}

function gathered(actor: Actor, asked: Asked, cut: AskingCut): Part {
  const { raw, of } = cuttingOf(asked, cut)
  const from = fromBeside(actor, asked, 'askings', { of, own: true })
  const told = cut === 'need' ? wantedOf(asked) : raw
  const stretch = (time: Part, { hours, most }: { hours: number; most: number }) =>
    sql`case when ${time} is not null then least(${time} / ${sql.lit(hours * 3600)}, ${sql.lit(most)}) end`
  return sql`select 'answer' as kind, ${told} as raw, ${stretch(sql`a.answer_seconds`, stretches.answer)} as stretch, count(*)::int as count,
      count(*) filter (where a.answer_seconds <= ${sql.lit(48 * 3600)})::int as soon, count(*) filter (where ${taken})::int as taken,
      count(*) filter (where a.status = 'rejected')::int as declined, count(*) filter (where a.status = 'lapsed')::int as lapsed,
      array_agg(a.answer_seconds) as times
    from ${from} group by 2, 3
    union all select 'close', ${told}, ${stretch(sql`a.close_seconds`, stretches.close)}, count(*)::int, 0, 0, 0, 0, array_agg(a.close_seconds)
    from ${from} and a.close_seconds is not null group by 2, 3`
}
