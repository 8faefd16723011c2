/** LST-6: the filtered list as CSV or XLSX, in the reader's words. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { inTransaction } from '../../../actions/context.ts'
import { type ExportedRow, exportReferrals } from '../../../actions/export-referrals.ts'
import type { Filters } from '../../../db/referrals/list.ts'
import { runReferralSearch } from '../../../db/searches.ts'
import { type Cell, type TableFormat, tableFormats } from '../../../files/table.ts'
import { formatDateTime, type T } from '../../../words/index.ts'
import { download } from '../../download.ts'
import type { PageEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import { filtersOf, readQuery, tabOf, working } from './query.ts'
import { safeSentences } from './view/contact.tsx'

const wish = z.object({
  format: z.enum(tableFormats).catch('csv'),
  people: z.literal('yes').optional().catch(undefined),
})

export const referralDownload = new Hono<PageEnv>().get(paths.downloadReferrals, async c => {
  const { format, people } = wish.parse(c.req.query())
  return downloadList(c, await filtersHere(c), format, people === 'yes')
})

/** The filters in the address, with what its search found. */
export async function filtersHere(c: Context<PageEnv>): Promise<Filters> {
  const { ctx, session } = c.var
  const actor = working(c.var.actor, session?.networkId)
  const query = readQuery(c.req.url)
  const search = query.s ? await inTransaction(ctx, trx => runReferralSearch(trx, actor.userId, query.s ?? '')) : null
  const networks = {
    networkIds: query.network ? [query.network] : session?.networkId ? [session.networkId] : undefined,
  }
  const filters = filtersOf(query, { tab: tabOf(query, actor), at: ctx.now(), ids: search?.ids, actor })
  return networks.networkIds ? { ...filters, networkIds: networks.networkIds } : filters
}

export function downloadList(c: Context<PageEnv>, filters: Filters, format: TableFormat, people: boolean): Response {
  const { t, ctx } = c.var
  const columns = [...leanColumns, ...(people ? personColumns : [])]
  const rows = exportReferrals(ctx, { filters, people, format })
  const table = {
    name: `${t('list.download.file')}-${ctx.now().toISOString().slice(0, 10)}`,
    columns: columns.map(column => headings[column](t)),
    rows: cellsOf(rows, one => columns.map(column => cells[column](t, one))),
  }
  return download(c, table, format)
}

async function* cellsOf(rows: AsyncIterable<ExportedRow>, write: (row: ExportedRow) => Cell[]): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield write(row)
}

const leanColumns = [
  ...([
    'number',
    'network',
    'opened',
    'status',
    'progress',
    'urgent',
    'restricted',
    'needs',
    'area',
    'from',
    'to',
  ] as const),
  ...(['waitingSince', 'handler', 'initials', 'ageBand', 'district'] as const),
] as const
const personColumns = ['name', 'born', 'phone', 'email', 'safeContact', 'address', 'postcode'] as const
type Column = (typeof leanColumns)[number] | (typeof personColumns)[number]

const headings: Record<Column, (t: T) => string> = {
  number: t => t('list.table.number'),
  network: t => t('list.table.network'),
  opened: t => t('list.table.opened'),
  status: t => t('list.table.status'),
  progress: t => t('list.table.progress'),
  urgent: t => t('list.urgent'),
  restricted: t => t('list.restricted'),
  needs: t => t('list.table.needs'),
  area: t => t('list.area'),
  from: t => t('list.table.from'),
  to: t => t('list.table.to'),
  waitingSince: t => t('list.table.waitingSince'),
  handler: t => t('list.handler'),
  initials: t => t('list.table.initials'),
  ageBand: t => t('list.table.ageBand'),
  district: t => t('list.table.district'),
  name: t => t('common.name'),
  born: t => t('referral.csv.born'),
  phone: t => t('referral.phone'),
  email: t => t('referral.email'),
  safeContact: t => t('referral.safeTitle'),
  address: t => t('referral.address'),
  postcode: t => t('list.table.postcode'),
}

const cells: Record<Column, (t: T, row: ExportedRow) => Cell> = {
  number: (_, { row }) => row.reference,
  network: (_, { row }) => row.networkName,
  opened: (t, { row }) => formatDateTime(t, row.openedAt),
  status: (t, { row }) => t(`status.referral.${row.status}`),
  progress: (t, { row }) => t(`ui.thread.${row.progress}`),
  urgent: (t, { row }) => (row.urgent ? t('list.urgent') : null),
  restricted: (t, { row }) => (row.restricted ? t('list.restricted') : null),
  needs: (_, { row }) => row.needs.join('; '),
  area: (_, { row }) => row.areaName,
  from: (t, { row }) => row.sender ?? t('list.outside'),
  to: (_, { row }) => [...new Set(row.recipients.map(({ name }) => name))].join('; '),
  waitingSince: (t, { row }) => row.waitingSince && formatDateTime(t, row.waitingSince),
  handler: (_, { row }) => row.handler,
  initials: (_, { row }) => row.initials,
  ageBand: (_, { row }) => row.ageBand,
  district: (_, { row }) => row.outwardCode,
  name: (_, { person }) => person && [person.firstName, person.lastName].filter(Boolean).join(' '),
  born: (_, { person }) => person?.dateOfBirth ?? null,
  phone: (_, { person }) => person?.phone ?? null,
  email: (_, { person }) => person?.email ?? null,
  safeContact: (t, { person }) => person && safeSentences(t, person.safeContact).join(' '),
  address: (_, { person }) => person?.address ?? null,
  postcode: (_, { person }) => person?.postcode ?? null,
}
