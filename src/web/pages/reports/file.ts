/** The rows of a report as a file: the same numbers as on the page. */
import { Hono } from 'hono'
import { assertInTime } from '../../../reports/ask.ts'
import { download, formatOf } from '../../download.ts'
import type { PageEnv } from '../../env.ts'
import { loadReport } from './load.ts'
import { fileCell, sayColumn, sayName } from './say.ts'

export const reportFile = new Hono<PageEnv>().get('/reports/:report{[a-z-]+}/:file{figures\\.(csv|xlsx)}', async c => {
  const { t } = c.var
  const { report, days, figures } = assertInTime((await loadReport(c)).answer)
  const { names, columns, rows } = figures
  const table = {
    name: `${report.id}-${days.first}-${days.last}`,
    columns: [...names, ...columns.map(({ id }) => id)].map(id => sayColumn(t, report.id, id)),
    rows: rows.map(row => [
      ...row.names.map(name => sayName(t, name)),
      ...columns.map(({ kind }, at) => fileCell(t, row.cells[at], kind)),
    ]),
  }
  return download(c, table, formatOf(c.req.param('file')))
})
