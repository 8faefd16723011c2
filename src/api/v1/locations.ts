/** Venues of an organisation, shared by its services. One that is kept secret is told to those who keep it alone. */
import { saveVenue } from '../../actions/save-location.ts'
import { networksOfOrganisation } from '../../db/directory/organisations.ts'
import { listVenues, readVenue, type Venue } from '../../db/locations.ts'
import { mayManageOrganisation } from '../../domain/policy.ts'
import { type VenueForm, venueForm } from '../../domain/venue.ts'
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
import { absent, refuseInvalid } from '../problems.ts'
import { networksOf } from '../reach.ts'

const path = '/api/v1/locations'
const shared = { tags: ['Locations'], security: bearer }
const organisation = id.optional().openapi({ description: 'Left out, your own.' })

const location = z
  .object({
    id,
    organisation: id,
    ...{ name: z.string(), address1: z.string(), address2: z.string(), city: z.string(), postcode: z.string() },
    point: z.object({ lat: z.number(), lng: z.number() }).nullable(),
    approximate: z.boolean().openapi({ description: 'Only the district of its postcode is known.' }),
    accessibility: z.string(),
    facilities: z.array(id),
    secret: z.boolean(),
  })
  .openapi('Location')
const fields = z.strictObject({
  ...{ name: z.string(), address1: z.string(), address2: z.string(), city: z.string(), postcode: z.string() },
  accessibility: z.string(),
  facilities: z.array(id),
  secret: z.boolean().openapi({ description: 'A refuge: never shown to anybody but those who keep it.' }),
})
const sent = fields.partial()

const list = createRoute({
  ...shared,
  method: 'get',
  path,
  summary: 'List an organisation’s venues',
  description: 'Secret ones are told to those who keep them alone.',
  request: { query: z.strictObject({ organisation }) },
  responses: { 200: answer(z.object({ locations: z.array(location) }), 'By name'), ...refusals },
})
const add = createRoute({
  ...shared,
  method: 'post',
  path,
  summary: 'Add a venue',
  description: `Its place comes from its postcode. ${once}`,
  request: { headers: idempotencyKey, body: body(sent.extend({ organisation }).openapi('NewLocation')) },
  responses: {
    201: answer(location, 'Added'),
    200: answer(location, 'Added before, with the same key'),
    ...writeRefusals,
  },
})
const change = createRoute({
  ...shared,
  method: 'patch',
  path: `${path}/{id}`,
  summary: 'Change a venue',
  description: 'What is left out stays. Services that are given there move with it.',
  request: { params: idParam, body: body(sent.openapi('LocationChange')) },
  responses: { 200: answer(location, 'As it now stands'), ...writeRefusals },
})

export const locations = newApi()
  .openapi(list, async c => {
    const organisationId = ownUnless(c.var, c.req.valid('query').organisation)
    const theirs = await networksOfOrganisation(c.var.ctx.db, organisationId)
    const isKeeper = mayManageOrganisation(c.var.actor, { id: organisationId, networkIds: theirs })
    const known = await networksOf(c.var.ctx.db, c.var.actor)
    if (!isKeeper && !theirs.some(one => known.includes(one))) throw absent()
    const venues = await listVenues(c.var.ctx.db, organisationId)
    return c.json({ locations: venues.filter(({ secret }) => isKeeper || !secret).map(shape) }, 200)
  })
  .openapi(add, async c => {
    const { organisation, ...given } = c.req.valid('json')
    const organisationId = ownUnless(c.var, organisation)
    const key = c.req.valid('header')['idempotency-key']
    const made = await saveVenue(c.var.ctx, { organisationId, id: null, key }, readForm(given))
    c.header('Location', `${path}/${made.id}`)
    const shaped = await readBack(c.var, made.id)
    return made.again ? c.json(shaped, 200) : c.json(shaped, 201)
  })
  .openapi(change, async c => {
    const { id } = c.req.valid('param')
    const old = await readVenue(c.var.ctx.db, id)
    if (!old || !(await mayKeep(c.var, old.organisationId))) throw absent()
    const { name, address1, address2, city, postcode, accessibility, facilities, secret } = old
    const stored = { name, address1, address2, city, postcode: postcode ?? '', accessibility, facilities, secret }
    const form = readForm({ ...stored, ...c.req.valid('json') })
    await saveVenue(c.var.ctx, { organisationId: old.organisationId, id }, form)
    return c.json(await readBack(c.var, id), 200)
  })

type Visit = ApiEnv['Variables']

function ownUnless({ actor }: Visit, organisation: string | undefined): string {
  const id = organisation ?? actor.organisationId
  if (!id) throw absent()
  return id
}

/** Before its fields are looked at: what is wrong with them may tell of what is stored. */
async function mayKeep({ actor, ctx }: Visit, organisationId: string): Promise<boolean> {
  const networkIds = await networksOfOrganisation(ctx.db, organisationId)
  return mayManageOrganisation(actor, { id: organisationId, networkIds })
}

function readForm(given: z.infer<typeof sent>): VenueForm {
  const read = venueForm.safeParse({ facilities: [], secret: false, ...given })
  if (read.success) return read.data
  refuseInvalid({ target: 'json', success: false, error: read.error })
  throw read.error
}

async function readBack({ ctx }: Visit, id: string) {
  const venue = await readVenue(ctx.db, id)
  if (!venue) throw absent()
  return shape(venue)
}

function shape(venue: Venue): z.infer<typeof location> {
  const { id, name, address1, address2, city, approximate, accessibility, facilities, secret } = venue
  const { latitude, longitude } = venue
  return {
    ...{ id, organisation: venue.organisationId, name, address1, address2, city, postcode: venue.postcode ?? '' },
    point: latitude === null || longitude === null ? null : { lat: latitude, lng: longitude },
    ...{ approximate, accessibility, facilities, secret },
  }
}
