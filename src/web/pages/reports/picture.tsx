/** The picture of a report: the same numbers as its table, each kind of chart drawn by its component. */
import type { Chart } from '../../../reports/report.ts'
import { Bars } from '../../ui/charts/bars.tsx'
import { Columns } from '../../ui/charts/columns.tsx'
import { ChartKey } from '../../ui/charts/key.tsx'
import { hrefBehind, type Shown } from './load.ts'
import { FromTo, OnMap, OverTime, Spread } from './more-pictures.tsx'
import { nameOf, numberAt } from './numbers.ts'
import { sayCell, sayFinding, sayName, sayOf, sayShort } from './say.ts'

const mostBars = 15

export function Picture({ shown, chart }: { shown: Shown; chart: Chart }) {
  switch (chart.kind) {
    case 'columns':
      return <InTime shown={shown} chart={chart} />
    case 'bars':
    case 'stack':
      return <InRows shown={shown} chart={chart} />
    case 'spread':
      return <Spread shown={shown} chart={chart} />
    case 'lines':
      return <OverTime shown={shown} chart={chart} />
    case 'flows':
      return <FromTo shown={shown} chart={chart} />
    case 'map':
      return <OnMap shown={shown} chart={chart} />
    case 'none':
      return null
  }
}

function InTime({ shown, chart }: { shown: Shown; chart: Chart & { kind: 'columns' } }) {
  const { t, answer } = shown
  const { rows, finding } = answer.figures
  return (
    <div class="chart">
      {chart.before !== undefined && <BeforeKey shown={shown} />}
      <Columns
        label={sayFinding(t, answer.report.id, finding)}
        bars={rows.map(row => ({
          key: row.key,
          name: sayName(t, nameOf(row)),
          short: sayShort(t, nameOf(row)),
          value: numberAt(row, chart.value),
          ...(chart.before !== undefined && { before: numberAt(row, chart.before) }),
        }))}
      />
    </div>
  )
}

function InRows({ shown, chart }: { shown: Shown; chart: Chart & { kind: 'bars' | 'stack' } }) {
  const { t, answer } = shown
  const { columns } = answer.figures
  const rows = answer.figures.rows.filter(({ isTotal }) => !isTotal)
  const [values, before] = chart.kind === 'bars' ? [[chart.value], chart.before] : [chart.values, undefined]
  const left = rows.length - mostBars
  return (
    <div class="chart">
      {before !== undefined && <BeforeKey shown={shown} />}
      {chart.kind === 'stack' && (
        <ChartKey
          marks={values.map((at, nth) => ({
            look: `part-${nth}`,
            label: sayOf(t, `columns.${columns[at]?.id ?? ''}`),
          }))}
        />
      )}
      <Bars
        rows={rows.slice(0, mostBars).map(row => ({
          key: row.key,
          name: row.names.map(name => sayName(t, name)).join(' · '),
          href: hrefBehind(shown, row.lists?.[values[0] ?? 0]),
          figure: values.map(at => sayCell(t, row.cells[at], columns[at]?.kind ?? 'count')).join(' · '),
          parts: values.map(at => numberAt(row, at)),
          ...(before !== undefined && { before: numberAt(row, before) }),
        }))}
      />
      {left > 0 && <p class="small">{t('reports.rest', { count: left })}</p>}
    </div>
  )
}

function BeforeKey({ shown: { t } }: { shown: Shown }) {
  return (
    <ChartKey
      marks={[
        { look: 'now', label: t('reports.key.now') },
        { look: 'was', label: t('reports.key.before') },
      ]}
    />
  )
}
