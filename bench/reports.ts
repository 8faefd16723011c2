/** RPT: every report over a year, through the API, as the coordinator of the network with all referrals; and what others wait meanwhile. */
import { tokenOf } from './data.ts'
import { drive } from './driver.ts'
import { compare, type Figures, type Subject } from './measure.ts'
import { type Bound, type Section, two } from './section.ts'
import type { Place, World } from './world.ts'

const coordinator = 401
const most = 1000
const asked = [
  ...['activity', 'activity?by=status', 'activity?by=need', 'activity?by=recipient', 'activity?by=area', 'flows'],
  ...['times', 'times?by=recipient', 'times?by=need', 'times?by=area', 'responsiveness', 'overdue'],
  ...['outcomes', 'outcomes?by=area', 'declined', 'declined?by=need', 'moved', 'unmet'],
  ...['people?by=age', 'people?by=ethnic_group', 'fairness?by=age', 'fairness?by=ethnic_group', 'capacity'],
]
/** One of the dearer ones, for as long as others are watched. */
const meanwhile = 'responsiveness'

export async function measureReports({ databasePid }: World, place: Place): Promise<Section> {
  const subjects = asked.map(
    (name): Subject => ({ ...place.program, name, database: databasePid, ask: () => asking(name) }),
  )
  const figures = await compare(subjects, { connections: 1, seconds: 2, rounds: 3, warm: 1 })
  const slow = figures.filter(({ p50 }) => p50 > most).map(({ name }) => name)
  const slowest = figures.toSorted((a, b) => b.p50 - a.p50)[0]
  const others = await measureOthers(databasePid, place)
  return {
    title: 'Reports over a year',
    notes: [
      `${place.referrals} referrals over two years in one network, one request at a time, without comparison; then lists and readings ` +
        `by two at once, alone and while ${meanwhile} is asked for again and again, in turns.`,
    ],
    bounds: [
      {
        what: `slowest of ${figures.length}: ${slowest?.name}`,
        bound: `p50 ≤ ${most} ms`,
        found: `${two(slowest?.p50 ?? 0)} ms; over it: ${slow.join(', ') || 'none'}`,
        held: slow.length === 0,
      },
      ...others.map(boundOf),
    ],
    figures: [...figures, ...others.flatMap(({ alone, beside }) => [alone, beside])],
  }
}

function asking(name: string) {
  const path = `/api/v1/reports/${name}${name.includes('?') ? '&' : '?'}compare=no`
  return { path, headers: { authorization: `Bearer ${tokenOf(coordinator)}` } }
}

type Pair = { name: string; alone: Figures; beside: Figures }

async function measureOthers(databasePid: number, place: Place): Promise<Pair[]> {
  const own = await place.query<{ id: string; organisation: number }>(ownReferrals)
  const mine = (nth: number) => own[nth % own.length] ?? { id: '', organisation: 1 }
  const asks = {
    'list 25': (nth: number) => ({ path: '/api/v1/referrals', user: 1 + (nth % 400) }),
    'read one': (nth: number) => ({ path: `/api/v1/referrals/${mine(nth).id}`, user: 2 * mine(nth).organisation }),
  }
  const pairs: Pair[] = []
  for (const [name, ask] of Object.entries(asks)) {
    const request = (nth: number) => ({
      path: ask(nth).path,
      headers: { authorization: `Bearer ${tokenOf(ask(nth).user)}` },
    })
    const subject = { ...place.program, database: databasePid, ask: request }
    const beside = { ...subject, name: `${name}, beside a report`, during: () => reporting(place) }
    const [alone, busy] = await compare([{ ...subject, name: `${name}, alone` }, beside], { connections: 2 })
    if (alone && busy) pairs.push({ name, alone, beside: busy })
  }
  return pairs
}

/** Asks again and again until it is told to stop. */
function reporting({ program }: Place): () => Promise<void> {
  let done = false
  const running = (async () => {
    while (!done) await drive({ port: program.port, ask: () => asking(meanwhile), connections: 1, seconds: 0.01 })
  })()
  return () => {
    done = true
    return running
  }
}

function boundOf({ name, alone, beside }: Pair): Bound {
  const times = beside.p95 / alone.p95
  return { what: `${name} beside a report`, bound: 'p95 ≤ 2 × alone', found: `${two(times)} ×`, held: times <= 2 }
}

const ownReferrals = `
  select p.referral_id as id, split_part(o.name, ' ', 2)::integer as organisation
  from referral_party p join organisation o on o.id = p.organisation_id where p.side = 'sent' order by md5(p.referral_id::text) limit 2000`
