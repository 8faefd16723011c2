/** Referrals: sent, listed, searched for and read. */

import { inTransaction } from '../../actions/context.ts'
import { sendByKey } from '../../actions/send-by-key.ts'
import { viewReferral } from '../../actions/view-referral.ts'
import { readCursor } from '../../db/referrals/cursor.ts'
import { listReferrals, stages, tabs } from '../../db/referrals/list.ts'
import { findReferrals } from '../../db/searches.ts'
import { referralStatuses } from '../../domain/referral.ts'
import { sending, submission } from '../../domain/submission.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  flag,
  id,
  idParam,
  newApi,
  next,
  paging,
  refusals,
  writeRefusals,
  z,
} from '../openapi.ts'
import { nextPage } from '../paging.ts'
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
  })
  .openapi('NewReferral')
const sent = z.object({ id, reference: z.string(), url: z.string() }).openapi('Sent')

const send = createRoute({
  ...shared,
  method: 'post',
  path,
  summary: 'Send a referral',
  description: 'With an Idempotency-Key it is sent once, however often it is posted: 201 the first time, then 200.',
  request: {
    headers: z.object({
      'idempotency-key': z
        .string()
        .regex(/^[\x21-\x7e]{1,200}$/, { error: 'key' })
        .optional()
        .openapi({ description: 'Your own name for this sending, such as a UUID.' }),
    }),
    body: body(newReferral),
  },
  responses: { 201: answer(sent, 'Sent'), 200: answer(sent, 'Sent before, with the same key'), ...writeRefusals },
})

const rows = z.object({ referrals: z.array(referralRow), next })
const list = createRoute({
  ...shared,
  method: 'get',
  path,
  summary: 'List referrals',
  request: {
    query: z.strictObject({
      ...paging,
      tab: z.enum(tabs).default('received').openapi({
        description:
          'received: waiting or taken up; sent: by your organisation; all: what you may see in your networks.',
      }),
      stage: z.enum(stages).optional(),
      status: z.enum(referralStatuses).optional(),
      network: id.optional(),
      category: id.optional(),
      assignedTo: id.optional().openapi({ description: 'An organisation that is asked or helps.' }),
      urgent: flag.optional(),
      sort: z.enum(['newest', 'oldest_waiting']).default('newest'),
    }),
  },
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
  description: 'As far as you may see it; `withheld` names the rest. That it was read is recorded.',
  request: { params: idParam },
  responses: { 200: answer(referral, 'The referral'), ...refusals },
})

export const referrals = newApi()
  .openapi(send, async c => {
    const { network, ...order } = c.req.valid('json')
    const key = c.req.valid('header')['idempotency-key']
    const { id, reference, again } = await sendByKey(c.var.ctx, { networkId: network, ...order }, key ?? null)
    const url = `${path}/${id}`
    c.header('Location', url)
    return again ? c.json({ id, reference, url }, 200) : c.json({ id, reference, url }, 201)
  })
  .openapi(list, async c => {
    const { actor, ctx } = c.var
    const { cursor, limit, network, category, ...filters } = c.req.valid('query')
    const wanted = { ...filters, categoryId: category, ...(network && { networkIds: [network] }) }
    const { rows, next } = await listReferrals(ctx.db, actor, wanted, readCursor(cursor), limit)
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
    return c.json(shapeReferral(view), 200)
  })
