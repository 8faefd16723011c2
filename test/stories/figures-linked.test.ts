/** RPT-1: every number that the viewer may open leads to a list that says as many. The few that lead nowhere are written down here. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishTables } from '#src/actions/publish-tables.ts'
import { runClock } from '#src/actions/run-clock.ts'
import { actAs } from '#src/db/database.ts'
import { countMatches, type Matches } from '#src/db/referrals/list.ts'
import { keepServiceDay } from '#src/db/reports/capacity.ts'
import { whoseCode } from '#src/domain/figures.ts'
import { type Answer, listBehind, reportsFor, type Wish } from '#src/reports/ask.ts'
import { listOfAll } from '#src/reports/parts.ts'
import type { Row } from '#src/reports/report.ts'
import { filtersOf, type ListQuery, listHref, readQuery, tabOf } from '#src/web/pages/referrals/query.ts'
import { network, type Role, type World } from '#test/network.ts'
import { reportReader } from '#test/reading-reports.ts'
import { sendWritten } from '#test/written-referrals.ts'

const now = new Date('2026-05-04T11:00:00Z')
const usual: Wish = { period: 'days', from: '2026-01-01', until: '2026-05-04', compare: 'yes' }
const viewers = ['coordinator', 'firstPrimary', 'referrerPrimary', 'administrator', 'commissioner'] as const

let world: World
let ask: ReturnType<typeof reportReader>
let wishes: Wish[]

beforeAll(async () => {
  const pace = { unit: 'elapsed_hours', remind: 24, escalate: 48, passOn: 1500 } as const
  world = await network({ settings: { clock: { normal: pace, urgent: pace, nation: 'england' } } })
  await sendWritten(world)
  await sendMore()
  await keepServiceDay(world.database.owner, '2026-04-01')
  await publishTables({ ...world.ctx, now: () => now })
  ask = reportReader(world, now, usual)
  wishes = [{}, { need: world.categories.food }, { urgent: 'yes', recipient: world.organisations.first }]
}, 120_000)
afterAll(async () => {
  await world?.stop()
})

/** What the written ones lack: moved, referred on, lapsed, late, in time, nobody found, made anonymous, consent refused. */
async function sendMore() {
  const on = (day: string) => () => new Date(`${day}T09:00:00Z`)
  const { owner } = world.database
  const { food, debt } = world.categories
  const moved = await world.send({ needs: ['food'], ask: ['first'], fill: { urgent: true }, now: on('2026-03-02') })
  await world.act(
    'coordinator',
    'reassign',
    { ...moved, service: 'first' },
    { serviceId: world.services.thirdToo, note: '', consentAgain: true },
  )
  const passed = await world.send({ needs: ['food', 'debt'], ask: ['first'], now: on('2026-03-03') })
  await world.act('first', 'accept', { ...passed, service: 'first' }, {})
  await world.act(
    'first',
    'referOn',
    { ...passed, service: 'first' },
    { serviceId: world.services.thirdToo, note: '', consentAgain: true },
  )
  await runClock({ ...world.ctx, now: () => now })
  const old = await world.send({ needs: ['debt'], ask: ['second'], now: on('2026-03-04') })
  await sql`update referral set authority_code = null, age_band = null, outward_code = null where id = ${old.id}`.execute(
    owner,
  )
  await world.send({ needs: ['debt', 'food'], ask: ['first'], now: on('2026-05-04') })
  await world.send({ needs: ['food'], ask: ['first'], fill: { urgent: true }, now: on('2026-05-01') })
  const lost = await world.send({ needs: ['food'], ask: ['first'], now: on('2026-03-05') })
  const { declined, unmet, need } = await wordsFor(lost.id)
  await world.act('first', 'reject', { ...lost, service: 'first' }, { reasonId: declined, note: '' })
  await world.act('coordinator', 'closeAsUnmet', lost, { needs: [need], reasonId: unmet, note: '' })
  await sql`insert into consent_refusal (network_id, category_id, month)
    values (${world.networkId}, ${debt}, '2026-03-01'), (${world.networkId}, ${food}, '2026-03-01')`.execute(owner)
}

async function wordsFor(id: string) {
  const { rows } = await sql<{ declined: string; unmet: string; need: string }>`select n.id as need,
      (select t.id from term t where t.network_id = n.network_id and t.list = 'decline_reason' limit 1) as declined,
      (select t.id from term t where t.network_id = n.network_id and t.list = 'unmet_reason' limit 1) as unmet
    from need n where n.referral_id = ${id}`.execute(world.database.owner)
  return rows[0] ?? { declined: '', unmet: '', need: '' }
}

type Place = { whose: string; report: string; by: string; column: string; row: Row; wish: Wish; refused: number }

/** Why a number leads to no list. Nothing else may. */
const exceptions: Record<string, (at: Place) => boolean> = {
  'a commissioner reads fixed tables, and no list': ({ whose }) => whose === 'commissioned',
  'it is of places on a day, or of services': ({ report }) => report === 'capacity' || report === 'coverage',
  'what a network’s own questions were answered with is in no list': ({ report, by }) =>
    ['people', 'fairness'].includes(report) && by !== 'age' && by !== 'area',
  'a row of what was received need not say it': ({ whose, by }) =>
    whose === 'received' && ['age', 'district', 'way'].includes(by),
  'who was asked does not find by who else was': ({ whose, report, by, wish }) =>
    whose === 'received' && (wish.recipient !== undefined || (report === 'activity' && by === 'recipient')),
  'who was asked does not find by what became of a need': ({ whose, report, by, column }) =>
    whose === 'received' && report === 'outcomes' && (column !== 'needs' || by === 'outcome'),
  'who refused consent is nobody’s referral': ({ report, column, row, refused }) =>
    report === 'unmet' && (column === 'why_refused' || refused > 0 || row.key.endsWith('refused')),
  'whether an organisation accepted is no matter of an administrator’s': ({ whose, report, column }) =>
    whose === 'installation' && report === 'flows' && column === 'taken',
  'with one need it may have been another of the same referral that was accepted': ({ report, column, wish }) =>
    report === 'flows' && column === 'taken' && Boolean(wish.need),
  'no list is narrowed by two needs': ({ report, by, wish }) =>
    report === 'activity' && by === 'need' && Boolean(wish.need),
  'or by two whom it was asked of': ({ report, by, wish }) =>
    Boolean(wish.recipient) && ((report === 'activity' && by === 'recipient') || report === 'flows'),
}

test('RPT-1: every number leads to a list of as many, for each viewer, report, cut and narrowing, or is one of the exceptions', async () => {
  const led = new Map<string, number>()
  const excused = new Set<string>()
  const wrong: string[] = []
  for (const role of viewers) {
    const { actor } = await world.as(role)
    for (const { report, choices } of reportsFor(actor))
      for (const whose of choices)
        for (const by of (whose.kind === 'installation' && report.byForExistence) || report.by)
          for (const narrowed of wishes) {
            const wish = { ...usual, ...narrowed, by, of: whoseCode(whose) }
            const found = await ask(role, report.id, wish)
            const refusedAt = found.figures.columns.findIndex(({ id }) => id === 'why_refused')
            for (const row of found.figures.rows)
              for (const [at, { id: column, kind }] of found.figures.columns.entries()) {
                const cell = row.cells[at]
                if (kind !== 'count' || typeof cell !== 'number' || cell === 0) continue
                const refused = Number(row.cells[refusedAt] ?? 0)
                const place = { whose: whose.kind, report: report.id, by, column, row, wish, refused }
                const said = `${role} ${place.whose} ${report.id} ${by} ${row.key} ${column} ${JSON.stringify(narrowed)}`
                const list = listBehind(found, wish, row.lists?.[at])
                if (!list) {
                  const why = Object.keys(exceptions).find(one => exceptions[one]?.(place))
                  if (why) excused.add(why)
                  else wrong.push(`${said}: ${cell} without a list`)
                  continue
                }
                const query = readQuery(listHref(list as Partial<ListQuery> as ListQuery))
                const many = numberOf(found, column, await listed(role, query))
                if (many !== cell) wrong.push(`${said}: ${cell}, and the list says ${many}`)
                for (const part of partsOf(query)) led.set(part, (led.get(part) ?? 0) + 1)
              }
          }
  }
  expect(wrong).toEqual([])
  expect([...excused].toSorted()).toEqual(Object.keys(exceptions).toSorted())
  expect([...led.keys()]).toEqual(expect.arrayContaining([...wanted]))
}, 240_000)

test('RPT-4: a square of needs by area leads to the needs of all its months and reasons', async () => {
  const wish = { ...usual, by: 'together' }
  const found = await ask('coordinator', 'unmet', wish)
  const squares = Map.groupBy(found.figures.rows, ({ names }) => JSON.stringify(names.slice(0, 2)))
  const told = await Promise.all(
    [...squares.values()].map(async rows => {
      const list = listBehind(found, wish, listOfAll(rows.map(({ lists }) => lists?.[0])))
      const sum = rows.reduce((all, { cells }) => all + Number(cells[0]), 0)
      return (
        list && { sum, of: await listed('coordinator', readQuery(listHref(list as Partial<ListQuery> as ListQuery))) }
      )
    }),
  )
  const linked = told.filter(one => one !== null)
  expect(linked.some(({ sum }) => sum > 1)).toBe(true)
  for (const { sum, of } of linked) expect(of.needs).toBe(sum)
})

/** Each of them was followed at least once. */
const wanted = [
  ...['asking=asked', 'asking=answered', 'asking=taken', 'asking=declined', 'asking=lapsed', 'asking=reassigned'],
  ...['asking=referred_on', 'asking=closed', 'asking=waiting', 'asking=overdue', 'asking=in_time'],
  ...['fate=met', 'fate=ended', 'fate=open', 'fate=lost', 'fate=unmet', 'fate=any', 'why=nobody', 'why=area'],
  ...['area=none', 'age=none', 'district=none', 'outcome', 'reason', 'askedFrom', 'marked=yes', 'stage=gone'],
]

function partsOf(query: ListQuery): string[] {
  return Object.entries(query).flatMap(([name, value]) => (value ? [name, `${name}=${value}`] : []))
}

/** Many numbers lead to the same list. */
const known = new Map<string, Promise<Matches>>()
function listed(role: Role, query: ListQuery): Promise<Matches> {
  const key = `${role} ${listHref(query)}`
  const found = known.get(key) ?? count(role, query)
  known.set(key, found)
  return found
}

async function count(role: Role, query: ListQuery): Promise<Matches> {
  const { actor } = await world.as(role)
  const filters = filtersOf(query, { tab: tabOf(query, actor), at: now, actor })
  return actAs(world.database.db, actor, trx => countMatches(trx, actor, filters, 500))
}

/** What the list says as many of. */
function numberOf({ report }: Answer, column: string, { referrals, askings, needs }: Matches): number | null {
  if (column === 'referrals' || report.id === 'overdue' || report.id === 'flows') return referrals
  return askings ?? needs ?? referrals
}
