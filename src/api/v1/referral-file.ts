/** The filtered list as a file, and giving what is in it to a colleague. */
import { assignHandler } from '../../actions/assign-handler.ts'
import { type ExportedRow, exportReferrals } from '../../actions/export-referrals.ts'
import { type Cell, tableFormats, writeTable } from '../../files/table.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  flag,
  id,
  newApi,
  refusals,
  tableAnswer,
  writeRefusals,
  z,
} from '../openapi.ts'
import { filtersAsked, listFilters } from './referral-filters.ts'

const shared = { tags: ['Referrals'], security: bearer }

const take = createRoute({
  ...shared,
  method: 'get',
  path: '/api/v1/referrals/export',
  summary: 'Download referrals',
  description:
    'All that match, streamed, a column for each field of a row. `people` adds names and contact details where you may see them: ' +
    'each person’s reading is recorded, and so is every download.',
  request: {
    query: z.strictObject({
      ...listFilters,
      format: z.enum(tableFormats).default('csv'),
      people: flag.default(false),
    }),
  },
  responses: {
    200: tableAnswer,
    ...refusals,
  },
})

const assign = createRoute({
  ...shared,
  method: 'post',
  path: '/api/v1/referrals/handler',
  summary: 'Give referrals to a colleague',
  description: 'What of them is with your organisation is looked after by this user from now on.',
  request: {
    body: body(z.strictObject({ referrals: z.array(id).min(1).max(100), handler: id }).openapi('HandlerOf')),
  },
  responses: { 200: answer(z.object({ assigned: z.int() }), 'How many changed hands'), ...writeRefusals },
})

export const referralFile = newApi()
  .openapi(take, c => {
    const { format, people, ...asked } = c.req.valid('query')
    const { actor, ctx } = c.var
    const rows = exportReferrals(ctx, { filters: filtersAsked(asked, actor, ctx.now()), people, format })
    const columns = [...leanColumns, ...(people ? personColumns : [])]
    const { name, type, body } = writeTable({ name: 'referrals', columns, rows: cellsOf(rows, columns) }, format)
    c.header('Content-Type', type)
    c.header('Content-Disposition', `attachment; filename="${name}"`)
    return c.body(body)
  })
  .openapi(assign, async c => {
    const { referrals, handler } = c.req.valid('json')
    return c.json({ assigned: await assignHandler(c.var.ctx, { tab: 'received', ids: referrals }, handler) }, 200)
  })

async function* cellsOf(rows: AsyncIterable<ExportedRow>, columns: readonly Column[]): AsyncGenerator<Cell[]> {
  for await (const { row, person } of rows) {
    const record: Record<string, unknown> = { ...row, ...flat(row), ...person }
    yield columns.map(column => asCell(record[column]))
  }
}

function flat({ needs, recipients, networkId, areaName }: ExportedRow['row']) {
  return {
    network: networkId,
    area: areaName,
    needs: needs.join('; '),
    recipients: recipients.map(({ name, status }) => `${name} (${status})`).join('; '),
  }
}

function asCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number' || typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const leanColumns = [
  ...([
    'id',
    'reference',
    'network',
    'status',
    'progress',
    'openedAt',
    'waitingSince',
    'urgent',
    'restricted',
  ] as const),
  ...(['needs', 'area', 'sender', 'recipients', 'handler', 'initials', 'ageBand', 'outwardCode'] as const),
] as const
const personColumns = [
  ...(['firstName', 'lastName', 'dateOfBirth', 'phone', 'email', 'safeContact', 'address', 'postcode'] as const),
] as const
type Column = (typeof leanColumns)[number] | (typeof personColumns)[number]
