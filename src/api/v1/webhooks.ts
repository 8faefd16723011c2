/** API-3: webhooks and what was sent to them. */
import type { Context } from 'hono'
import { inTransaction } from '../../actions/context.ts'
import { deliverAgain, deliverHeld } from '../../actions/webhooks/again.ts'
import { changeSecret, endWebhook, keepWebhook } from '../../actions/webhooks/change.ts'
import { makeWebhook } from '../../actions/webhooks/make.ts'
import { ownWebhook } from '../../actions/webhooks/own.ts'
import { switchWebhook } from '../../actions/webhooks/switch.ts'
import { listWebhooks, type Owner, type Webhook } from '../../db/webhooks/keep.ts'
import { type Delivery, listDeliveries } from '../../db/webhooks/log.ts'
import type { Actor } from '../../domain/policy.ts'
import { Problem } from '../../domain/problem.ts'
import { webhookForm, webhookKinds } from '../../domain/webhook.ts'
import { allowedHosts } from '../../outgoing/hosts.ts'
import type { ApiEnv } from '../env.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  id,
  idParam,
  moment,
  newApi,
  next,
  refusals,
  writeRefusals,
  z,
} from '../openapi.ts'

const path = '/api/v1/webhooks'
const shared = { tags: ['Webhooks'], security: bearer }
const state = z.enum(['on', 'off', 'failed']).openapi({ description: 'failed: nothing got through for a day.' })
const shape = z
  .object({
    ...{ id, owner: z.object({ kind: z.enum(['organisation', 'network']), id, name: z.string() }), name: z.string() },
    ...{ address: z.string(), kinds: z.array(z.enum(webhookKinds)), state },
    failingSince: moment.nullable(),
    waiting: z.int().openapi({ description: 'Deliveries that are still to be sent.' }),
    held: z
      .int()
      .openapi({ description: 'Tried for 24 hours, or waiting when it went off, and left for you to send again.' }),
  })
  .openapi('Webhook')
const secret = z.string().openapi({ description: 'Shown this once; starts with whsec_.' })
const delivery = z
  .object({
    ...{ id, event: z.int(), kind: z.enum(webhookKinds), referral: z.object({ id, reference: z.string() }) },
    ...{ status: z.enum(['queued', 'sent', 'held']), attempts: z.int(), triedAt: moment.nullable() },
    answered: z.int().nullable().openapi({ description: 'The HTTP status of the last try; null where none came.' }),
    error: z.string().nullable(),
    nextTry: moment.nullable(),
  })
  .openapi('WebhookDelivery')
const deliveryParam = z.object({ id, delivery: id })
const network = id.optional().openapi({ description: 'A network that you coordinate; left out: your organisation.' })
const list = createRoute({
  ...{ ...shared, method: 'get', path, summary: 'List webhooks' },
  description: 'Of your organisation, for its primary users, and of the networks that you coordinate.',
  responses: { 200: answer(z.object({ webhooks: z.array(shape) }), 'All of them'), ...refusals },
})
const make = createRoute({
  ...{ ...shared, method: 'post', path, summary: 'Add a webhook' },
  description:
    'Each event of a referral that its owner may read at that moment is posted to the address: ids alone, signed as standardwebhooks.com says, those of one referral in order, tried for 24 hours. The same `webhook-id` may come twice.',
  request: { body: body(webhookForm.extend({ network }).openapi('NewWebhook')) },
  responses: { 201: answer(z.object({ id, secret }), 'Added'), ...writeRefusals },
})
const read = createRoute({
  ...{ ...shared, method: 'get', path: `${path}/{id}`, summary: 'Read a webhook', request: { params: idParam } },
  responses: { 200: answer(shape, 'The webhook'), ...refusals },
})
const keep = createRoute({
  ...{ ...shared, method: 'put', path: `${path}/{id}`, summary: 'Change a webhook' },
  request: { params: idParam, body: body(webhookForm) },
  responses: { 200: answer(shape, 'As it is now'), ...writeRefusals },
})
const end = createRoute({
  ...{ ...shared, method: 'delete', path: `${path}/{id}`, summary: 'Delete a webhook', request: { params: idParam } },
  responses: { 200: answer(z.object({ deleted: z.literal(true) }), 'Deleted, its log with it'), ...writeRefusals },
})
const renew = createRoute({
  ...{ ...shared, method: 'post', path: `${path}/{id}/secret`, summary: 'Give a webhook another secret' },
  description: 'For 24 hours what is sent is signed with the old one as well.',
  request: { params: idParam },
  responses: { 200: answer(z.object({ secret }), 'The new secret'), ...writeRefusals },
})
const turn = createRoute({
  ...{ ...shared, method: 'put', path: `${path}/{id}/on`, summary: 'Switch a webhook on or off' },
  request: { params: idParam, body: body(z.strictObject({ on: z.boolean() })) },
  responses: { 200: answer(shape, 'As it is now'), ...writeRefusals },
})
const held = createRoute({
  ...{ ...shared, method: 'post', path: `${path}/{id}/held`, summary: 'Send again all that is held' },
  description: 'Each with the id that it had, those of one referral in order.',
  request: { params: idParam },
  responses: { 200: answer(z.object({ queued: z.int() }), 'So many are on their way'), ...writeRefusals },
})
const log = createRoute({
  ...{ ...shared, method: 'get', path: `${path}/{id}/deliveries`, summary: 'What was sent to a webhook' },
  description: 'Of the last 30 days, newest first.',
  request: {
    params: idParam,
    query: z.strictObject({
      before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    }),
  },
  responses: { 200: answer(z.object({ deliveries: z.array(delivery), next }), 'A page of the log'), ...refusals },
})
const again = createRoute({
  ...{ ...shared, method: 'post', path: `${path}/{id}/deliveries/{delivery}/again`, summary: 'Send it again' },
  request: { params: deliveryParam },
  responses: {
    200: answer(z.object({ queued: z.literal(true) }), 'On its way, with the id that it had'),
    ...writeRefusals,
  },
})

export const webhooks = newApi()
  .openapi(list, async c => c.json({ webhooks: (await listWebhooks(c.var.ctx.db, c.var.actor)).map(shapeOf) }, 200))
  .openapi(make, async c => {
    const { network: networkId, ...form } = c.req.valid('json')
    return c.json(await makeWebhook(c.var.ctx, ownerFor(c.var.actor, networkId), form, allowed(c)), 201)
  })
  .openapi(read, async c => c.json(await one(c, c.req.valid('param').id), 200))
  .openapi(keep, async c => {
    const { id: which } = c.req.valid('param')
    await keepWebhook(c.var.ctx, which, c.req.valid('json'), allowed(c))
    return c.json(await one(c, which), 200)
  })
  .openapi(end, async c => {
    await endWebhook(c.var.ctx, c.req.valid('param').id)
    return c.json({ deleted: true as const }, 200)
  })
  .openapi(renew, async c => c.json({ secret: await changeSecret(c.var.ctx, c.req.valid('param').id) }, 200))
  .openapi(turn, async c => {
    const { id: which } = c.req.valid('param')
    await switchWebhook(c.var.ctx, which, c.req.valid('json').on)
    return c.json(await one(c, which), 200)
  })
  .openapi(held, async c => c.json({ queued: await deliverHeld(c.var.ctx, c.req.valid('param').id) }, 200))
  .openapi(log, async c => {
    const { id: which } = c.req.valid('param')
    const { before = null, limit } = c.req.valid('query')
    await one(c, which)
    const found = await listDeliveries(c.var.ctx.db, which, { before, limit: limit + 1 })
    const rows = found.slice(0, limit)
    const last = found.length > limit ? rows.at(-1) : undefined
    const after = last ? `${path}/${which}/deliveries?before=${last.eventId}&limit=${limit}` : null
    return c.json({ deliveries: rows.map(deliveryOf), next: after }, 200)
  })
  .openapi(again, async c => {
    const { id: which, delivery: of } = c.req.valid('param')
    await deliverAgain(c.var.ctx, which, of)
    return c.json({ queued: true as const }, 200)
  })

function allowed(c: Context<ApiEnv>) {
  return allowedHosts(c.var.deps.config.outgoingAllow)
}

async function one(c: Context<ApiEnv>, which: string) {
  return shapeOf(await inTransaction(c.var.ctx, trx => ownWebhook(trx, c.var.ctx, which)))
}

function ownerFor({ organisationId }: Actor, networkId: string | undefined): Owner {
  if (networkId) return { networkId }
  if (organisationId) return { organisationId }
  throw new Problem('not_found', 'There is nothing here.')
}

function shapeOf(webhook: Webhook) {
  const { organisationId, networkId, ownerName, offAt, offWhy, failingSince } = webhook
  const kind = organisationId ? ('organisation' as const) : ('network' as const)
  return {
    ...{ id: webhook.id, owner: { kind, id: organisationId ?? networkId ?? '', name: ownerName }, name: webhook.name },
    ...{ address: webhook.address, kinds: webhook.kinds, waiting: webhook.waiting, held: webhook.held },
    state: offAt ? (offWhy === 'failing' ? ('failed' as const) : ('off' as const)) : ('on' as const),
    failingSince: failingSince?.toISOString() ?? null,
  }
}

function deliveryOf({ eventId, referralId, reference, triedAt, ...given }: Delivery) {
  const { status, nextAttemptAt } = given
  return {
    ...{ id: given.id, event: eventId, kind: given.kind, referral: { id: referralId, reference } },
    ...{ status: status === 'withheld' ? ('held' as const) : status, attempts: given.attempts },
    ...{ triedAt: triedAt?.toISOString() ?? null, answered: given.lastStatus, error: given.lastError },
    nextTry: status === 'queued' ? nextAttemptAt.toISOString() : null,
  }
}
