/** What a report is: from one of these follow its page, chart, table, CSV, XLSX, print and API (RPT-1, RPT-2). */
import type { Kysely } from 'kysely'
import type { Asked } from '../db/reports/population.ts'
import type { DB } from '../db/schema.ts'
import type { Days, WhoseKind } from '../domain/figures.ts'
import type { AskingFate, Fate, Why } from '../domain/listing.ts'
import type { Actor } from '../domain/policy.ts'

export type FilterName = 'need' | 'area' | 'sender' | 'recipient' | 'urgent'

/** `by`: how its rows may be cut, the usual way first. Its words stand in words/en/reports under its id. */
export type Report = {
  id: string
  whose: readonly WhoseKind[]
  by: readonly string[]
  /** Ways to cut that tell of contents are not for an administrator. */
  byForExistence?: readonly string[]
  filters: readonly FilterName[]
  /** Of this moment, not of a period. */
  now?: true
  /** Of services, not of referrals. */
  ofServices?: true
  /** Its period is that of the asking, not of the referral's opening: it counts askings. */
  byAsking?: true
  /** With the period before: as a rule, or where the viewer wants it. */
  compares?: 'usual' | 'wanted'
  /** Of one finished quarter, and narrowed by nothing else. */
  fixed?: true
  read(question: Question): Promise<Figures>
}

/** `before`: the days to compare with, where the viewer wants it. */
export type Question = { db: Kysely<DB>; actor: Actor; asked: Asked; by: string; before: Days | null }

/** What a row or a value is called: as it stands, by a code of the catalogue, a day in its step, ages, or an area that has no name here. */
export type Name =
  | { text: string }
  | { code: string }
  | { day: string; step: 'day' | 'week' | 'month' }
  | { band: string }
  | { area: string }

/** count, share (0 to 1), change (0.1: a tenth more), hours; days: hours known to the day alone. */
export type ColumnKind = 'count' | 'share' | 'change' | 'hours' | 'days'
export type Column = { id: string; kind: ColumnKind }

/** Null: there is none. hidden: of fewer than five people. */
export type Cell = number | null | 'hidden'

/** The list that holds just what a number counts, as its address says it; `days`: its own part of the period, or the one before. */
export type ListLink = Readonly<
  Partial<Record<'tab' | 'stage' | 'status' | 'need' | 'area' | 'sender' | 'recipient', string>> &
    Partial<Record<'age' | 'district' | 'way' | 'outcome' | 'reason', string>>
> & {
  readonly fate?: Fate
  readonly why?: Why
  readonly asking?: AskingFate
  readonly days?: Days
}

/** `lists`: by cell; null: what it counts cannot be opened. `place`: of a map. `look`: which part of a stack its bar looks like. */
export type Row = {
  key: string
  names: readonly Name[]
  cells: readonly Cell[]
  lists?: readonly (ListLink | null)[]
  place?: { authority?: string; district?: string }
  look?: number
  isTotal?: true
}

/** Which columns the picture shows, by their place. `all`: where the same is of all rows together. `figure`: what stands at the end of a stack. */
export type Chart =
  | { kind: 'columns'; value: number; before?: number }
  | { kind: 'bars'; value: number; before?: number; all?: number; looks?: readonly Name[] }
  | { kind: 'stack'; values: readonly number[]; figure: number; looks?: readonly number[] }
  | { kind: 'matrix'; value: number }
  | { kind: 'lines'; values: readonly number[] }
  | { kind: 'flows'; value: number }
  | { kind: 'map'; value: number; before?: number }
  | {
      kind: 'spread'
      /** What is counted: answers, closes. */
      of: string
      bins: readonly { name: Name; short: Name; count: number }[]
      marks: readonly { name: Name; at: number }[]
    }
  | { kind: 'none' }

export type Value = number | Name | { share: number } | { hours: number } | { count: number }

/** `finding`: the sentence over the page; `say` is its name among the report's words. */
export type Figures = {
  names: readonly string[]
  columns: readonly Column[]
  rows: readonly Row[]
  charts: readonly Chart[]
  finding: { say: string; values: Readonly<Record<string, Value>> }
  /** Further sentences under the finding. */
  notes?: readonly { say: string; values: Readonly<Record<string, Value>> }[]
  /** When they were made, where that was earlier. */
  at?: Date
}
