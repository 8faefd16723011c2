/** How long a referral or a record of a person is kept, and holding it back. */
import { inTransaction } from '../../actions/context.ts'
import { viewPerson } from '../../actions/people/view-person.ts'
import { holdRecord, holdReferral } from '../../actions/privacy/hold.ts'
import { viewReferral } from '../../actions/view-referral.ts'
import { type Kept, readKept, readPersonKept } from '../../db/privacy/retention.ts'
import { Problem } from '../../domain/problem.ts'
import { fateOf, holdReason } from '../../domain/retention.ts'
import { answer, bearer, body, createRoute, idParam, moment, newApi, refusals, writeRefusals, z } from '../openapi.ts'

const shared = { tags: ['Privacy'], security: bearer }
const kept = z
  .object({
    state: z.enum(['open', 'counting', 'held', 'anonymised']),
    endedAt: moment.nullable(),
    months: z.int(),
    due: moment.nullable().openapi({ description: 'When it goes; the night that follows takes it.' }),
    daysLeft: z.int().nullable(),
    hold: z.object({ reason: z.string(), by: z.string().nullable(), at: moment }).nullable(),
  })
  .openapi('Kept')
const held = z.object({ held: z.boolean() })

const ofReferral = createRoute({
  ...shared,
  method: 'get',
  path: '/api/v1/referrals/{id}/retention',
  summary: 'How long a referral is kept',
  description: 'For those who see all of it. That it was read is recorded.',
  request: { params: idParam },
  responses: { 200: answer(kept, 'Until when, and what holds it back'), ...refusals },
})
const ofPerson = createRoute({
  ...shared,
  method: 'get',
  path: '/api/v1/people/{id}/retention',
  summary: 'How long a person’s record is kept',
  request: { params: idParam },
  responses: { 200: answer(kept, 'Until when, and what holds it back'), ...refusals },
})
const holdOne = createRoute({
  ...shared,
  method: 'put',
  path: '/api/v1/referrals/{id}/hold',
  summary: 'Hold a referral back from being anonymised',
  description: 'By its coordinator. While one is in force, nothing changes.',
  request: { params: idParam, body: body(holdReason) },
  responses: { 200: answer(held, 'Held'), ...writeRefusals },
})
const liftOne = createRoute({
  ...shared,
  method: 'delete',
  path: '/api/v1/referrals/{id}/hold',
  summary: 'Lift the hold on a referral',
  request: { params: idParam },
  responses: { 200: answer(held, 'Not held'), ...writeRefusals },
})
const holdPerson = createRoute({
  ...shared,
  method: 'put',
  path: '/api/v1/people/{id}/hold',
  summary: 'Hold a person’s record back from being deleted',
  description: 'By a primary user of your organisation.',
  request: { params: idParam, body: body(holdReason) },
  responses: { 200: answer(held, 'Held'), ...writeRefusals },
})
const liftPerson = createRoute({
  ...shared,
  method: 'delete',
  path: '/api/v1/people/{id}/hold',
  summary: 'Lift the hold on a person’s record',
  request: { params: idParam },
  responses: { 200: answer(held, 'Not held'), ...writeRefusals },
})

export const retention = newApi()
  .openapi(ofReferral, async c => {
    const { ctx } = c.var
    const { id } = c.req.valid('param')
    const { sight } = await viewReferral(ctx, id, 'api')
    const found = sight.level === 'full' ? await inTransaction(ctx, trx => readKept(trx, id)) : null
    return c.json(shape(found, ctx.now()), 200)
  })
  .openapi(ofPerson, async c => {
    const { ctx } = c.var
    const person = await viewPerson(ctx, c.req.valid('param').id, 'api')
    return c.json(shape(await inTransaction(ctx, trx => readPersonKept(trx, person.id)), ctx.now()), 200)
  })
  .openapi(holdOne, async c => {
    await holdReferral(c.var.ctx, c.req.valid('param').id, c.req.valid('json').reason)
    return c.json({ held: true }, 200)
  })
  .openapi(liftOne, async c => {
    await holdReferral(c.var.ctx, c.req.valid('param').id, null)
    return c.json({ held: false }, 200)
  })
  .openapi(holdPerson, async c => {
    await holdRecord(c.var.ctx, c.req.valid('param').id, c.req.valid('json').reason)
    return c.json({ held: true }, 200)
  })
  .openapi(liftPerson, async c => {
    await holdRecord(c.var.ctx, c.req.valid('param').id, null)
    return c.json({ held: false }, 200)
  })

function shape(found: Kept | null, now: Date) {
  if (!found) throw new Problem('not_found', 'There is nothing here.')
  const { endedAt, months, hold } = found
  const fate = fateOf({ ...found, held: hold !== null }, now)
  return {
    state: fate.kind,
    endedAt: endedAt?.toISOString() ?? null,
    months,
    due: 'due' in fate ? fate.due.toISOString() : null,
    daysLeft: fate.kind === 'counting' ? fate.daysLeft : null,
    hold: hold && { ...hold, at: hold.at.toISOString() },
  }
}
