/** API-3: a referral read as FHIR R4, by those who may read it. Each reading is recorded as that of the page is. */
import type { Context } from 'hono'
import { type ReferralView, viewReferral } from '../../../actions/view-referral.ts'
import { findByReference, findReferralOf } from '../../../db/referrals/find.ts'
import { isProblem } from '../../../domain/problem.ts'
import { parseReference } from '../../../domain/reference.ts'
import type { ApiEnv } from '../../env.ts'
import { bearer, createRoute, id, idParam, newApi, refusals, z } from '../../openapi.ts'
import { absent } from '../../problems.ts'
import { capabilities } from './capability.ts'
import { type Resource, serviceRequestOf, tasksOf } from './resources.ts'

const path = '/api/v1/fhir'
const shared = { tags: ['FHIR R4'], security: bearer, method: 'get' as const }
/** A plain string to the compiler, which else wants c.json and its media type. */
const type: string = 'application/fhir+json'
const described = (description: string) => ({
  200: { description, content: { [type]: { schema: z.record(z.string(), z.unknown()) } } },
  ...refusals,
})

const metadata = createRoute({
  ...{ ...shared, security: [], path: `${path}/metadata`, summary: 'What of FHIR is answered here' },
  responses: described('The CapabilityStatement'),
})
const request = createRoute({
  ...{ ...shared, path: `${path}/ServiceRequest/{id}`, summary: 'A referral as a ServiceRequest' },
  description: 'By the id of the referral, as far as you may see it. That it was read is recorded.',
  request: { params: idParam },
  responses: described('The ServiceRequest'),
})
const requests = createRoute({
  ...{ ...shared, path: `${path}/ServiceRequest`, summary: 'Find a referral by its reference' },
  request: { query: z.strictObject({ identifier: z.string().min(1).max(300) }) },
  responses: described('A Bundle of none or one'),
})
const task = createRoute({
  ...{ ...shared, path: `${path}/Task/{id}`, summary: 'What one service was asked, as a Task' },
  description: 'By the id of the assignment. Part of another where it was split off or referred on.',
  request: { params: idParam },
  responses: described('The Task'),
})
const tasks = createRoute({
  ...{ ...shared, path: `${path}/Task`, summary: 'Every Task of a referral' },
  request: {
    query: z.strictObject({ focus: z.string().regex(/^(ServiceRequest\/)?[0-9a-f-]{36}$/, { error: 'invalid' }) }),
  },
  responses: described('A Bundle'),
})

export const fhir = newApi()
  .openapi(metadata, c => send(c, capabilities(c.var.ctx.baseUrl, started)))
  .openapi(request, async c => send(c, serviceRequestOf(await view(c, c.req.valid('param').id), baseOf(c))))
  .openapi(requests, async c => {
    const typed = c.req.valid('query').identifier
    const reference = parseReference(typed.slice(typed.lastIndexOf('|') + 1))
    const found = reference ? await findByReference(c.var.ctx.db, reference) : null
    const seen = found ? await orNothing(view(c, found)) : null
    return send(c, bundleOf(c, seen ? [serviceRequestOf(seen, baseOf(c))] : []))
  })
  .openapi(task, async c => {
    const { id: of } = c.req.valid('param')
    const referralId = await findReferralOf(c.var.ctx.db, of)
    const found = referralId && tasksOf(await view(c, referralId)).find(one => one.id === of)
    if (!found) throw absent()
    return send(c, found)
  })
  .openapi(tasks, async c => {
    const of = id.safeParse(c.req.valid('query').focus.replace('ServiceRequest/', ''))
    const seen = of.success ? await orNothing(view(c, of.data)) : null
    return send(c, bundleOf(c, seen ? tasksOf(seen) : []))
  })

const started = new Date().toISOString().slice(0, 10)

function view(c: Context<ApiEnv>, referralId: string): Promise<ReferralView> {
  return viewReferral(c.var.ctx, referralId, 'api')
}

/** A search that finds nothing is an empty Bundle, whether it is absent or not to be seen. */
async function orNothing(work: Promise<ReferralView>): Promise<ReferralView | null> {
  try {
    return await work
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null
    throw error
  }
}

function bundleOf(c: Context<ApiEnv>, resources: readonly Resource[]) {
  const entry = resources.map(resource => ({
    ...{ fullUrl: `${baseOf(c)}/${resource.resourceType}/${resource.id}`, resource, search: { mode: 'match' } },
  }))
  return { resourceType: 'Bundle', type: 'searchset', total: entry.length, ...(entry.length > 0 && { entry }) }
}

function baseOf(c: Context<ApiEnv>): string {
  return `${c.var.ctx.baseUrl}${path}`
}

function send(c: Context<ApiEnv>, resource: object) {
  return c.body(JSON.stringify(resource), 200, { 'Content-Type': type })
}
