/** RPT-1: places and their use over time. */
import { readUse, type Use } from '../db/reports/capacity.ts'
import type { Days } from '../domain/figures.ts'
import { nameIn, shareOf, thenOf } from './parts.ts'
import type { Figures, Question, Report } from './report.ts'

export const capacity: Report = {
  id: 'capacity',
  whose: ['network', 'received'],
  by: ['time', 'recipient', 'service'],
  filters: ['recipient'],
  compares: 'wanted',
  ofServices: true,
  read,
}

async function read(question: Question): Promise<Figures> {
  const { db, actor, asked, by, before } = question
  const cut = by as 'time' | 'recipient' | 'service'
  const found = await readUse(db, actor, asked, cut)
  const earlier = before && (await readUse(db, actor, { ...asked, days: before }, cut))
  const then = thenOf(by, question, earlier)
  const used = found.toSorted((a, b) => (cut === 'time' ? (a.key < b.key ? -1 : 1) : fillOf(b) - fillOf(a)))
  return {
    names: [by],
    columns: [
      ...(['places', 'cases', 'waiting'] as const).map(id => ({ id, kind: 'count' as const })),
      { id: 'used', kind: 'share' },
      { id: 'unlimited', kind: 'count' },
      ...(before ? [{ id: 'usedBefore', kind: 'share' as const }] : []),
    ],
    rows: used.map(one => ({
      key: one.key,
      names: [nameIn(by, one, asked.step)],
      cells: [...cellsOf(one), ...(before ? [shareUsed(then(one.key))] : [])],
    })),
    charts: [
      by === 'time' ? { kind: 'lines', values: [0, 1, 2] } : { kind: 'bars', value: 3, ...(before && { before: 5 }) },
    ],
    finding: findingOf(by, used),
    notes: before ? [await averages(question, before)] : [],
  }
}

function cellsOf(one: Use) {
  return [one.places, one.cases, one.waiting, shareUsed(one), one.unlimited]
}

/** Of all places in all the days, now and then. */
async function averages({ db, actor, asked }: Question, before: Days): Promise<Figures['finding']> {
  const [now] = await readUse(db, actor, asked, 'all')
  const [then] = await readUse(db, actor, { ...asked, days: before }, 'all')
  const [share, was] = [shareUsed(now), shareUsed(then)]
  if (share === null || was === null) return { say: 'noneBefore', values: {} }
  return { say: 'before', values: { share: { share }, before: { share: was } } }
}

function findingOf(by: string, used: readonly Use[]): Figures['finding'] {
  const [first, last] = [used[0], used.at(-1)]
  if (!first || !last) return { say: 'none', values: {} }
  if (by === 'time' && used.length > 1) return changeOf(fillOf(first), fillOf(last))
  const most = used.toSorted((a, b) => fillOf(b) - fillOf(a))[0] ?? first
  const name = nameIn(by, most, 'day')
  if (most.cases > most.places)
    return { say: 'over', values: { name, cases: { count: most.cases }, places: { count: most.places } } }
  return { say: 'fullest', values: { name, share: { share: fillOf(most) } } }
}

/** In whole hundredths, as it is told. */
function changeOf(from: number, to: number): Figures['finding'] {
  const more = Math.round(to * 100) - Math.round(from * 100)
  return {
    say: more > 0 ? 'fuller' : more < 0 ? 'emptier' : 'same',
    values: { from: { share: from }, to: { share: to } },
  }
}

function fillOf(one: Use): number {
  return shareUsed(one) ?? 0
}

function shareUsed(one: Use | undefined): number | null {
  return one ? shareOf(one.cases, one.places) : null
}
