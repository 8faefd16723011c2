/** Referrals: sent, listed, searched for and read. */

import { inTransaction } from '../../actions/context.ts'
import { sendByKey } from '../../actions/send-by-key.ts'
import { viewReferral } from '../../actions/view-referral.ts'
import { readCursor } from '../../db/referrals/cursor.ts'
import { listReferrals } from '../../db/referrals/list.ts'
import { findReferrals } from '../../db/searches.ts'
import { isProblem, Problem } from '../../domain/problem.ts'
import { sending, submission } from '../../domain/submission.ts'
import { tableFormats, writeTable } from '../../files/table.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  id,
  idempotencyKey,
  idParam,
  newApi,
  next,
  once,
  paging,
  refusals,
  tableAnswer,
  writeRefusals,
  z,
} from '../openapi.ts'
import { nextPage } from '../paging.ts'
import { tagOf } from './referral-actions.ts'
import { filtersAsked, listFilters } from './referral-filters.ts'
import { linesOf } from './referral-lines.ts'
import { referralRow, shapeRow } from './referral-row.ts'
import { referral, shapeReferral } from './referral-shape.ts'

const path = '/api/v1/referrals'
const shared = { tags: ['Referrals'], security: bearer }

export const newReferral = z
  .strictObject({
    network: id,
    submission,
    ...sending.shape,
    shortlist: sending.shape.shortlist.optional().openapi({
      description: 'Services in the order in which they are asked. Left out: the shortlist of the suggestions.',
    }),
    startsFrom: id.optional().openapi({
      description:
        'The organisation, or the service, that it begins from. Without a shortlist its best service is asked first.',
    }),
    attachments: z.array(id).max(20).optional().openapi({ description: 'Ids from POST /files.' }),
  })
  .openapi('NewReferral')
const one = { id, reference: z.string(), url: z.string() }
const sent = z
  .object({
    ...one,
    connected: z.array(z.object(one)).openapi({
      description: 'What the same submission became in connected networks, where some of its needs belong.',
    }),
  })
  .openapi('Sent')

const send = createRoute({
  ...shared,
  method: 'post',
  path,
  summary: 'Send a referral',
  description: once,
  request: { headers: idempotencyKey, body: body(newReferral) },
  responses: { 201: answer(sent, 'Sent'), 200: answer(sent, 'Sent before, with the same key'), ...writeRefusals },
})

const rows = z.object({ referrals: z.array(referralRow), next })
const list = createRoute({
  ...shared,
  method: 'get',
  path,
  summary: 'List referrals',
  request: { query: z.strictObject({ ...paging, ...listFilters }) },
  responses: { 200: answer(rows, 'A page of rows'), ...refusals },
})

const search = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/search`,
  summary: 'Find referrals by name or reference',
  description: 'In a body, since a name never belongs in an address. Found are those whose name you may read.',
  request: {
    body: body(z.strictObject({ q: z.string().trim().min(2).max(200), limit: z.int().min(1).max(100).default(25) })),
  },
  responses: { 200: answer(z.object({ referrals: z.array(referralRow) }), 'Newest first'), ...writeRefusals },
})

const read = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{id}`,
  summary: 'Read a referral',
  description:
    'As far as you may see it; `withheld` names the rest. That it was read is recorded. Its ETag, sent as `If-Match` with an action, has you told where it changed since.',
  request: { params: idParam },
  responses: { 200: answer(referral, 'The referral'), ...refusals },
})

const take = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{id}/file`,
  summary: 'Download a referral',
  description:
    'What reading it answers, a line for each field: its path and its value. For those who see all of it; private notes are never in it. That it was taken is recorded.',
  request: { params: idParam, query: z.strictObject({ format: z.enum(tableFormats).default('csv') }) },
  responses: { 200: tableAnswer, ...refusals },
})

/** Faults that the form's rules find, by their path in the body, like those that the schema finds. */
async function inBody<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (problem) {
    if (!isProblem(problem) || problem.errors.length === 0) throw problem
    const { code, message, field, values, errors } = problem
    const placed = errors.map(one => ({ ...one, field: isBeside(one.field) ? one.field : `submission.${one.field}` }))
    throw new Problem(code, message, { ...values, ...(field && { field }) }, placed)
  }
}

function isBeside(field: string): boolean {
  return Object.keys(sending.shape).some(name => field === name || field.startsWith(`${name}.`))
}

export const referrals = newApi()
  .openapi(send, async c => {
    const { network, ...order } = c.req.valid('json')
    const key = c.req.valid('header')['idempotency-key']
    const { again, connected, ...sent } = await inBody(
      sendByKey(c.var.ctx, { networkId: network, ...order }, key ?? null),
    )
    const shaped = { ...withUrl(sent), connected: connected.map(withUrl) }
    c.header('Location', shaped.url)
    return again ? c.json(shaped, 200) : c.json(shaped, 201)
  })
  .openapi(list, async c => {
    const { actor, ctx } = c.var
    const { cursor, limit, ...asked } = c.req.valid('query')
    const filters = filtersAsked(asked, actor, ctx.now())
    const { rows, next } = await listReferrals(ctx.db, actor, filters, readCursor(cursor), limit)
    return c.json({ referrals: rows.map(shapeRow), next: nextPage(c.req.url, next) }, 200)
  })
  .openapi(search, async c => {
    const { actor, ctx } = c.var
    const { q, limit } = c.req.valid('json')
    const { rows } = await inTransaction(ctx, async trx => {
      const ids = await findReferrals(trx, q)
      return listReferrals(trx, actor, { tab: 'all', ids }, null, limit)
    })
    return c.json({ referrals: rows.map(shapeRow) }, 200)
  })
  .openapi(read, async c => {
    const view = await viewReferral(c.var.ctx, c.req.valid('param').id, 'api')
    c.header('etag', tagOf(c.var.ctx.secret, view.file))
    return c.json(shapeReferral(view), 200)
  })
  .openapi(take, async c => {
    const view = await viewReferral(c.var.ctx, c.req.valid('param').id, 'csv')
    if (!view.content) throw new Problem('not_found', 'There is nothing here.')
    const rows = linesOf(shapeReferral({ ...view, notes: view.notes.filter(({ kind }) => kind !== 'private') }))
    const table = { name: `referral-${view.file.reference}`, columns: ['field', 'value'], rows }
    const { name, type, body } = writeTable(table, c.req.valid('query').format)
    c.header('Content-Type', type)
    c.header('Content-Disposition', `attachment; filename="${name}"`)
    return c.body(body)
  })

function withUrl({ id, reference }: { id: string; reference: string }) {
  return { id, reference, url: `${path}/${id}` }
}
