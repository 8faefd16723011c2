/** QUALITY: suggestions with reasons through HTTP, over floor-http, with 1,000, 10,000 and 100,000 services in the network. */
import { idOf, people, tokenOf } from './data.ts'
import type { Ask } from './driver.ts'
import { compare, type Figures, type Subject } from './measure.ts'
import { type Section, two } from './section.ts'
import type { Place, World } from './world.ts'

export const sizes = [1000, 10_000, 100_000]
/** Milliseconds over the floor. */
const bounds: Record<number, [p50: number, p99: number]> = { 10000: [5, 20], 100000: [10, 40] }

export async function measureSuggestions({ floorHttp, databasePid }: World, place: Place): Promise<Section> {
  const postcodes = await place.query<{ code: string }>('select code from postcode order by md5(code) limit 3000')
  const { pid, port } = place.program
  const floor: Subject = { name: 'floor-http', ...floorHttp, database: null, ask: () => ({ path: '/' }) }
  const subjects = place.networks
    .filter(({ services }) => sizes.includes(services))
    .map(network => ({
      ...{ name: `${network.services} services`, pid, port, database: databasePid },
      ask: (nth: number) => question(network, postcodes[nth % postcodes.length]?.code ?? '', nth),
    }))
  const alone = await compare([floor, ...subjects], { connections: 1 })
  const eight = await compare([floor, ...subjects])
  return {
    title: 'Suggestions with reasons',
    notes: [
      'POST /api/v1/suggestions, one to three needs of a tree of 40, a postcode anywhere in Great Britain, catchments of every kind. ' +
        'One person at a time, then eight at once; the bounds are milliseconds over floor-http, one at a time.',
    ],
    bounds: subjects.flatMap(({ name }) => boundsOf(name, alone)),
    figures: [...alone.map(named('alone')), ...eight.map(named('eight at once'))],
  }
}

function question({ id, slug }: Place['networks'][number], postcode: string, nth: number): Ask {
  const needs = Array.from({ length: 1 + (nth % 3) }, (_, more) => idOf(slug, 8 + ((nth * 7 + more * 5) % 32)))
  const authorization = `Bearer ${tokenOf(1 + (nth % people))}`
  return {
    method: 'POST',
    path: '/api/v1/suggestions',
    headers: { authorization },
    body: { network: id, needs, postcode, facts: { age: 20 + (nth % 50) } },
  }
}

function boundsOf(name: string, figures: readonly Figures[]) {
  const [floor, found] = [figures[0], figures.find(one => one.name === name)]
  const bound = bounds[Number.parseInt(name, 10)]
  if (!floor || !found || !bound) return []
  const over = [found.p50 - floor.p50, found.p99 - floor.p99] as const
  return [
    {
      what: name,
      bound: `p50 ≤ ${bound[0]} ms, p99 ≤ ${bound[1]} ms`,
      found: `${two(over[0])} ms, ${two(over[1])} ms`,
      held: over[0] <= bound[0] && over[1] <= bound[1],
    },
  ]
}

function named(suffix: string) {
  return (figures: Figures): Figures => ({ ...figures, name: `${figures.name}, ${suffix}` })
}
