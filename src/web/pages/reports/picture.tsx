/** The picture of a report: the same numbers as its table, each kind of chart drawn by its component. */
import type { Chart } from '../../../reports/report.ts'
import { Columns } from '../../ui/charts/columns.tsx'
import type { Shown } from './load.ts'
import { FromTo, InSquares, OnMap, OverTime, Spread } from './more-pictures.tsx'
import { nameOf, numberAt } from './numbers.ts'
import { BeforeKey, InParts, InRows } from './rows-picture.tsx'
import { sayFinding, sayName, sayShort } from './say.ts'

export function Picture({ shown, chart }: { shown: Shown; chart: Chart }) {
  switch (chart.kind) {
    case 'columns':
      return <InTime shown={shown} chart={chart} />
    case 'bars':
      return <InRows shown={shown} chart={chart} />
    case 'stack':
      return <InParts shown={shown} chart={chart} />
    case 'matrix':
      return <InSquares shown={shown} chart={chart} />
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
      {chart.before !== undefined && <BeforeKey t={t} />}
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
