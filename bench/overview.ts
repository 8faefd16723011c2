/** QUALITY: All organisations as list, map, capacity and calendar, of a network with 500 services. */
import { people, sessionOf } from './data.ts'
import { compare, type Figures, type Subject } from './measure.ts'
import { one, type Section, two } from './section.ts'
import type { Place, World } from './world.ts'

const views = { List: '/organisations', Map: '/organisations/map', Capacity: '/organisations/capacity' }
const paths = { ...views, Calendar: '/organisations/calendar' }
const most = { milliseconds: 150, kilobytes: 150 }

export async function measureOverview({ databasePid }: World, place: Place): Promise<Section> {
  const subjects = Object.entries(paths).map(([name, path]): Subject => {
    const headers = (nth: number) => ({ cookie: `session=${sessionOf(1 + (nth % people))}`, 'accept-encoding': 'gzip' })
    return { ...place.program, name, database: databasePid, ask: nth => ({ path, headers: headers(nth) }) }
  })
  const figures = await compare(subjects, { connections: 1, warm: 20 })
  return {
    title: 'All organisations',
    notes: ['500 services of 200 organisations in one network, one request at a time; kilobytes compressed.'],
    bounds: figures.flatMap(boundsOf),
    figures,
  }
}

function boundsOf({ name, p50, kilobytes }: Figures) {
  return [
    {
      what: name,
      bound: `p50 ≤ ${most.milliseconds} ms, ≤ ${most.kilobytes} KB`,
      found: `${two(p50)} ms, ${one(kilobytes)} KB`,
      held: p50 <= most.milliseconds && kilobytes <= most.kilobytes,
    },
  ]
}
