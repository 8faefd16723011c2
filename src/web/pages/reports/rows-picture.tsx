/** Pictures with a bar for each row: plain, or made of parts. What is hidden has none; the table says that it is. */
import type { Chart, Row } from '../../../reports/report.ts'
import type { T } from '../../../words/index.ts'
import { Bars } from '../../ui/charts/bars.tsx'
import { ChartKey } from '../../ui/charts/key.tsx'
import { hrefBehind, type Shown } from './load.ts'
import { knownAt, nameOf, numberAt } from './numbers.ts'
import { sayCell, sayColumn, sayName } from './say.ts'

const mostBars = 15

export function InRows({ shown, chart }: { shown: Shown; chart: Chart & { kind: 'bars' } }) {
  const { t, answer } = shown
  const { value, before, all } = chart
  const { kind = 'count', id = '' } = answer.figures.columns[value] ?? {}
  const { rows, left, hidden } = drawnOf(shown, value)
  return (
    <div class="chart">
      <h2 class="chart-title">{sayColumn(t, answer.report.id, id)}</h2>
      <ChartKey marks={marksOf(shown, chart)} />
      <Bars
        all={all}
        rows={rows.map(row => ({
          key: row.key,
          name: sayName(t, nameOf(row)),
          href: hrefBehind(shown, row.lists?.[value]),
          figure: sayCell(t, row.cells[value], kind),
          parts: [numberAt(row, value)],
          look: row.look,
          before: knownAt(row, before),
        }))}
      />
      <Rest shown={shown} left={left} hidden={hidden} />
    </div>
  )
}

/** What the looks of the bars and the lines over them stand for. */
function marksOf({ t, answer }: Shown, { value, before, all, looks = [] }: Chart & { kind: 'bars' }) {
  const { kind = 'count' } = answer.figures.columns[value] ?? {}
  const used = new Set(answer.figures.rows.map(({ look }) => look))
  return [
    ...looks.flatMap((name, look) => (used.has(look) ? [{ look: `part-${look}`, label: sayName(t, name) }] : [])),
    ...(before === undefined
      ? []
      : [
          ...(looks.length > 0 ? [] : [{ look: 'now', label: t('reports.key.now') }]),
          { look: 'was', label: t('reports.key.before') },
        ]),
    ...(all === undefined ? [] : [{ look: 'all', label: t('reports.key.all', { figure: sayCell(t, all, kind) }) }]),
  ]
}

export function InParts({ shown, chart }: { shown: Shown; chart: Chart & { kind: 'stack' } }) {
  const { t, answer } = shown
  const { values, figure, looks = [] } = chart
  const { columns } = answer.figures
  const { id: report } = answer.report
  const end = columns[figure]
  const { rows, left, hidden } = drawnOf(shown, figure)
  return (
    <div class="chart">
      <ChartKey
        marks={values.map((at, nth) => ({
          look: `part-${looks[nth] ?? nth}`,
          label: sayColumn(t, report, columns[at]?.id ?? ''),
        }))}
      />
      {end && (
        <p class="figure-head" aria-hidden="true">
          {sayColumn(t, report, end.id)}
        </p>
      )}
      <Bars
        rows={rows.map(row => ({
          key: row.key,
          name: sayName(t, nameOf(row)),
          href: hrefBehind(shown, row.lists?.[figure]),
          figure: sayCell(t, row.cells[figure], end?.kind ?? 'count'),
          parts: values.map(at => numberAt(row, at)),
          looks,
          counts: values.map(at => sayCell(t, row.cells[at], columns[at]?.kind ?? 'count')),
        }))}
      />
      <Rest shown={shown} left={left} hidden={hidden} />
    </div>
  )
}

export function BeforeKey({ t }: { t: T }) {
  return (
    <ChartKey
      marks={[
        { look: 'now', label: t('reports.key.now') },
        { look: 'was', label: t('reports.key.before') },
      ]}
    />
  )
}

function drawnOf({ answer }: Shown, value: number): { rows: readonly Row[]; left: number; hidden: number } {
  const rows = answer.figures.rows.filter(({ isTotal }) => !isTotal)
  const told = rows.filter(({ cells }) => cells[value] !== 'hidden')
  const most = told.length === mostBars + 1 ? told.length : mostBars
  return { rows: told.slice(0, most), left: Math.max(0, told.length - most), hidden: rows.length - told.length }
}

function Rest({ shown: { t }, left, hidden }: { shown: Shown; left: number; hidden: number }) {
  if (left + hidden === 0) return null
  return (
    <p class="small">
      {left > 0 && t('reports.rest', { count: left })} {hidden > 0 && t('reports.restHidden', { count: hidden })}
    </p>
  )
}
