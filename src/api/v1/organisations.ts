/** Organisations: listed, read, described by those who manage them, confirmed. */
import { confirmOrganisation } from '../../actions/confirm-organisation.ts'
import { describeOrganisation } from '../../actions/save-profile.ts'
import { networksOfOrganisation, readAgency } from '../../db/directory/organisations.ts'
import { listOrganisations } from '../../db/directory.ts'
import { readProfile } from '../../db/profiles.ts'
import type { ApiEnv } from '../env.ts'
import {
  answer,
  bearer,
  body,
  createRoute,
  id,
  idParam,
  newApi,
  next,
  paging,
  refusals,
  writeRefusals,
  z,
} from '../openapi.ts'
import { nextPage, readNameCursor, writeNameCursor } from '../paging.ts'
import { absent } from '../problems.ts'
import { describedIn, networksFor } from '../reach.ts'
import { agency, listedOrganisation, shapeAgency } from './organisation-shape.ts'
import { profile, profileSent, readProfileSent, shapeProfile } from './profile-shape.ts'

const path = '/api/v1/organisations'
const shared = { tags: ['Organisations'], security: bearer }
const network = id.optional().openapi({ description: 'Whose categories are meant; left out, the first it is in.' })

const list = createRoute({
  ...shared,
  method: 'get',
  path,
  summary: 'List organisations',
  request: { query: z.strictObject({ ...paging, network: id.optional() }) },
  responses: { 200: answer(z.object({ organisations: z.array(listedOrganisation), next }), 'By name'), ...refusals },
})
const read = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{id}`,
  summary: 'Read an organisation',
  request: { params: idParam, query: z.strictObject({ network }) },
  responses: { 200: answer(agency, 'As members of the network see it'), ...refusals },
})
const readOwn = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{id}/description`,
  summary: 'Read an organisation as those who manage it describe it',
  request: { params: idParam, query: z.strictObject({ network }) },
  responses: { 200: answer(profile, 'All sections'), ...refusals },
})
const change = createRoute({
  ...shared,
  method: 'patch',
  path: `${path}/{id}`,
  summary: 'Change sections of an organisation’s entry',
  description: 'A section that is sent is replaced whole, one that is left out stays; all are saved or none.',
  request: { params: idParam, body: body(profileSent.extend({ network }).openapi('OrganisationChange')) },
  responses: { 200: answer(profile, 'The entry as it now stands'), ...writeRefusals },
})
const confirm = createRoute({
  ...shared,
  method: 'post',
  path: `${path}/{id}/confirm`,
  summary: 'Say that an organisation’s entry is right',
  request: { params: idParam },
  responses: { 200: answer(profile, 'The entry, confirmed'), ...writeRefusals },
})

export const organisations = newApi()
  .openapi(list, async c => {
    const { actor, ctx } = c.var
    const { cursor, limit, network } = c.req.valid('query')
    const ids = await networksFor(ctx.db, actor, network)
    const { rows, next } = await listOrganisations(ctx.db, ids, readNameCursor(cursor), limit)
    return c.json({ organisations: rows, next: nextPage(c.req.url, writeNameCursor(next)) }, 200)
  })
  .openapi(read, async c => {
    const { actor, ctx } = c.var
    const { id } = c.req.valid('param')
    const known = await networksFor(ctx.db, actor, c.req.valid('query').network)
    const networkId = (await networksOfOrganisation(ctx.db, id)).find(one => known.includes(one))
    const found = networkId && (await readAgency(ctx.db, networkId, id))
    if (!networkId || !found) throw absent()
    return c.json(shapeAgency(found, networkId, ctx.now()), 200)
  })
  .openapi(readOwn, async c => {
    return c.json(await describe(c.var, c.req.valid('param').id, c.req.valid('query').network), 200)
  })
  .openapi(change, async c => {
    const { id: organisationId } = c.req.valid('param')
    const { network, ...sections } = c.req.valid('json')
    const { networkId } = await managedIn(c.var, organisationId, network)
    await describeOrganisation(c.var.ctx, { organisationId, networkId }, readProfileSent(sections))
    return c.json(await describe(c.var, organisationId, networkId), 200)
  })
  .openapi(confirm, async c => {
    const { id } = c.req.valid('param')
    await confirmOrganisation(c.var.ctx, id)
    return c.json(await describe(c.var, id), 200)
  })

type Visit = ApiEnv['Variables']

async function describe(visit: Visit, organisationId: string, network?: string) {
  const { found, networkId } = await managedIn(visit, organisationId, network)
  return shapeProfile(found, networkId)
}

async function managedIn({ actor, ctx }: Visit, organisationId: string, network?: string) {
  const found = await readProfile(ctx.db, actor, organisationId)
  return { found, networkId: describedIn(actor, found, network) }
}
