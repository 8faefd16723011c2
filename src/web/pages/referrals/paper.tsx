/** One referral to take away (RES-6), as CSV, XLSX or print, for those who see all of it; the reading is recorded. */
import { type Context, Hono } from 'hono'
import { viewReferral } from '../../../actions/view-referral.ts'
import { formatDateTime } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import { download, formatOf } from '../../download.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { PrintButton } from '../refer/print-button.tsx'
import { linesOf } from './lines.ts'
import { idIn } from './load-referral.ts'
import { keepQuery } from './names.ts'
import { readQuery } from './query.ts'

export const referralPaper = new Hono<PageEnv>()
  .get('/referrals/:id/csv', takeFile)
  .get('/referrals/:id/xlsx', takeFile)
  .get('/referrals/:id/print', async c => {
    const { t, ctx } = c.var
    const { view, lines } = await read(c, 'print')
    const title = t('referral.title', { reference: view.file.reference })
    const shown = (
      <>
        <BackLink href={keepQuery(paths.referral(view.file.id), readQuery(c.req.url))}>
          {t('referral.act.cancel')}
        </BackLink>
        <PageHead
          over={view.lean.networkName}
          title={title}
          lead={t('referral.paper.made', { when: formatDateTime(t, ctx.now()) })}
        />
        <div class="stack">
          <p class="no-print">{t('referral.paper.care')}</p>
          <div class="no-print">
            <PrintButton label={t('common.print')} />
          </div>
          <Card>
            <dl class="paper">
              {together(lines).map(([name, values]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  {values.map(value => (
                    <dd key={value}>{value}</dd>
                  ))}
                </div>
              ))}
            </dl>
          </Card>
        </div>
      </>
    )
    return render(c, shown, { title, islands: ['print'], width: 'narrow' })
  })

async function takeFile(c: Context<PageEnv>) {
  const { t } = c.var
  const { view, lines } = await read(c, 'csv')
  const columns = [t('referral.csv.field'), t('referral.csv.value')]
  const name = `${t('referral.csv.file')}-${view.file.reference}`
  return download(c, { name, columns, rows: lines }, formatOf(c.req.path))
}

async function read(c: Context<PageEnv>, what: 'csv' | 'print') {
  const view = await viewReferral(c.var.ctx, idIn(c, 'id'), what)
  if (!view.content) throw absent()
  return { view, lines: linesOf(c.var.t, view) }
}

/** Lines of one field, such as the history, stand under one heading; what is blank is left out. */
function together(lines: readonly string[][]): [string, string[]][] {
  const known = lines.filter(([, value]) => value)
  return [...Map.groupBy(known, ([name]) => name ?? '')].map(([name, all]) => [
    name,
    [...new Set(all.map(([, value]) => value ?? ''))],
  ])
}
