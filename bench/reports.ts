/** RPT: every report over a year, through the API, as the coordinator of the network with all referrals; and what others wait meanwhile. */
import { people, tokenOf } from './data.ts'
import { drive, quantile } from './driver.ts'
import { compare, defaults, type Subject } from './measure.ts'
import { type Section, two } from './section.ts'
import type { Place, World } from './world.ts'

const coordinator = 401
const most = 1000
const asked = [
  ...['activity', 'activity?by=status', 'activity?by=need', 'activity?by=recipient', 'activity?by=area', 'flows'],
  ...['times', 'times?by=recipient', 'responsiveness', 'overdue', 'outcomes', 'declined', 'moved', 'unmet'],
  ...['people?by=age', 'people?by=ethnic_group', 'fairness?by=ethnic_group', 'capacity'],
]

export async function measureReports({ databasePid }: World, place: Place): Promise<Section> {
  const headers = { authorization: `Bearer ${tokenOf(coordinator)}` }
  const subjects = asked.map((name): Subject => {
    const path = `/api/v1/reports/${name}${name.includes('?') ? '&' : '?'}compare=no`
    return { ...place.program, name, database: databasePid, ask: () => ({ path, headers }) }
  })
  const figures = await compare(subjects, { connections: 1, seconds: 1, rounds: 3, warm: 1 })
  const slow = figures.filter(({ p50 }) => p50 > most).map(({ name }) => name)
  const slowest = figures.toSorted((a, b) => b.p50 - a.p50)[0]
  return {
    title: 'Reports over a year',
    notes: [`${place.referrals} referrals over two years in one network, one request at a time, without comparison.`],
    bounds: [
      {
        what: `slowest of ${figures.length}: ${slowest?.name}`,
        bound: `p50 ≤ ${most} ms`,
        found: `${two(slowest?.p50 ?? 0)} ms; over it: ${slow.join(', ') || 'none'}`,
        held: slow.length === 0,
      },
      await meanwhile(
        place,
        subjects.find(({ name }) => name === slowest?.name),
      ),
    ],
    figures,
  }
}

/** The slowest report one after the other, and beside it four people at their lists. */
async function meanwhile({ program }: Place, report: Subject | undefined) {
  const lists = (seconds: number) => drive({ port: program.port, ask: list, connections: 4, seconds })
  const seconds = 2 * defaults.seconds
  const alone = await lists(seconds)
  const [beside] = await Promise.all([
    lists(seconds),
    report && drive({ port: program.port, ask: report.ask, connections: 1, seconds }),
  ])
  const times = quantile(beside.latencies, 0.95) / quantile(alone.latencies, 0.95)
  return { what: 'lists meanwhile', bound: 'p95 ≤ 2 ×', found: `${two(times)} ×`, held: times <= 2 }
}

function list(nth: number) {
  return { path: '/api/v1/referrals', headers: { authorization: `Bearer ${tokenOf(1 + (nth % people))}` } }
}
