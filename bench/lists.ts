/** LST-2: the list under each filter and many mixtures of them, through the API: any answers about as fast as the plain list. */
import { idOf, tokenOf } from './data.ts'
import { compare, type Subject } from './measure.ts'
import { type Section, two } from './section.ts'
import type { Place, World } from './world.ts'

/** A member of the busiest organisation, one of a small one, the coordinator. */
const viewers = { busy: 1, small: 301, coordinator: 401 } as const
type Viewer = keyof typeof viewers
const mostMilliseconds = 100

export async function measureLists({ databasePid }: World, place: Place): Promise<Section> {
  const subjects = Object.entries(await questions(place)).flatMap(([viewer, asked]) =>
    Object.entries(asked).map(([name, query]): Subject => {
      const headers = { authorization: `Bearer ${tokenOf(viewers[viewer as Viewer])}` }
      const path = `/api/v1/referrals?${query}`
      return { ...place.program, name: `${viewer}: ${name}`, database: databasePid, ask: () => ({ path, headers }) }
    }),
  )
  const figures = await compare(subjects, { connections: 1, seconds: 0.4, rounds: 3, warm: 3 })
  const slowest = figures.toSorted((a, b) => b.p95 - a.p95)[0]
  return {
    title: 'Lists under filters',
    notes: [`${place.referrals} referrals in one network, one request at a time, 25 rows each.`],
    bounds: [
      {
        what: `slowest of ${figures.length}: ${slowest?.name}`,
        bound: `p95 ≤ ${mostMilliseconds} ms`,
        found: `${two(slowest?.p95 ?? 0)} ms`,
        held: (slowest?.p95 ?? 0) <= mostMilliseconds,
      },
    ],
    figures,
  }
}

async function questions({ query }: Place): Promise<Record<Viewer, Record<string, string>>> {
  const categories = await query<{ id: string; branch: string }>(`
    select d.category_id as id, (array_agg(c.parent_id))[1] as branch from need d join category c on c.id = d.category_id
    group by 1 order by count(*) desc`)
  const [common, rare] = [categories[0], categories.at(-1)]
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  const area = 'E99000001'
  const shared = {
    'common need': `category=${common?.id}`,
    'rare need': `category=${rare?.id}`,
    'branch of needs': `category=${common?.branch}`,
    area: `area=${area}`,
    'rare need, area': `category=${rare?.id}&area=${area}`,
    'rare need, area, open': `category=${rare?.id}&area=${area}&status=open`,
    'need, area, urgent': `category=${common?.id}&area=${area}&urgent=true`,
    urgent: 'urgent=true',
    overdue: 'overdue=true',
    'overdue, area': `overdue=true&area=${area}`,
    restricted: 'restricted=true',
    mine: 'mine=true',
    withdrawn: 'status=withdrawn',
    'unmet, rare need': `status=unmet&category=${rare?.id}`,
    'a week a year ago': `openedFrom=${day(365)}&openedUntil=${day(358)}`,
    'a week, area, need': `openedFrom=${day(365)}&openedUntil=${day(358)}&area=${area}&category=${rare?.id}`,
    'reference, three letters': 'reference=K7Q',
    'urgent first': 'sort=urgency',
    'urgent first, rare need': `sort=urgency&category=${rare?.id}`,
    'oldest waiting': 'sort=oldest_waiting',
    'oldest waiting, rare need, area': `sort=oldest_waiting&category=${rare?.id}&area=${area}`,
    nothing: `status=open&openedFrom=${day(700)}&openedUntil=${day(690)}&area=${area}`,
  }
  const assigned = {
    'assigned to a small one': `assignedTo=${idOf('organisation', 150)}`,
    'assigned to a busy one, urgent': `assignedTo=${idOf('organisation', 1)}&urgent=true`,
    'assigned, rare need, area': `assignedTo=${idOf('organisation', 1)}&category=${rare?.id}&area=${area}`,
  }
  const within = (tab: string, list: Record<string, string>) =>
    Object.fromEntries(Object.entries(list).map(([name, text]) => [`${tab}, ${name}`, `tab=${tab}&${text}`]))
  const plain = { plain: 'limit=25' }
  return {
    busy: { ...within('received', { ...plain, ...shared }), ...within('sent', { ...plain, ...shared }) },
    small: { ...within('received', { ...plain, ...shared }), ...within('all', { ...plain, ...shared, ...assigned }) },
    coordinator: within('all', { ...plain, ...shared, ...assigned }),
  }
}
