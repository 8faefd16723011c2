/** Services as those who keep them make and describe them: the twins of the service editor. */
import { addService } from '../../actions/add-service.ts'
import { archiveService } from '../../actions/archive-service.ts'
import { copyService } from '../../actions/copy-service.ts'
import { pauseService, resumeService } from '../../actions/pause-service.ts'
import { describeService } from '../../actions/save-service-section.ts'
import { type KeptPlace, readKeeper, readKeptService } from '../../db/services/kept.ts'
import { detailsSection } from '../../domain/service-sections.ts'
import type { ApiEnv } from '../env.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  id,
  idempotencyKey,
  idParam,
  newApi,
  once,
  refusals,
  writeRefusals,
  z,
} from '../openapi.ts'
import { absent } from '../problems.ts'
import { describedIn } from '../reach.ts'
import { description, sectionsSent, shapeDescription } from './description.ts'

const path = '/api/v1/services'
const shared = { tags: ['Services'], security: bearer }
const network = id.optional().openapi({ description: 'Whose categories are meant; left out, the first it is in.' })
const described = answer(description, 'The service as it now stands')

const add = createRoute({
  ...shared,
  method: 'post',
  path,
  summary: 'Add a service',
  description: `It takes no referrals until it is resumed. Left out, the organisation is your own. ${once}`,
  request: {
    headers: idempotencyKey,
    body: body(z.strictObject({ organisation: id.optional(), network, ...sectionsSent }).openapi('NewService')),
  },
  responses: { 201: described, 200: answer(description, 'Added before, with the same key'), ...writeRefusals },
})
const read = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{id}/description`,
  summary: 'Read a service as its keepers describe it',
  request: { params: idParam, query: z.strictObject({ network }) },
  responses: { 200: answer(description, 'All sections'), ...refusals },
})
const change = createRoute({
  ...shared,
  method: 'patch',
  path: `${path}/{id}`,
  summary: 'Change sections of a service',
  description: 'A section that is sent is replaced whole, one that is left out stays; all are saved or none.',
  request: {
    params: idParam,
    body: body(
      z.strictObject({ network, ...sectionsSent, details: detailsSection.optional() }).openapi('ServiceChange'),
    ),
  },
  responses: { 200: described, ...writeRefusals },
})
const copy = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/copy`,
  summary: 'Copy a service',
  request: { params: idParam, body: body(detailsSection.pick({ name: true })) },
  responses: { 201: described, ...writeRefusals },
})
const pause = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/pause`,
  summary: 'Take a service off suggestions for a while',
  request: {
    params: idParam,
    body: body(
      z.strictObject({
        until: z.iso.date().nullable().openapi({ description: 'The last day; null: until it is resumed.' }),
      }),
    ),
  },
  responses: { 200: described, ...writeRefusals },
})
const resume = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/resume`,
  summary: 'Let a service take referrals',
  request: { params: idParam },
  responses: { 200: described, ...writeRefusals },
})
const archive = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/archive`,
  summary: 'Take a service out of use',
  description: 'Not while somebody waits for its answer or is being helped.',
  request: { params: idParam },
  responses: { 200: described, ...writeRefusals },
})

export const serviceKeeping = newApi()
  .openapi(add, async c => {
    const { organisation, network, details, ...rest } = c.req.valid('json')
    const organisationId = organisation ?? c.var.actor.organisationId
    if (!organisationId) throw absent()
    const keeper = await readKeeper(c.var.ctx.db, c.var.actor, organisationId)
    const networkId = describedIn(c.var.actor, keeper, network)
    const key = c.req.valid('header')['idempotency-key']
    const made = await addService(c.var.ctx, { organisationId, networkId, key }, details, rest)
    c.header('Location', `${path}/${made.id}`)
    const shaped = await describe(c.var, made.id, networkId)
    return made.again ? c.json(shaped, 200) : c.json(shaped, 201)
  })
  .openapi(read, async c => {
    return c.json(await describe(c.var, c.req.valid('param').id, c.req.valid('query').network), 200)
  })
  .openapi(change, async c => {
    const { id: serviceId } = c.req.valid('param')
    const { network, ...given } = c.req.valid('json')
    const { networkId } = await keptIn(c.var, serviceId, network)
    await describeService(c.var.ctx, { serviceId, networkId }, given)
    return c.json(await describe(c.var, serviceId, networkId), 200)
  })
  .openapi(copy, async c => {
    const made = await copyService(c.var.ctx, c.req.valid('param').id, c.req.valid('json').name)
    c.header('Location', `${path}/${made}`)
    return c.json(await describe(c.var, made), 201)
  })
  .openapi(pause, async c => {
    const { id } = c.req.valid('param')
    await pauseService(c.var.ctx, id, c.req.valid('json').until)
    return c.json(await describe(c.var, id), 200)
  })
  .openapi(resume, async c => {
    const { id } = c.req.valid('param')
    await resumeService(c.var.ctx, id)
    return c.json(await describe(c.var, id), 200)
  })
  .openapi(archive, async c => {
    const { id } = c.req.valid('param')
    await archiveService(c.var.ctx, id)
    return c.json(await describe(c.var, id), 200)
  })

type Visit = ApiEnv['Variables']

async function describe(visit: Visit, serviceId: string, network?: string) {
  const { service, networkId } = await keptIn(visit, serviceId, network)
  return shapeDescription(service, service.places.find(one => one.networkId === networkId) ?? nowhere(networkId))
}

/** The service, if it is for this actor to keep, and the network that it is described in. */
export async function keptIn({ actor, ctx }: Visit, serviceId: string, network?: string) {
  const service = await readKeptService(ctx.db, actor, serviceId)
  return { service, networkId: describedIn(actor, { id: service.organisationId, networks: service.networks }, network) }
}

function nowhere(networkId: string): KeptPlace {
  return { networkId, active: false, listed: false, restrictions: {}, categoryIds: [], open: false }
}
