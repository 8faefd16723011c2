/** Figures in words: names, numbers, findings. The report's own words stand under its id in words/en/reports. */
import type { Days, Whose } from '../../../domain/figures.ts'
import type { Cell, ColumnKind, Figures, Name, Report, Value } from '../../../reports/report.ts'
import { reports as words } from '../../../words/en/reports.ts'
import { formatDate, formatNumber, isKey, type T } from '../../../words/index.ts'

/** A text of the catalogue under `reports`, by a name put together from codes. */
export function sayOf(t: T, name: string, values: Readonly<Record<string, string | number>> = {}): string {
  const key = `reports.${name}`
  const say = t as (key: string, values: Readonly<Record<string, string | number>>) => string
  return isKey(key) || isKey(`${key}_other`) ? say(key, values) : name
}

/** What the numbers of a report mean: its own sentences, then those of all reports like it. */
export function definitionsOf(t: T, { id, now, ofServices, byAsking }: Report, compares: boolean): string[] {
  const own = Object.keys((words as unknown as Readonly<Record<string, { means?: object }>>)[id]?.means ?? {})
  const shared = [
    ...(ofServices ? [] : ['counted']),
    ...(now ? ['moment'] : ofServices ? [] : [byAsking ? 'asked' : 'opened']),
    ...(compares ? ['before'] : []),
  ]
  return [...own.map(name => sayOf(t, `${id}.means.${name}`)), ...shared.map(name => sayOf(t, `means.${name}`))]
}

export function sayName(t: T, name: Name): string {
  if ('text' in name) return name.text
  if ('code' in name) return sayOf(t, `code.${name.code}`)
  if ('area' in name) return t('reports.code.unnamed', { code: name.area })
  if ('band' in name) return sayAges(t, name.band)
  const { day, step } = name
  if (step === 'month') return formatMonth(t, day)
  return step === 'week' ? t('reports.weekOf', { day: formatDate(t, day) }) : formatDate(t, day)
}

/** For under a bar: Jan, 3 Jun. */
export function sayShort(t: T, name: Name): string {
  if (!('day' in name)) return sayName(t, name)
  const options = name.step === 'month' ? ({ month: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return asUtc(name.day).toLocaleDateString(localeOf(t), { ...options, timeZone: 'UTC' })
}

export function sayCell(t: T, cell: Cell | undefined, kind: ColumnKind): string {
  if (cell === null || cell === undefined) return '–'
  if (cell === 'hidden') return t('reports.hidden')
  switch (kind) {
    case 'count':
      return formatNumber(t, cell)
    case 'share':
      return sayShare(t, cell)
    case 'change':
      return `${cell > 0 ? '+' : cell < 0 ? '−' : ''}${sayShare(t, Math.abs(cell))}`
    case 'hours':
      return sayHours(t, cell)
    case 'days':
      return t('reports.withinDays', { count: Math.round(cell / 24) })
  }
}

/** 18-24: 18 to 24; 75+: 75 or over. */
function sayAges(t: T, band: string): string {
  const [from = '', to] = band.replace('+', '').split('-')
  return to ? t('reports.code.ages.between', { from, to }) : t('reports.code.ages.over', { from })
}

/** What a column is called: the report's own word before that of all. */
export function sayColumn(t: T, report: string, id: string): string {
  return isKey(`reports.${report}.columns.${id}`) ? sayOf(t, `${report}.columns.${id}`) : sayOf(t, `columns.${id}`)
}

/** For a file: what a spreadsheet can reckon with. Shares in percent, times in days. */
export function fileCell(t: T, cell: Cell | undefined, kind: ColumnKind): string | number | null {
  if (cell === null || cell === undefined) return null
  if (cell === 'hidden') return t('reports.hiddenInFile')
  if (kind === 'count') return cell
  return kind === 'hours' || kind === 'days' ? Math.round((cell / 24) * 100) / 100 : Math.round(cell * 1000) / 10
}

export function sayFinding(t: T, report: string, { say, values }: Figures['finding']): string {
  const words = Object.entries(values).map(([name, value]) => [name, sayValue(t, value)] as const)
  return sayOf(t, `${report}.finding.${say}`, Object.fromEntries(words))
}

export function sayWhose(t: T, whose: Whose, names: ReadonlyMap<string, string>): string {
  if ('networkId' in whose) return names.get(whose.networkId) ?? ''
  if (whose.kind === 'installation') return t('reports.whose.all')
  return t(`reports.whose.${whose.kind}`, { organisation: names.get(whose.organisationId) ?? '' })
}

export function sayDays(t: T, { first, last }: Days): string {
  return t('reports.fromTo', { first: formatDate(t, first), last: formatDate(t, last) })
}

function sayValue(t: T, value: Value): string | number {
  if (typeof value === 'number') return value
  if ('share' in value) return sayShare(t, value.share)
  if ('hours' in value) return sayHours(t, value.hours)
  return 'count' in value ? formatNumber(t, value.count) : sayName(t, value)
}

function sayShare(t: T, share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 0.5) return t('reports.underOne')
  return t('reports.percent', { share: formatNumber(t, Math.round(percent)) })
}

/** Hours up to two days, then days. */
function sayHours(t: T, hours: number): string {
  if (hours < 1) return t('reports.underHour')
  if (hours < 48) return t('reports.hours', { count: Math.round(hours) })
  const days = hours / 24
  return t('reports.days', { count: days < 10 ? Number(days.toFixed(1)) : Math.round(days) })
}

function formatMonth(t: T, day: string): string {
  return asUtc(day).toLocaleDateString(localeOf(t), { month: 'long', year: 'numeric', timeZone: 'UTC' })
}

function asUtc(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

function localeOf({ language }: T): string {
  return language === 'cy' ? 'cy' : 'en-GB'
}
