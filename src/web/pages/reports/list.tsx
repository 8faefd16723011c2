/** Every report that the viewer may open, with what each tells. */
import { Hono } from 'hono'
import { reportsFor } from '../../../reports/ask.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { working } from '../referrals/query.ts'
import { sayOf } from './say.ts'

export const reportList = new Hono<PageEnv>().get(paths.reports, async c => {
  const { t, actor, session } = c.var
  const open = reportsFor(working(actor, session?.networkId))
  const view = (
    <>
      <PageHead title={t('reports.heading')} lead={t('reports.lead')} />
      <ul class="report-list">
        {open.map(({ report: { id } }) => (
          <li key={id}>
            <Card>
              <h2>
                <a href={paths.report(id)}>{sayOf(t, `${id}.title`)}</a>
              </h2>
              <p>{sayOf(t, `${id}.about`)}</p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  )
  return render(c, view, { title: t('reports.title'), sheets: ['reports'] })
})
