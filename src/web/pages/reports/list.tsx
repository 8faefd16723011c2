/** Every report that the viewer may open, with what each tells. */
import { Hono } from 'hono'
import { reportsFor } from '../../../reports/ask.ts'
import type { Report } from '../../../reports/report.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { working } from '../referrals/query.ts'
import { sayColumn, sayOf } from './say.ts'

export const reportList = new Hono<PageEnv>().get(paths.reports, async c => {
  const { t, actor, session } = c.var
  const open = reportsFor(working(actor, session?.networkId))
  const view = (
    <>
      <PageHead title={t('reports.heading')} lead={t('reports.lead')} />
      <ul class="report-list">
        {open.map(({ report }) => (
          <li key={report.id}>
            <Card>
              <h2>
                <a href={paths.report(report.id)}>{sayOf(t, `${report.id}.title`)}</a>
              </h2>
              <p>{sayOf(t, `${report.id}.about`)}</p>
              {report.fixed && <Tables t={t} report={report} />}
            </Card>
          </li>
        ))}
      </ul>
    </>
  )
  return render(c, view, { title: t('reports.title'), sheets: ['reports'] })
})

/** Of fixed tables each has its own way in. */
function Tables({ t, report: { id, by } }: { t: T; report: Report }) {
  const chips = by.map(way => ({ href: `${paths.report(id)}?by=${way}`, label: sayColumn(t, id, way) }))
  return <Chips label={t('reports.ways')} chips={chips} />
}
