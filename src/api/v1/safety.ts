/** Restricting a referral, and who looked at it. Break-glass is for people at the screen alone. */
import { restriction, setRestriction } from '../../actions/safety/set-restriction.ts'
import { viewReferral } from '../../actions/view-referral.ts'
import { Problem } from '../../domain/problem.ts'
import { answer, bearer, body, createRoute, idParam, moment, newApi, refusals, writeRefusals, z } from '../openapi.ts'

const shared = { tags: ['Safety'], security: bearer }

const restrict = createRoute({
  ...shared,
  method: 'put',
  path: '/api/v1/referrals/{id}/restriction',
  summary: 'Restrict a referral, or stop restricting it',
  description: 'By the referrer, an organisation on it, or the coordinator. Restricted, it exists for nobody else.',
  request: { params: idParam, body: body(restriction) },
  responses: { 200: answer(restriction, 'As it is now'), ...writeRefusals },
})
const look = z.object({
  at: moment,
  person: z.string().nullable(),
  organisation: z.string().nullable(),
  what: z.string(),
  file: z.string().nullable(),
})
const views = createRoute({
  ...shared,
  method: 'get',
  path: '/api/v1/referrals/{id}/views',
  summary: 'List who looked at a referral',
  description: 'For the coordinator. Looks of one person within an hour are one.',
  request: { params: idParam },
  responses: { 200: answer(z.object({ views: z.array(look) }), 'Newest first'), ...refusals },
})

export const safety = newApi()
  .openapi(restrict, async c => {
    const { restricted } = c.req.valid('json')
    await setRestriction(c.var.ctx, c.req.valid('param').id, restricted)
    return c.json({ restricted }, 200)
  })
  .openapi(views, async c => {
    const { actor, ctx } = c.var
    const { file, views } = await viewReferral(ctx, c.req.valid('param').id, 'api')
    if (!actor.coordinates.includes(file.networkId)) throw new Problem('not_found', 'There is nothing here.')
    return c.json({ views: views.map(({ at, ...rest }) => ({ at: at.toISOString(), ...rest })) }, 200)
  })
