/** The logo of a network and of an organisation, for those who keep its settings or its entry: the twins of their pages. */
import { keepNetworkLogo, removeNetworkLogo } from '../../actions/keep-logo.ts'
import { requireCoordinator } from '../../actions/require-coordinator.ts'
import { removeLogo, saveLogo } from '../../actions/save-profile.ts'
import { readNetwork } from '../../db/networks.ts'
import { readProfile } from '../../db/profiles.ts'
import { openStore } from '../../files/store.ts'
import type { ApiEnv } from '../env.ts'
import { answer, bearer, createRoute, id, idParam, newApi, refusals, writeRefusals, z } from '../openapi.ts'
import { absent } from '../problems.ts'
import { documentedPicture, pictureIn } from '../uploads.ts'

const logo = z
  .object({ id, alt: z.string(), address: z.url().openapi({ description: 'Where anybody may fetch it, as WebP.' }) })
  .openapi('Logo')

const ofNetwork = routesFor('/api/v1/networks/{id}/logo', 'Networks', 'network')
const ofOrganisation = routesFor('/api/v1/organisations/{id}/logo', 'Organisations', 'organisation')

export const logos = newApi()
  .openapi(ofNetwork.read, async c => c.json(await networkLogo(c.var, c.req.valid('param').id), 200))
  .openapi(ofNetwork.keep, async c => {
    const { ctx, deps } = c.var
    const { id } = c.req.valid('param')
    const given = await pictureIn(c, c.req.valid('query').alt)
    await keepNetworkLogo(ctx, openStore(deps.config.storageUrl), id, given, 'keepForms')
    return c.json(await networkLogo(c.var, id), 200)
  })
  .openapi(ofNetwork.remove, async c => {
    await removeNetworkLogo(c.var.ctx, c.req.valid('param').id, 'keepForms')
    return c.body(null, 204)
  })
  .openapi(ofOrganisation.read, async c => c.json(await organisationLogo(c.var, c.req.valid('param').id), 200))
  .openapi(ofOrganisation.keep, async c => {
    const { ctx, deps } = c.var
    const { id } = c.req.valid('param')
    const given = await pictureIn(c, c.req.valid('query').alt)
    await saveLogo(ctx, openStore(deps.config.storageUrl), id, given)
    return c.json(await organisationLogo(c.var, id), 200)
  })
  .openapi(ofOrganisation.remove, async c => {
    await removeLogo(c.var.ctx, c.req.valid('param').id)
    return c.body(null, 204)
  })

function routesFor<P extends string>(path: P, tag: string, noun: string) {
  const shared = { tags: [tag], security: bearer, path }
  const request = { params: idParam }
  return {
    read: createRoute({
      ...{ ...shared, request, method: 'get' },
      summary: `Read where the logo of ${a(noun)} is, and what it shows`,
      description: '404 also where there is none.',
      responses: { 200: answer(logo, 'The logo'), ...refusals },
    }),
    keep: createRoute({
      ...{ ...shared, method: 'put' },
      request: { ...request, query: z.strictObject({ alt: z.string().optional() }), body: documentedPicture },
      summary: `Give ${a(noun)} a logo`,
      description: 'In place of the one before. It is drawn anew, so that nothing but the picture is kept.',
      responses: { 200: answer(logo, 'As it now stands'), ...writeRefusals },
    }),
    remove: createRoute({
      ...{ ...shared, request, method: 'delete' },
      summary: `Remove the logo of ${a(noun)}`,
      responses: { 204: { description: 'Removed' }, ...writeRefusals },
    }),
  }
}

type Visit = ApiEnv['Variables']

async function networkLogo(visit: Visit, networkId: string) {
  requireCoordinator(visit, networkId, 'keepForms')
  const { logo } = await readNetwork(visit.ctx.db, networkId)
  return shape(visit, logo)
}

async function organisationLogo(visit: Visit, organisationId: string) {
  const { logoFileId, logoAlt } = await readProfile(visit.ctx.db, visit.actor, organisationId)
  return shape(visit, logoFileId ? { id: logoFileId, alt: logoAlt ?? '' } : null)
}

function shape({ ctx }: Visit, found: { id: string; alt: string } | null): z.infer<typeof logo> {
  if (!found) throw absent()
  return { ...found, address: new URL(`/pictures/${found.id}`, ctx.baseUrl).href }
}

function a(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`
}
