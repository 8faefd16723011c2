/** From what was asked to the figures: only what the viewer may see, and the links behind them. The page, the files and the API all come here. */
import type { Kysely } from 'kysely'
import { withBranches, withRoom } from '../db/reports/population.ts'
import type { DB } from '../db/schema.ts'
import {
  type Days,
  daysBefore,
  daysOf,
  type Period,
  stepOf,
  type Whose,
  whoseCode,
  whoseFor,
} from '../domain/figures.ts'
import { isDay } from '../domain/listing.ts'
import { type Actor, may } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { daysOfQuarter, quartersTold } from '../domain/published.ts'
import { dayOf } from '../domain/week.ts'
import { reports } from './index.ts'
import type { Figures, FilterName, ListLink, Report } from './report.ts'

/** As it stands in an address; what is left out is as usual. */
export type Wish = {
  of?: string | undefined
  by?: string | undefined
  period?: Period | undefined
  from?: string | undefined
  until?: string | undefined
  compare?: 'yes' | 'no' | undefined
  quarter?: string | undefined
} & Partial<Record<Exclude<FilterName, 'urgent'>, string | undefined>> & { urgent?: 'yes' | undefined }

export type Answer = {
  report: Report
  whose: Whose
  /** All that the viewer may choose for this report. */
  choices: readonly Whose[]
  by: string
  ways: readonly string[]
  days: Days
  before: Days | null
  /** What is asked for when one need is, with the branches below it. */
  needs: readonly string[] | undefined
  figures: Figures
  /** They took too long to count: there are none, and something narrower may be asked for. */
  isLate: boolean
  /** The figures are as of this moment. */
  at: Date
}

/** The reports that somebody may open, each with whose figures it shows. */
export function reportsFor(actor: Actor): { report: Report; choices: Whose[] }[] {
  if (!may(actor, 'readReports')) return []
  const all = whoseFor(actor)
  return reports
    .map(report => ({ report, choices: all.filter(({ kind }) => report.whose.includes(kind)) }))
    .filter(({ choices }) => choices.length > 0)
}

export async function askReport(
  { db, now }: { db: Kysely<DB>; now: () => Date },
  actor: Actor,
  id: string,
  wish: Wish,
): Promise<Answer> {
  const found = reportsFor(actor).find(({ report }) => report.id === id)
  const whose = found && (wish.of ? found.choices.find(one => whoseCode(one) === wish.of) : found.choices[0])
  if (!found || !whose) throw new Problem('not_found', 'There is no such report.')
  const { report, choices } = found
  const at = now()
  const days = report.fixed ? quarterOf(wish, at) : daysOf(wish.period ?? 'year', dayOf(at), givenDays(wish))
  const before = comparing(report, wish) ? daysBefore(days) : null
  const ways = (whose.kind === 'installation' && report.byForExistence) || report.by
  const by = ways.find(way => way === wish.by) ?? ways[0] ?? ''
  const asked = await withBranches(db, {
    ...{ whose, days, step: stepOf(days), now: at },
    ...(whose.kind === 'installation' ? {} : narrowing(report, wish)),
  })
  const read = await withRoom(db, () => report.read({ db, actor, asked, by, before }))
  const figures = read ?? nothing
  const { categoryIds: needs } = asked
  return { report, whose, choices, by, ways, days, before, needs, figures, isLate: read === null, at: figures.at ?? at }
}

const nothing: Figures = { names: [], columns: [], rows: [], charts: [], finding: { say: 'none', values: {} } }

/** For who cannot be shown what else to ask for. */
export function assertInTime(answer: Answer): Answer {
  if (!answer.isLate) return answer
  throw new Problem('unavailable', 'These figures take too long to count. Ask for fewer days, one need or one area.')
}

/** The list behind a number, with all that the report was narrowed by; null where no list says the same. */
export function listBehind(answer: Answer, wish: Wish, link: ListLink | null | undefined) {
  const { whose, days, report, needs } = answer
  const filters = whose.kind === 'installation' ? {} : narrowedBy(report, wish)
  // Of what was received nobody finds by whom else it was asked of.
  if (!link || clashes(filters, link, needs) || (whose.kind === 'received' && filters.recipient)) return null
  const { days: part = days, ...own } = link
  const { urgent, ...rest } = filters
  return {
    ...{ ...periodOf(report, part), ...rest, ...(urgent && { marked: urgent }) },
    ...{ ...('networkId' in whose && { network: whose.networkId }), counted: 'yes' as const, ...own },
  }
}

function narrowedBy({ filters }: Report, wish: Wish): Partial<Record<FilterName, string>> {
  return Object.fromEntries(
    filters
      .map(name => [name, wish[name]] as const)
      .filter((entry): entry is [FilterName, string] => Boolean(entry[1])),
  )
}

function periodOf({ now, byAsking }: Report, { first, last }: Days) {
  if (now) return {}
  return byAsking ? { askedFrom: first, askedUntil: last } : { from: first, until: last }
}

/** Two needs at once: no list is narrowed by both. A need is among those `needs` that a branch stands for. */
function clashes(filters: Partial<Record<FilterName, string>>, link: ListLink, needs: Answer['needs']): boolean {
  const { need, area, sender, recipient } = filters
  const isApart = (asked: string | undefined, own: string | undefined) => Boolean(asked && own && asked !== own)
  return (
    (need !== undefined && link.need !== undefined && !needs?.includes(link.need)) ||
    isApart(area, link.area) ||
    isApart(sender, link.sender) ||
    isApart(recipient, link.recipient)
  )
}

function comparing({ compares }: Report, { compare }: Wish): boolean {
  return compares !== undefined && (compare ?? (compares === 'usual' ? 'yes' : 'no')) === 'yes'
}

/** Only those on offer: no other stretch of days, and none that overlap. */
function quarterOf({ quarter }: Wish, at: Date): Days {
  const told = quartersTold(dayOf(at))
  return daysOfQuarter(told.find(one => one === quarter) ?? told[0] ?? '')
}

function givenDays({ from, until }: Wish): Partial<Days> {
  return { ...(from && isDay(from) && { first: from }), ...(until && isDay(until) && { last: until }) }
}

function narrowing({ filters }: Report, { need, area, sender, recipient, urgent }: Wish) {
  return {
    ...(need && filters.includes('need') && { categoryIds: [need] }),
    ...(area && filters.includes('area') && { areaCode: area }),
    ...(sender && filters.includes('sender') && { sender }),
    ...(recipient && filters.includes('recipient') && { recipient }),
    ...(urgent && filters.includes('urgent') && { urgent: true }),
  }
}
