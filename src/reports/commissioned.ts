/** RPT-3: a commissioner's tables: of one finished quarter, made once, small numbers hidden. */
import { readTable } from '../db/reports/published.ts'
import { type PublishedName, type PublishedTable, publishedNames } from '../domain/published.ts'
import { shareOf } from './parts.ts'
import type { Cell, Figures, Name, Question, Report } from './report.ts'

const rowsAre: Record<PublishedName, string> = {
  ...{ needs: 'need', areas: 'area', months: 'time', ages: 'age' },
  ...{ ethnic_groups: 'ethnic_group', disabilities: 'disability', genders: 'gender' },
}

export const commissioned: Report = {
  id: 'quarter',
  whose: ['commissioned'],
  by: publishedNames,
  filters: [],
  fixed: true,
  read,
}

async function read({ db, actor, asked: { whose, days }, by }: Question): Promise<Figures> {
  const name = by as PublishedName
  const found =
    'networkId' in whose ? await readTable(db, actor, { networkId: whose.networkId, quarter: days.first, name }) : null
  const body = found && withoutEmptyCut(found.body)
  const counted = { id: name === 'needs' ? 'needs' : 'all', kind: 'count' } as const
  return {
    names: [rowsAre[name]],
    columns: body?.isCut
      ? [
          counted,
          { id: 'taken', kind: 'count' },
          { id: 'notTaken', kind: 'count' },
          { id: 'takenShare', kind: 'share' },
        ]
      : [counted],
    rows: body && body.totals.all !== null ? rowsOf(name, body) : [],
    charts: [{ kind: 'bars', value: 0 }],
    finding: findingOf(name, found?.body),
    notes: [...(found?.body.isCut && !body?.isCut ? [{ say: 'uncut', values: {} }] : []), { say: 'kept', values: {} }],
    ...(found && { at: found.madeAt }),
  }
}

/** Where no row may tell how many were accepted, two columns of nothing but “hidden” are left out; the sentence on top still says it of all. */
function withoutEmptyCut(body: PublishedTable): PublishedTable {
  return body.isCut && body.rows.every(({ taken }) => taken === null) ? { ...body, isCut: false } : body
}

/** The most on top, what is hidden last; months, ages and answers stay in their own order. */
function inOrder(name: PublishedName, rows: PublishedTable['rows']): PublishedTable['rows'] {
  return name === 'needs' || name === 'areas' ? rows.toSorted((a, b) => (b.all ?? -1) - (a.all ?? -1)) : rows
}

function rowsOf(name: PublishedName, { isCut, rows, totals }: PublishedTable): Figures['rows'] {
  const cells = ({ all, taken, notTaken }: PublishedTable['totals']): Cell[] => {
    const told = [all, taken, notTaken].map(one => one ?? ('hidden' as const))
    const share = all === null || taken === null ? ('hidden' as const) : shareOf(taken, all)
    return isCut ? [...told, share] : told.slice(0, 1)
  }
  return [
    ...inOrder(name, rows).map(row => ({ key: row.key ?? '', names: [called(name, row)], cells: cells(row) })),
    { key: 'total', names: [{ code: 'total' }], cells: cells(totals), isTotal: true as const },
  ]
}

function called(name: PublishedName, { key, name: label }: { key: string | null; name: string | null }): Name {
  if (label !== null) return { text: label }
  if (key === null)
    return { code: name === 'areas' ? 'unknown.area' : name === 'ages' ? 'unknown.age' : 'unknown.said' }
  if (name === 'ages') return { band: key }
  return name === 'months' ? { day: key, step: 'month' } : name === 'areas' ? { area: key } : { text: key }
}

function findingOf(name: PublishedName, body: PublishedTable | undefined): Figures['finding'] {
  if (!body) return { say: 'none', values: {} }
  const of = name === 'needs' ? 'needs.' : ''
  const { all, taken } = body.totals
  if (all === null) return { say: 'few', values: {} }
  if (taken === null) return { say: `${of}total`, values: { count: all } }
  return { say: `${of}taken`, values: { count: all, share: { share: taken / all } } }
}
