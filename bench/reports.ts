/** RPT: every report over a year, through the API, as the coordinator of the network with all referrals; and what others wait meanwhile. */
import { tokenOf } from './data.ts'
import { compare, type Subject } from './measure.ts'
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
  const figures = await compare(subjects, { connections: 1, seconds: 2, rounds: 3, warm: 1 })
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
    ],
    figures,
  }
}
