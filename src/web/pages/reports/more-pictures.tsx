/** The pictures that few reports have: a distribution, lines, flows, a map. */
import { listOfAll } from '../../../reports/parts.ts'
import type { Chart } from '../../../reports/report.ts'
import { Bars } from '../../ui/charts/bars.tsx'
import { Columns } from '../../ui/charts/columns.tsx'
import { FigureMap } from '../../ui/charts/figure-map.tsx'
import { Flows, leftOf, strongest } from '../../ui/charts/flows.tsx'
import { Lines } from '../../ui/charts/lines.tsx'
import { Matrix } from '../../ui/charts/matrix.tsx'
import { hrefBehind, type Shown } from './load.ts'
import { knownAt, nameOf, numberAt } from './numbers.ts'
import { BeforeKey } from './rows-picture.tsx'
import { sayCell, sayColumn, sayFinding, sayName, sayShort } from './say.ts'

type Of<Kind extends Chart['kind']> = { shown: Shown; chart: Chart & { kind: Kind } }

export function Spread({ shown: { t, answer }, chart }: Of<'spread'>) {
  return (
    <div class="chart">
      <h2 class="chart-title">{t(`reports.${chart.of === 'closed' ? 'spreadClosed' : 'spreadAnswered'}`)}</h2>
      <Columns
        label={sayFinding(t, answer.report.id, answer.figures.finding)}
        marks={chart.marks.map(({ name, at }) => ({ label: sayName(t, name), at }))}
        bars={chart.bins.map(({ name, short, count }) => {
          const words = sayName(t, name)
          return { key: words, name: words, short: sayName(t, short), value: count }
        })}
      />
    </div>
  )
}

export function OverTime({ shown: { t, answer }, chart }: Of<'lines'>) {
  const { rows, columns, finding } = answer.figures
  const lines = chart.values.map(at => ({
    label: sayColumn(t, answer.report.id, columns[at]?.id ?? ''),
    values: rows.map(row => numberAt(row, at)),
  }))
  return (
    <div class="chart">
      <Lines
        label={sayFinding(t, answer.report.id, finding)}
        steps={rows.map(row => sayShort(t, nameOf(row)))}
        lines={lines}
      />
    </div>
  )
}

export function FromTo({ shown, chart }: Of<'flows'>) {
  const { t, answer } = shown
  const flowing = answer.figures.rows.filter(row => numberAt(row, chart.value) > 0)
  const cells = flowing.map(row => ({
    from: sayName(t, row.names[0] ?? { text: '' }),
    to: sayName(t, row.names[1] ?? { text: '' }),
    value: numberAt(row, chart.value),
    href: hrefBehind(shown, row.lists?.[chart.value]),
  }))
  const left = leftOf(cells)
  return (
    <>
      <div class="chart">
        <Flows label={sayFinding(t, answer.report.id, answer.figures.finding)} bands={cells} />
        {left > 0 && <p class="small flows-left">{t('reports.flowsLeft', { count: left })}</p>}
        <div class="flows-small">
          <Bars
            rows={strongest(cells).map(({ from, to, value }) => ({
              key: `${from}-${to}`,
              name: `${from} → ${to}`,
              figure: value,
              parts: [value],
            }))}
          />
        </div>
      </div>
      <Matrix caption={t('reports.matrix')} cells={cells} />
    </>
  )
}

/** The first name of each row down the side, the second across, whatever else tells rows apart. */
export function InSquares({ shown, chart }: Of<'matrix'>) {
  const { t, answer } = shown
  const named = answer.figures.rows.map(row => ({
    from: sayName(t, row.names[0] ?? { text: '' }),
    to: sayName(t, row.names[1] ?? { text: '' }),
    value: numberAt(row, chart.value),
    list: row.lists?.[chart.value],
  }))
  const squares = Map.groupBy(named, ({ from, to }) => JSON.stringify([from, to]))
  const cells = [...squares.values()].flatMap(([first, ...more]) => {
    if (!first) return []
    const href = hrefBehind(shown, listOfAll([first, ...more].map(({ list }) => list)))
    return [{ ...first, href, value: more.reduce((sum, { value }) => sum + value, first.value) }]
  })
  return <Matrix caption={t('reports.squares')} cells={cells} most={40} />
}

/** Beside the map the same as bars, for those who do not see it. */
export function OnMap({ shown, chart }: Of<'map'>) {
  const { t, answer, choices, outlines, dots } = shown
  const { rows, columns } = answer.figures
  const kind = columns[chart.value]?.kind ?? 'count'
  const areas = choices.areas.flatMap(({ id, name }) => {
    const outline = outlines.get(id)
    const row = rows.find(({ place }) => place?.authority === id)
    const isByDistrict = rows.some(({ place }) => place?.district)
    const value = row ? numberAt(row, chart.value) : null
    const words = row ? sayCell(t, row.cells[chart.value], kind) : isByDistrict ? '' : '0'
    return outline ? [{ code: id, name, value, words, outline }] : []
  })
  const found = rows.flatMap(row => {
    const at = row.place?.district ? dots.get(row.place.district) : undefined
    return at ? [{ name: row.place?.district ?? '', value: numberAt(row, chart.value), ...at }] : []
  })
  return (
    <div class="chart on-map">
      {areas.length > 0 && (
        <FigureMap
          alt={sayFinding(t, answer.report.id, answer.figures.finding)}
          areas={areas}
          dots={found}
          dotKey={t('reports.dots')}
        />
      )}
      <div>
        {chart.before !== undefined && <BeforeKey t={t} />}
        <Bars
          rows={rows.slice(0, 15).map(row => ({
            key: row.key,
            name: sayName(t, nameOf(row)),
            href: hrefBehind(shown, row.lists?.[chart.value]),
            figure: sayCell(t, row.cells[chart.value], kind),
            parts: [numberAt(row, chart.value)],
            before: knownAt(row, chart.before),
          }))}
        />
      </div>
    </div>
  )
}
