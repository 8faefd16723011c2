/** The public directory as open data: Open Referral UK 3.0, for anybody and without a key. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import { Temporal } from 'temporal-polyfill'
import { readOutlines } from '../../db/areas.ts'
import { findOpenServices } from '../../db/open-data/find.ts'
import { listOpenOrganisations, listTaxonomies, listTerms, readAreaNames } from '../../db/open-data/lists.ts'
import type { OpenFilters } from '../../db/open-data/matching.ts'
import { type OpenService, readLastModified, readOpenServices } from '../../db/open-data/services.ts'
import { Problem } from '../../domain/problem.ts'
import type { MaybeEnv } from '../env.ts'
import { describeFeed } from './description.ts'
import { envelope } from './envelope.ts'
import { turnId } from './ids.ts'
import { filtersOf, nearOf, pageOf, readQuery } from './query.ts'
import { type Areas, areaCodesOf } from './service-area.ts'
import { atLocationShape, organizationShape, serviceShape, taxonomyShape, termShape } from './shapes.ts'

const at = '/openreferral/v3'
const version = 'HSDS-UK-3.0'
const profile = 'https://docs.openreferraluk.org/en/latest/'
const one = { page: 1, perPage: 1 }
type C = Context<MaybeEnv>

/** Mounted behind the doors, all of them public. */
export const openReferral = new Hono<MaybeEnv>()
openReferral.use(
  `${at}/*`,
  cors({ origin: '*', allowMethods: ['GET', 'HEAD'] }),
  etag({ weak: true }),
  async (c, next) => {
    await next()
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=300')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  },
)
// What a browser asks before it asks: answered above.
openReferral.options(`${at}/*`, c => c.body(null, 204))

for (const path of [at, `${at}/`])
  openReferral.get(path, c =>
    c.json({ version, profile, openapi_url: new URL(`${at}/openapi.json`, c.var.ctx.baseUrl).href }),
  )
openReferral.get(`${at}/openapi.json`, c => c.json(describeFeed(new URL(at, c.var.ctx.baseUrl).href, version)))

openReferral.get(`${at}/services`, c => list(c, {}, serviceShape))
openReferral.get(`${at}/services/:id`, async c => {
  const [service] = await read(c, [idOf(c)])
  return c.json(serviceShape(present(service), await areasOf(c, [present(service)], true)))
})

openReferral.get(`${at}/service_at_locations`, async c => {
  const near = await nearOf(c.var.ctx.db, readQuery(c.req.url))
  return list(c, { located: true, near }, atLocationShape)
})
openReferral.get(`${at}/service_at_locations/:id`, async c => {
  const [service] = await read(c, [turnId(idOf(c))])
  if (!service?.venue) throw absent()
  return c.json(atLocationShape(service, await areasOf(c, [service], true)))
})

openReferral.get(`${at}/taxonomies`, async c => {
  const page = pageOf(readQuery(c.req.url))
  const { rows, total } = await listTaxonomies(c.var.ctx.db, page)
  return c.json(envelope(rows.map(taxonomyShape), total, page))
})
openReferral.get(`${at}/taxonomies/:id`, async c => {
  const { db } = c.var.ctx
  const { rows } = await listTaxonomies(db, one, idOf(c))
  const taxonomy = taxonomyShape(present(rows[0]))
  const terms = await listTerms(db, { taxonomyId: taxonomy.id }, { page: 1, perPage: 10_000 })
  return c.json({ ...taxonomy, ...(terms.total > 0 && { taxonomy_terms: terms.rows.map(termShape) }) })
})

openReferral.get(`${at}/taxonomy_terms`, async c => {
  const asked = readQuery(c.req.url)
  const page = pageOf(asked)
  const { rows, total } = await listTerms(c.var.ctx.db, { taxonomyId: asked.taxonomy_id }, page)
  return c.json(envelope(rows.map(termShape), total, page))
})
openReferral.get(`${at}/taxonomy_terms/:id`, async c => {
  const { rows } = await listTerms(c.var.ctx.db, { id: idOf(c) }, one)
  return c.json(termShape(present(rows[0])))
})

openReferral.get(`${at}/organizations`, async c => {
  const asked = readQuery(c.req.url)
  const page = pageOf(asked)
  const { rows, total } = await listOpenOrganisations(c.var.ctx.db, { search: asked.search }, page)
  return c.json(envelope(rows.map(organizationShape), total, page))
})
openReferral.get(`${at}/organizations/:id`, async c => {
  const { rows } = await listOpenOrganisations(c.var.ctx.db, { id: idOf(c) }, one)
  return c.json(organizationShape(present(rows[0])))
})

type Shape = (service: OpenService, areas: Areas) => object

/** Outlines of whole authorities are heavy: in a list only for who asks for the full thing. */
async function list(c: C, more: Partial<OpenFilters>, shape: Shape) {
  const asked = readQuery(c.req.url)
  const page = pageOf(asked)
  const { total, ids } = await findOpenServices(c.var.ctx.db, { ...filtersOf(asked), ...more }, page)
  if (asked.minimal) return c.json(envelope(await readModified(c.var.ctx.db, ids, more.located ?? false), total, page))
  const services = await read(c, ids)
  const areas = await areasOf(c, services, asked.full ?? false)
  return c.json(
    envelope(
      services.map(service => shape(service, areas)),
      total,
      page,
    ),
  )
}

async function readModified(db: Parameters<typeof readLastModified>[0], ids: readonly string[], located: boolean) {
  const rows = await readLastModified(db, ids)
  return rows.map(({ id, at }) => ({ id: located ? turnId(id) : id, last_modified: at.toISOString() }))
}

const nowhere: Areas = { names: new Map(), outlines: new Map() }

function read(c: C, ids: readonly string[]): Promise<OpenService[]> {
  const { db, now } = c.var.ctx
  const today = Temporal.Instant.fromEpochMilliseconds(now().getTime())
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
  return readOpenServices(db, ids, today.toString())
}

async function areasOf(c: C, services: readonly OpenService[], withOutlines: boolean): Promise<Areas> {
  const codes = [...new Set(services.flatMap(areaCodesOf))]
  const { db } = c.var.ctx
  const outlines = withOutlines ? await readOutlines(db, codes) : nowhere.outlines
  return { names: await readAreaNames(db, codes), outlines }
}

function idOf(c: C): string {
  const id = c.req.param('id')?.toLowerCase() ?? ''
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw absent()
  return id
}

function present<T>(found: T | undefined): T {
  if (found === undefined) throw absent()
  return found
}

function absent(): Problem {
  return new Problem('not_found', 'There is nothing here.')
}
