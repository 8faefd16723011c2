/** RPT-1: middles that are found by stretches are those that PostgreSQL finds by putting everything in order. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs } from '#src/db/database.ts'
import type { AskingCut } from '#src/db/reports/askings.ts'
import { readTimes, type Waits } from '#src/db/reports/times.ts'
import { network, type World } from '#test/network.ts'

let world: World
const categories = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b']
const days = { first: '2026-01-01', last: '2026-03-31' }

beforeAll(async () => {
  world = await network()
  const { id } = await world.send()
  // Waits of seconds up to a year, many of them on the edges of the stretches, some never answered or closed.
  await sql`insert into assignment (id, referral_id, network_id, service_id, organisation_id, status, via, category_ids, asked_at, clock_from, answered_at, ended_at, authority_code)
    select gen_random_uuid(), a.referral_id, a.network_id, a.service_id, a.organisation_id, case when n % 7 = 0 then 'pending' when n % 5 = 0 then 'rejected' else 'closed' end,
      'route', (${categories}::uuid[])[1 + n % 3 / 2 : 1 + n % 2], at, at, case when n % 7 > 0 then at + wait end, case when n % 7 > 0 then at + 3 * wait end, 'E0' || n % 4
    from assignment a, generate_series(1, 900) n, lateral (select '2026-01-02'::timestamptz + n * interval '2 hours' as at,
      case when n % 3 = 0 then n % 100 * interval '4 hours' else power(n % 29, 4) * interval '41 seconds' end as wait) made
    where a.referral_id = ${id}`.execute(world.database.owner)
})
afterAll(() => world?.stop())

const raw: Partial<Record<AskingCut, string>> = {
  recipient: 'a.organisation_id::text',
  area: 'a.authority_code',
  need: 'unnest(a.category_ids)::text',
  time: `to_char(a.asked_at at time zone 'Europe/London', 'YYYY-MM-01')`,
}

test.each(['recipient', 'area', 'need', 'time'] as const)('by %s, and of all of them', async cut => {
  const { actor } = await world.as('coordinator')
  const asked = {
    ...{ whose: { kind: 'network', networkId: world.networkId } as const, days, step: 'month' as const },
    now: new Date(),
  }
  const { whole, cut: rows } = await actAs(world.database.db, actor, trx => readTimes(trx, actor, asked, cut))
  expect(rows.map(({ key, ...one }) => [key ?? '', ...told(one)]).sort()).toEqual(await plainly(raw[cut] ?? ''))
  expect([['', ...told(whole)]]).toEqual(await plainly(`''`))
})

function told({ asked, answered, closed, answerMedian, answerMost, closeMedian, closeMost }: Omit<Waits, 'key'>) {
  return [asked, answered, closed, answerMedian, answerMost, closeMedian, closeMost]
}

async function plainly(key: string) {
  const middle = (time: string) =>
    sql.raw(`percentile_disc(array[0.5, 0.9]) within group (order by floor(date_part('epoch', ${time})))`)
  const { rows } = await sql<{
    key: string
    asked: number
    answered: number
    closed: number
    a: number[]
    c: number[]
  }>`
    select coalesce(key, '') as key, count(*)::int as asked, count(x.answered_at)::int as answered, count(*) filter (where status = 'closed')::int as closed,
      ${middle('x.answered_at - x.asked_at')} as a, ${middle(`case when status = 'closed' then x.ended_at - x.asked_at end`)} as c
    from (select ${sql.raw(key)} as key, a.* from assignment a where a.asked_at >= '2026-01-01' and a.asked_at < '2026-03-31 23:00Z') x
    group by 1`.execute(world.database.owner)
  const hours = (seconds: number[] | null, at: number) => (seconds ? (seconds[at] ?? 0) / 3600 : null)
  return rows
    .map(({ key, asked, answered, closed, a, c }) => [
      ...[key, asked, answered, closed],
      ...[hours(a, 0), hours(a, 1), hours(c, 0), hours(c, 1)],
    ])
    .sort()
}
