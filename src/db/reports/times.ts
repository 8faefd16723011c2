/** How long answers took, and until what was asked for was done: to the second, in the order of the clock. */
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/policy.ts'
import type { DB } from '../schema.ts'
import { type AskingCut, cuttingOf, type Keyed, taken } from './askings.ts'
import { type Asked, fromBeside, type Part } from './population.ts'

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
/** By how many hours: of the edges given, and last what took longer. */
export type Spread<Each> = { answer: Each; close: Each }
export type Times = { whole: Waits; cut: Waits[]; spread: Spread<number[]> }
const noEdges: Spread<readonly number[]> = { answer: [], close: [] }

/** Whole seconds, put in order group by group and named afterwards: rows as they come take three times as long to sort. */
export async function readTimes(
  db: Kysely<DB>,
  actor: Actor,
  asked: Asked,
  cut: Exclude<AskingCut, 'all'>,
  edges = noEdges,
): Promise<Times> {
  const read = await readWaits(db, actor, asked, cut, edges)
  // Who was asked for two needs stands in two rows, and once in the whole.
  const { rows } = cut === 'need' ? await readWaits(db, actor, asked, 'all', edges) : read
  const all = rows.find(({ isWhole }) => isWhole)
  return {
    whole: all ?? noWaits,
    cut: read.rows.filter(({ isWhole }) => !isWhole),
    spread: { answer: all?.answerSpread ?? [], close: all?.closeSpread ?? [] },
  }
}

/** All of them together, where nothing is to be told apart. */
export async function readWhole(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<Waits> {
  return (await readWaits(db, actor, asked, 'all', noEdges)).rows[0] ?? noWaits
}

const seconds = (from: Part, to: Part) => sql`date_part('epoch', ${to} - ${from})::integer`
type Row = Waits & { isWhole: boolean; answerSpread: number[]; closeSpread: number[] }
export const noWaits: Waits = {
  ...{ key: null, name: null, asked: 0, answered: 0, soon: 0, closed: 0 },
  ...{ answerMedian: null, answerMost: null, closeMedian: null, closeMost: null },
  ...{ taken: 0, declined: 0, lapsed: 0 },
}

function readWaits(db: Kysely<DB>, actor: Actor, asked: Asked, cut: AskingCut, edges: Spread<readonly number[]>) {
  const { raw, key, name, join, of } = cuttingOf(asked, cut)
  const isWhole = cut === 'all' ? sql`true` : sql`grouping(raw) = 1`
  const grouped = sql`${cut === 'all' ? sql`''::text` : sql`raw`} as raw, ${isWhole} as is_whole`
  const hours = (of: string, nth: number) => sql`x.${sql.raw(of)}[${sql.lit(nth)}] / 3600.0::double precision`
  return sql<Row>`select ${key} as key, ${name} as name, x.is_whole, x.answer_spread, x.close_spread, x.asked, x.answered, x.soon, x.closed, x.taken, x.declined, x.lapsed,
      ${hours('answers', 1)} as answer_median, ${hours('answers', 2)} as answer_most,
      ${hours('closes', 1)} as close_median, ${hours('closes', 2)} as close_most
    from (select ${grouped}, count(*)::int as asked, count(answer)::int as answered, count(close)::int as closed,
        count(*) filter (where answer <= ${sql.lit(48 * 3600)})::int as soon, count(*) filter (where taken)::int as taken,
        count(*) filter (where status = 'rejected')::int as declined, count(*) filter (where status = 'lapsed')::int as lapsed,
        ${middle(sql`answer`)} as answers, ${middle(sql`close`)} as closes,
        case when ${isWhole} then ${spreadOver(sql`answer`, edges.answer)} end as answer_spread,
        case when ${isWhole} then ${spreadOver(sql`close`, edges.close)} end as close_spread
      from (select ${raw} as raw, ${seconds(sql`a.asked_at`, sql`a.answered_at`)} as answer,
          case when a.status = 'closed' then ${seconds(sql`a.asked_at`, sql`a.ended_at`)} end as close, ${taken} as taken, a.status
        from ${fromBeside(actor, asked, 'askings', { of, own: true })} offset 0) each
      group by ${cut === 'all' ? sql`()` : sql`rollup (raw)`}) x
    ${join} order by x.asked desc, 2, 1`.execute(db)
}

function middle(times: Part): Part {
  return sql`percentile_disc(array[0.5, 0.9]) within group (order by ${times})`
}

function spreadOver(time: Part, edges: readonly number[]): Part {
  const counts = [0, ...edges].map((from, nth) => {
    const upto = edges[nth]
    const within = upto === undefined ? sql`` : sql`and ${time} < ${sql.lit(upto * 3600)}`
    return sql`count(*) filter (where ${time} >= ${sql.lit(from * 3600)} ${within})::int`
  })
  return edges.length === 0 ? sql`'{}'::integer[]` : sql`array[${sql.join(counts)}]`
}
