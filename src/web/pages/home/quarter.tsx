/** RPT-3: for those who pay for a network: what its last quarter found, and the way to each of its tables. Nothing that is not in those. */
import { whoseCode } from '../../../domain/figures.ts'
import type { Answer } from '../../../reports/ask.ts'
import { formatNumber, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Bars } from '../../ui/charts/bars.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { reportHref } from '../reports/query.ts'
import { sayCell, sayColumn, sayDays, sayName } from '../reports/say.ts'
import type { HomeData } from './load-home.ts'

const most = 6

export function QuarterCard({ t, answer, data }: { t: T; answer: Answer; data: HomeData }) {
  const { whose, ways, figures, days } = answer
  const of = whoseCode(whose)
  const told = figures.rows.filter(({ isTotal, cells }) => !isTotal && typeof cells[0] === 'number')
  return (
    <Card
      flush
      id={`quarter-${of}`}
      title={t('home.quarter', {
        network: data.networks.find(({ id }) => id === of)?.name ?? '',
        days: sayDays(t, days),
      })}
    >
      <div class="chart">
        {told.length > 0 && <h3 class="chart-title">{t('home.quarterNeeds')}</h3>}
        <Bars
          rows={told.slice(0, most).map(row => ({
            key: row.key,
            name: row.names.map(name => sayName(t, name)).join(),
            figure: sayCell(t, row.cells[0], 'count'),
            parts: [Number(row.cells[0])],
          }))}
        />
        <div class="report-ways quarter-ways">
          <span class="ways-label">{t('home.quarterTables')}</span>
          <Chips
            label={t('home.quarterTables')}
            chips={ways.map(by => ({
              href: reportHref(paths.report('quarter'), { of, by }),
              label: sayColumn(t, 'quarter', by),
            }))}
          />
        </div>
        <p class="small">
          {data.figures &&
            t('home.quarterReach', {
              organisations: formatNumber(t, data.figures.organisations),
              services: formatNumber(t, data.figures.services),
            })}{' '}
          {t('reports.hiddenNote')}
        </p>
      </div>
    </Card>
  )
}
