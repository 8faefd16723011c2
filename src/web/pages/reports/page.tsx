/** One report: the finding over its picture, the same numbers as a table, files, and what the numbers mean (RPT-1, RPT-2). */
import { Hono } from 'hono'
import { tableFormats } from '../../../files/table.ts'
import type { Chart, Figures } from '../../../reports/report.ts'
import { formatDateTime } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icon.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { PrintButton } from '../refer/print-button.tsx'
import { Filters } from './filters.tsx'
import { loadReport, type Shown } from './load.ts'
import { Narrowed } from './narrowed.tsx'
import { Picture } from './picture.tsx'
import { reportHref } from './query.ts'
import { definitionsOf, sayColumn, sayDays, sayFinding, sayOf, sayWhose } from './say.ts'
import { FigureTable } from './table.tsx'

export const reportPage = new Hono<PageEnv>().get('/reports/:report{[a-z-]+}', async c => {
  const shown = await loadReport(c)
  const title = sayOf(c.var.t, `${shown.answer.report.id}.title`)
  if (shown.answer.isLate) c.header('Retry-After', '10')
  return render(c, <ReportView shown={shown} />, {
    title,
    ...(shown.answer.isLate && { status: 503 }),
    errors: shown.errors,
    islands: ['print'],
    sheets: sheetsOf(shown.answer.figures),
  })
})

/** Of the pictures only what this one is drawn with. */
function sheetsOf({ charts }: Figures): string[] {
  const isMap = charts.some(({ kind }) => kind === 'map' || kind === 'flows' || kind === 'matrix')
  return ['reports', 'report-charts', ...(isMap ? ['report-maps'] : []), 'report-print']
}

function ReportView({ shown }: { shown: Shown }) {
  const { t, answer, names } = shown
  const { report, whose, figures, isLate } = answer
  const isEmpty = figures.rows.length === 0
  return (
    <>
      <BackLink href={paths.reports}>{t('reports.all')}</BackLink>
      <PageHead
        over={`${sayOf(t, `${report.id}.title`)} · ${sayWhose(t, whose, names)}`}
        title={isLate ? t('reports.late') : sayFinding(t, report.id, figures.finding)}
        lead={sayOf(t, `${report.id}.measure`)}
      >
        <PrintButton label={t('common.print')} />
      </PageHead>
      <Filters shown={shown} />
      <Meta shown={shown} />
      <Narrowed shown={shown} />
      <Ways shown={shown} />
      {isEmpty ? (
        <Card>
          <Empty icon="chart-column" title={t(isLate ? 'reports.tooMany' : 'reports.nothing')}>
            {t(isLate ? 'reports.lateText' : 'reports.nothingText')}
          </Empty>
        </Card>
      ) : (
        <Filled shown={shown} />
      )}
    </>
  )
}

function Filled({ shown }: { shown: Shown }) {
  const { t, answer } = shown
  const { charts, notes = [], rows } = answer.figures
  const hides = answer.report.fixed || rows.some(({ cells }) => cells.includes('hidden'))
  return (
    <div class="stack">
      {notes.length > 0 && (
        <div class="report-notes">
          {notes.map(note => (
            <p key={note.say}>{sayFinding(t, answer.report.id, note)}</p>
          ))}
        </div>
      )}
      <div class={charts.length > 1 ? 'pictures' : undefined}>
        {charts
          .filter(({ kind }) => kind !== 'none')
          .map((chart: Chart, at) => (
            <Card key={at} flush>
              <Picture shown={shown} chart={chart} />
            </Card>
          ))}
      </div>
      <div class="figures-beside">
        <Card flush title={t('reports.table')} aside={<FileLinks shown={shown} />}>
          <FigureTable shown={shown} />
        </Card>
        <Meaning shown={shown} hides={hides} />
      </div>
    </div>
  )
}

function Meta({ shown: { t, answer } }: { shown: Shown }) {
  const { report, days, before, at } = answer
  return (
    <p class="report-meta">
      <strong>{report.now ? t('reports.moment') : sayDays(t, days)}</strong>
      {before && <span>{t('reports.compared', { days: sayDays(t, before) })}</span>}
      <span>{t('reports.upTo', { when: formatDateTime(t, at) })}</span>
    </p>
  )
}

function Ways({ shown: { t, answer, query } }: { shown: Shown }) {
  const { report, ways, by } = answer
  if (ways.length < 2) return null
  const chips = ways.map(way => ({
    href: reportHref(paths.report(report.id), query, { by: way === ways[0] ? undefined : way }),
    label: sayColumn(t, report.id, way),
    current: way === by,
  }))
  return (
    <div class="report-ways no-print">
      <span class="ways-label">{t('reports.ways')}</span>
      <Chips label={t('reports.ways')} chips={chips} />
    </div>
  )
}

/** The same rows to take away. */
function FileLinks({ shown: { t, answer, query } }: { shown: Shown }) {
  return (
    <span class="file-links no-print">
      <Icon name="download" />
      {tableFormats.map(format => (
        <a key={format} href={reportHref(paths.reportFile(answer.report.id, format), query)} download>
          <span class="hidden">{t('common.download')} </span>
          {t(`common.format.${format}`)}
        </a>
      ))}
    </span>
  )
}

/** Beside the numbers, always there. */
function Meaning({ shown: { t, answer }, hides }: { shown: Shown; hides: boolean }) {
  const { report, before } = answer
  const texts = definitionsOf(t, report, before !== null)
  return (
    <aside class="means" aria-labelledby="means">
      <h2 id="means">{t('reports.meaning')}</h2>
      {[...(hides ? [t('reports.hiddenNote')] : []), ...texts].map(text => (
        <p key={text}>{text}</p>
      ))}
    </aside>
  )
}
