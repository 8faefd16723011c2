/** The audit as a file, under the same filter; taking it away is itself written down. */
import { Hono } from 'hono'
import { recordExport } from '../../../actions/export-audit.ts'
import { type AuditEntry, type AuditFilter, readEvents, readReadings } from '../../../db/audit/entries.ts'
import type { Cell } from '../../../files/table.ts'
import type { T } from '../../../words/index.ts'
import { download, formatOf } from '../../download.ts'
import type { PageEnv } from '../../env.ts'
import { auditHref, errorsIn, filterOf, type Kind, readQuery } from './query.ts'
import { sayCodes, sayWhat, sayWho } from './say.ts'

export const auditFile = new Hono<PageEnv>().get('/audit/:file{audit\\.(csv|xlsx)}', async c => {
  const { t, ctx, actor } = c.var
  const query = readQuery(c.req.url)
  const kind = query.kind ?? 'done'
  if (Object.keys(errorsIn(t, query)).length > 0) return c.redirect(auditHref(query), 303)
  await recordExport(ctx, kind)
  const columns = ['when', 'who', 'organisation', 'what', 'referral', 'network', 'detail'] as const
  const headings = columns.map(name => (name === 'organisation' ? t('user.columns.organisation') : t(`audit.${name}`)))
  const rows = rowsOf(t, kind, page => read[kind](ctx.db, { ...filterOf(actor, query), ...page }, batch))
  return download(c, { name: t('audit.file'), columns: headings, rows }, formatOf(c.req.param('file')))
})

const read = { done: readEvents, read: readReadings } as const
const batch = 1000

/** Read piece by piece, so that a long log needs no more memory than a short one. */
async function* rowsOf(
  t: T,
  kind: Kind,
  next: (page: Pick<AuditFilter, 'before'>) => Promise<AuditEntry[]>,
): AsyncGenerator<Cell[]> {
  let before: number | null = null
  for (;;) {
    const entries: AuditEntry[] = await next({ before })
    for (const entry of entries) {
      const { at, organisation, reference, network } = entry
      yield [
        at.toISOString(),
        sayWho(t, entry),
        organisation,
        sayWhat(t, kind, entry),
        reference,
        network,
        sayCodes(entry),
      ]
    }
    before = entries.at(-1)?.id ?? null
    if (entries.length < batch || before === null) return
  }
}
