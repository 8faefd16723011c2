/** RPT-3: a commissioner's tables: of one finished quarter, made once, small numbers hidden. */
import { readTable } from '../db/reports/published.ts'
import type { Days } from '../domain/figures.ts'
import { type PublishedName, type PublishedTable, publishedNames } from '../domain/published.ts'
import { changeFrom, compared, shareOf, thenOf } from './parts.ts'
import type { Cell, Column, Figures, Name, Question, Report } from './report.ts'

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
  compares: 'usual',
  read,
}

async function read(question: Question): Promise<Figures> {
  const { asked, before } = question
  const name = question.by as PublishedName
  const found = await readOf(question, asked.days)
  // Both are told by themselves, and share no day: side by side they tell no more.
  const earlier = before && (await readOf(question, before))
  const body = found && withoutEmptyCut(found.body)
  const counted = { id: name === 'needs' ? 'needs' : 'all', kind: 'count' } as const
  const cut = body?.isCut ? cutColumns : []
  return {
    names: [rowsAre[name]],
    columns: [counted, ...cut, ...(earlier ? compared : [])],
    rows: body && body.totals.all !== null ? rowsOf(question, body, earlier?.body ?? null) : [],
    charts: [{ kind: 'bars', value: 0, ...(earlier && { before: 1 + cut.length }) }],
    finding: findingOf(name, found?.body),
    notes: [
      ...(found?.body.isCut && !body?.isCut ? [{ say: 'uncut', values: {} }] : []),
      ...(before && !earlier ? [{ say: 'noneBefore', values: {} }] : []),
      { say: 'kept', values: {} },
    ],
    ...(found && { at: found.madeAt }),
  }
}

const cutColumns: readonly Column[] = [
  { id: 'taken', kind: 'count' },
  { id: 'notTaken', kind: 'count' },
  { id: 'takenShare', kind: 'share' },
]

function readOf({ db, actor, asked: { whose }, by }: Question, { first }: Days) {
  if (!('networkId' in whose)) return null
  return readTable(db, actor, { networkId: whose.networkId, quarter: first, name: by as PublishedName })
}

/** Where no row may tell how many were accepted, two columns of nothing but “hidden” are left out; the sentence on top still says it of all. */
function withoutEmptyCut(body: PublishedTable): PublishedTable {
  return body.isCut && body.rows.every(({ taken }) => taken === null) ? { ...body, isCut: false } : body
}

/** The most on top, what is hidden last; months, ages and answers stay in their own order. */
function inOrder(name: PublishedName, rows: PublishedTable['rows']): PublishedTable['rows'] {
  return name === 'needs' || name === 'areas' ? rows.toSorted((a, b) => (b.all ?? -1) - (a.all ?? -1)) : rows
}

function rowsOf(question: Question, body: PublishedTable, earlier: PublishedTable | null): Figures['rows'] {
  const name = question.by as PublishedName
  const then = thenOf(name === 'months' ? 'time' : name, question, earlier?.rows, 'month')
  // What is in no row of a table that is told was nobody's.
  const nothing = earlier?.totals.all === null ? null : 0
  const cells = (one: PublishedTable['totals'], was: number | null | undefined): Cell[] => [
    ...cellsOf(one, body.isCut),
    ...(earlier ? beside(one.all, was === undefined ? nothing : was) : []),
  ]
  return [
    ...inOrder(name, body.rows).map(row => ({
      key: row.key ?? '',
      names: [called(name, row)],
      cells: cells(row, then(row.key)?.all),
    })),
    {
      key: 'total',
      names: [{ code: 'total' }],
      cells: cells(body.totals, earlier?.totals.all),
      isTotal: true as const,
    },
  ]
}

function cellsOf({ all, taken, notTaken }: PublishedTable['totals'], isCut: boolean): Cell[] {
  const told = [all, taken, notTaken].map(one => one ?? ('hidden' as const))
  const share = all === null || taken === null ? ('hidden' as const) : shareOf(taken, all)
  return isCut ? [...told, share] : told.slice(0, 1)
}

/** Null: hidden. */
function beside(now: number | null, was: number | null): Cell[] {
  return [was ?? 'hidden', now === null || was === null ? null : changeFrom(was, now)]
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
