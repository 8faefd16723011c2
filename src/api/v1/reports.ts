/** RPT: the figures of the reports, the same rows as on their pages. */
import { whoIs } from '../../actions/context.ts'
import { actAs } from '../../db/database.ts'
import { periods, whoseCode } from '../../domain/figures.ts'
import { type Answer, askReport, assertInTime, reportsFor } from '../../reports/ask.ts'
import { reportExamples } from '../../reports/examples.ts'
import { reports } from '../../reports/index.ts'
import { inTurn } from '../../reports/lane.ts'
import type { Name } from '../../reports/report.ts'
import { answer, bearer, createRoute, id, moment, newApi, refusals, z } from '../openapi.ts'

const shared = { tags: ['Reports'], security: bearer, method: 'get' as const }
const whose = z.string().openapi({
  description: 'Whose figures: the id of a network, `received` or `sent` of your organisation, or `all`.',
})
const day = z.iso.date()

const list = createRoute({
  ...shared,
  path: '/api/v1/reports',
  summary: 'The reports that you may read',
  responses: {
    200: answer(
      z.object({
        reports: z.array(
          z
            .object({ id: z.string(), of: z.array(whose), by: z.array(z.string()), filters: z.array(z.string()) })
            .openapi('Report'),
        ),
      }),
      'Each with whose figures it may show and how it may be cut',
    ),
    ...refusals,
  },
})

/** What each can be asked by, as the reference lists it. */
const told = `One of ${reports.map(({ id, by }) => `\`${id}\` (by ${by.map(way => `\`${way}\``).join(', ')})`).join(', ')}. The first way is the usual one.`

/** Beside each answer what was asked. */
const examples = Object.fromEntries(
  reportExamples.map(({ id, query, answer }) => [
    id,
    { summary: `GET /api/v1/reports/${id}${query && `?${query}`}`, value: answer },
  ]),
)

const usual = reports.flatMap(({ id, compares }) => (compares === 'usual' ? [`\`${id}\``] : []))
const never = reports.flatMap(({ id, compares }) => (compares ? [] : [`\`${id}\``]))
const comparing = `With the period before, which is as long. Left out it is \`yes\` for ${usual.join(', ')}; ${never.join(', ')} compare with nothing.`

const figure = z.union([z.number(), z.literal('hidden')]).nullable()
const one = createRoute({
  ...shared,
  path: '/api/v1/reports/{report}',
  summary: 'The figures of one report',
  description:
    'Shares and changes are fractions of one, times are hours, those of the kind `days` known to the day alone. `hidden`: of fewer than five people, or it would tell of them.',
  request: {
    params: z.object({
      report: z
        .string()
        .regex(/^[a-z-]{1,40}$/)
        .openapi({ description: told, example: 'activity' }),
    }),
    query: z.strictObject({
      of: whose.max(40).optional(),
      by: z.string().max(30).optional(),
      period: z.enum(periods).optional(),
      from: day.optional().openapi({ description: 'With `period=days`.' }),
      until: day.optional(),
      compare: z.enum(['yes', 'no']).optional().openapi({ description: comparing }),
      quarter: day.optional().openapi({ description: 'Of the fixed tables: the first day of the quarter.' }),
      need: id.optional(),
      area: z
        .string()
        .regex(/^[\w-]{1,40}$/)
        .optional(),
      sender: id.optional(),
      recipient: id.optional(),
      urgent: z.literal('yes').optional(),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(50_000)
        .default(1000)
        .openapi({ description: 'The most rows to answer with, the first of them as the report puts them in order.' }),
    }),
  },
  responses: {
    200: answer(
      z
        .object({
          id: z.string(),
          of: whose,
          by: z.string(),
          ...{ from: day, until: day },
          before: z.object({ from: day, until: day }).nullable(),
          dataUpTo: moment,
          columns: z.array(z.object({ id: z.string(), kind: z.enum(['count', 'share', 'change', 'hours', 'days']) })),
          rowCount: z.int().openapi({ description: 'Of all rows, also where `limit` leaves some out.' }),
          rows: z.array(
            z.object({
              key: z.string(),
              names: z
                .record(z.string(), z.string())
                .openapi({ description: 'A name, a day, or a code such as `status.open`.' }),
              figures: z.record(z.string(), figure),
            }),
          ),
        })
        .openapi('Figures'),
      'The rows of its table. The examples show a few of them, each with what was asked.',
      examples,
    ),
    ...refusals,
  },
})

export const reportRoutes = newApi()
  .openapi(list, c => {
    const open = reportsFor(c.var.actor).map(({ report, choices }) => ({
      ...{ id: report.id, of: choices.map(whoseCode), by: [...report.by], filters: [...report.filters] },
    }))
    return c.json({ reports: open }, 200)
  })
  .openapi(one, async c => {
    const { actor, ctx } = c.var
    const [{ report }, { limit, ...wish }] = [c.req.valid('param'), c.req.valid('query')]
    const ask = (db: typeof ctx.db) => askReport({ db, now: ctx.now }, actor, report, wish)
    const found = await inTurn(() => actAs(ctx.db, whoIs(actor), ask))
    return c.json(shape(assertInTime(found), limit), 200)
  })

function shape({ report, whose, by, days, before, at, figures }: Answer, limit: number) {
  const { names, columns, rows } = figures
  return {
    ...{ id: report.id, of: whoseCode(whose), by, from: days.first, until: days.last },
    before: before && { from: before.first, until: before.last },
    dataUpTo: at.toISOString(),
    columns: [...columns],
    rowCount: rows.length,
    rows: rows.slice(0, limit).map(row => ({
      key: row.key,
      names: Object.fromEntries(names.map((name, nth) => [name, plain(row.names[nth])])),
      figures: Object.fromEntries(columns.map((column, nth) => [column.id, row.cells[nth] ?? null])),
    })),
  }
}

function plain(name: Name | undefined): string {
  if (!name) return ''
  if ('text' in name) return name.text
  if ('band' in name) return name.band
  if ('area' in name) return name.area
  return 'code' in name ? name.code : name.day
}
