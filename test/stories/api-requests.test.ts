/** API-1: keys, scopes, idempotency, errors and the description: what holds for every route. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyRequest } from '#test/any-request.ts'
import { buildWorld, type Client, speaker, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'

let app: App
let world: World
let sender: Client
const absentId = '3f0e8f0e-1111-4222-8333-444455556666'

beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app)
  sender = await world.as('sender')
})
afterAll(() => app.stop())

test('API-1: without a good token every route but the description answers 401 and says how to sign in', async () => {
  for (const token of [null, 'short', 'x'.repeat(43)]) {
    const { status, headers, body } = await speaker(app.url, token).get('/referrals')
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toContain('Bearer')
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({ status: 401, code: 'not_signed_in' })
  }
})

test('API-1: a token that is revoked, expired, or whose user is disabled opens nothing', async () => {
  const { owner } = app.database
  const ends = [
    (id: string) => sql`update token set revoked_at = now() where id = ${id}`.execute(owner),
    (id: string) => sql`update token set expires_at = now() - interval '1 second' where id = ${id}`.execute(owner),
    () => sql`update "user" set disabled_at = now() where id = ${world.user.other}`.execute(owner),
  ]
  for (const end of ends) {
    const client = await world.as('other')
    expect((await client.get('/me')).status).toBe(200)
    await end(client.tokenId)
    expect((await client.get('/me')).status).toBe(401)
  }
  await sql`update "user" set disabled_at = null where id = ${world.user.other}`.execute(owner)
})

test('API-1: the last use of a token is kept, at most once a minute', async () => {
  const { tokenId, get } = await world.as('law')
  const lastUse = () =>
    app.database.owner.selectFrom('token').select('lastUsedAt').where('id', '=', tokenId).executeTakeFirstOrThrow()
  expect((await lastUse()).lastUsedAt).toBeNull()
  await get('/me')
  const { lastUsedAt } = await lastUse()
  expect(lastUsedAt).not.toBeNull()
  await get('/me')
  expect(await lastUse()).toEqual({ lastUsedAt })
})

test('API-1: scopes cut what a user may do, and what is cut off looks absent', async () => {
  const reader = await world.as('sender', ['referrals:read'])
  const writer = await world.as('sender', ['referrals:write'])
  const browser = await world.as('sender', ['directory:read'])
  const order = world.order({ shortlist: [world.service.both] })
  expect((await reader.post('/referrals', order)).status).toBe(404)
  expect((await browser.post('/referrals', order)).status).toBe(404)
  const { status, body } = await writer.post('/referrals', order)
  expect(status).toBe(201)
  expect(Object.keys(body).toSorted()).toEqual(['connected', 'id', 'reference', 'url'])
  expect((await writer.get(`/referrals/${body.id}`)).status).toBe(404)
  expect((await writer.get('/referrals')).status).toBe(404)
  const seen = await reader.get(`/referrals/${body.id}`)
  expect(seen.body).toMatchObject({ sight: 'full', can: [] })
  expect((await reader.get('/services')).status).toBe(404)
  expect((await reader.post(`/referrals/${body.id}/notes`, { body: 'x' })).status).toBe(404)
  expect((await browser.get('/services')).status).toBe(200)
  expect((await browser.get('/me')).body.scopes).toEqual(['directory:read'])
})

test('API-1: the same Idempotency-Key and body send once, one after the other and all at once', async () => {
  const order = world.order({ shortlist: [world.service.both] })
  const send = (key: string, body: unknown = order) => sender.post('/referrals', body, { 'idempotency-key': key })
  const first = await send('visit-1')
  const second = await send('visit-1')
  expect([first.status, second.status]).toEqual([201, 200])
  expect(second.body).toEqual(first.body)
  expect(first.headers.get('location')).toBe(first.body.url)

  const together = await Promise.all(Array.from({ length: 12 }, () => send('visit-2')))
  expect(together.map(({ status }) => status).toSorted()).toEqual([...Array(11).fill(200), 201])
  expect(new Set(together.map(({ body }) => body.id)).size).toBe(1)

  const other = await send('visit-1', {
    ...order,
    submission: { ...order.submission, circumstances: 'Something else.' },
  })
  expect(other.status).toBe(409)
  expect(other.body).toMatchObject({ code: 'conflict', errors: [{ field: 'Idempotency-Key', code: 'conflict' }] })
  const refused = await send('visit-3', { ...order, shortlist: [absentId] })
  expect(refused.status).toBe(422)
  expect((await send('visit-3')).status).toBe(201)
  const stranger = await (await world.as('law')).post('/referrals', order, { 'idempotency-key': 'visit-1' })
  expect(stranger.body.id).not.toBe(first.body.id)
  expect((await send('a b')).status).toBe(422)
})

test('SUG-1: without a shortlist a referral goes where the suggestions would send it', async () => {
  const { needs, address } = world.order().submission
  const suggested = await sender.post('/suggestions', { network: world.networkId, needs, postcode: address.postcode })
  expect(suggested.status, suggested.text).toBe(200)
  expect(suggested.body.suggested[0]).toMatchObject({ service: { id: world.service.both }, meets: needs })
  expect(suggested.body.suggested[0].reasons[0]).toMatchObject({
    code: 'meets',
    words: 'Meets Food parcels and Debt advice',
  })
  expect(suggested.body.shortlist).toHaveLength(3)
  const { body } = await sender.post('/referrals', world.order())
  const read = await sender.get(`/referrals/${body.id}`)
  expect(read.body.shortlist.map((one: { service: { id: string } }) => one.service.id)).toEqual(
    suggested.body.shortlist,
  )
})

test('API-1: every field at fault is named at once, and a field that is not known is refused', async () => {
  const order = world.order()
  const { status, body } = await sender.post('/referrals', {
    ...order,
    submission: {
      ...order.submission,
      person: { firstName: 'x'.repeat(101), email: 'nobody' },
      colour: 'red',
    },
  })
  expect(status).toBe(422)
  expect(body.errors).toEqual(
    expect.arrayContaining([
      { field: 'submission.person.firstName', code: 'too_long' },
      { field: 'submission.person.email', code: 'email' },
      { field: 'submission.colour', code: 'unknown' },
    ]),
  )
  const unasked = await sender.post('/referrals', { ...order, consent: { ...order.consent, given: false } })
  expect(unasked.body.errors).toEqual([{ field: 'consent.given', code: 'consent' }])
  const nameless = await sender.post('/referrals', { ...order, submission: { ...order.submission, person: {} } })
  expect(nameless.body.errors).toContainEqual({ field: 'submission.person.firstName', code: 'required' })
  const needless = await sender.post('/referrals', { ...order, submission: { ...order.submission, needs: [] } })
  expect(needless.body.errors).toEqual([{ field: 'submission.needs', code: 'needs' }])
  expect((await sender.get('/referrals?colour=red')).body.errors).toEqual([{ field: 'colour', code: 'unknown' }])
  expect((await sender.get('/referrals?cursor=tomorrow')).status).toBe(422)
})

test('API-1: only JSON, and only so much of it', async () => {
  const form = await sender.post('/referrals', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })
  expect([form.status, form.body.code]).toEqual([415, 'not_json'])
  const broken = await sender.post('/referrals', '{"network":')
  expect([broken.status, broken.body.code]).toEqual([400, 'malformed'])
  const nul = await sender.post('/referrals/search', '{"q":"a\\u0000bc"}')
  expect([nul.status, nul.body.code]).toEqual([400, 'malformed'])
  const large = await sender.post('/referrals/search', { q: 'x'.repeat(300_000) })
  expect([large.status, large.body.code]).toEqual([413, 'too_large'])
})

test('API-1: the directory gives categories, services with hours, capacity and catchment, organisations and reasons', async () => {
  const of = `network=${world.networkId}`
  const categories = await sender.get(`/categories?${of}`)
  expect(categories.body.categories.map((one: { label: string }) => one.label).toSorted()).toEqual([
    'Debt advice',
    'Food parcels',
  ])
  const listed = await sender.get(`/services?${of}&category=${world.category.debt}`)
  expect(listed.body.services.map((one: { name: string }) => one.name)).toEqual(['Debt desk', 'Pantry and money'])
  const one = await sender.get(`/services/${world.service.both}`)
  expect(one.body).toMatchObject({
    open: true,
    catchment: { kind: 'everywhere' },
    outline: { type: 'MultiPolygon' },
    opening: { hours: [], now: { code: 'unknown' } },
  })
  const found = await sender.post('/services/search', { network: world.networkId, q: 'soup' })
  expect(found.body.services.map((service: { id: string }) => service.id)).toEqual([world.service.food])
  const page = await sender.get(`/organisations?${of}&limit=2`)
  const rest = await sender.get(page.body.next.replace('/api/v1', ''))
  expect(
    [...page.body.organisations, ...rest.body.organisations].map(({ name }: { name: string }) => name.split(' ')[0]),
  ).toEqual(['Advice', 'Garden', 'Harbour', 'Law'])
  expect((await sender.get('/networks')).body.networks[0]).toMatchObject({
    id: world.networkId,
    consent: { wordingId: world.wordingId },
  })
  const foreign = await (await buildWorld(app)).as('sender')
  for (const path of [
    `/categories?${of}`,
    `/services?${of}`,
    `/reasons?${of}`,
    `/outcomes?${of}`,
    `/organisations?${of}`,
    `/services/${world.service.both}`,
  ])
    expect((await foreign.get(path)).status, path).toBe(404)
})

test('API-1: OpenAPI 3.1 describes every route, and every route that it describes is there', async () => {
  const { body: document } = await speaker(app.url, null).get('/openapi.json')
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replaceAll(/{(\w+)}/g, ':$1')}`),
  )
  const { doors } = await import('#src/web/doors.ts')
  const behindDoors = Object.keys(doors).filter(door => door.includes('/api/v1/') && !door.endsWith('openapi.json'))
  expect(described.toSorted()).toEqual(behindDoors.toSorted())
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  )
  for (const name of references) expect(document.components.schemas).toHaveProperty(name ?? '')
})

test('API-1: whatever is posted to any route, the answer is never a fault of ours', { timeout: 120_000 }, async () => {
  const { body: document } = await sender.get('/openapi.json')
  const { body: sent } = await sender.post('/referrals', world.order({ shortlist: [world.service.both] }))
  const { body: view } = await sender.get(`/referrals/${sent.id}`)
  const fill = (path: string) =>
    path.replace('/api/v1', '').replace('{id}', sent.id).replace('{assignment}', view.assignments[0].id)
  const posts = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
    'post' in methods ? [fill(path)] : [],
  )
  const gets = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
    'get' in methods ? [fill(path)] : [],
  )
  const clients = await Promise.all(
    (['sender', 'pantry', 'coordinator', 'other', 'commissioner'] as const).map(name => world.as(name)),
  )
  const ids = [world.networkId, world.service.food, [world.category.food]]
  const request = anyRequest(gets, posts, [absentId, ...ids, [absentId], { [absentId]: absentId }])
  await fc.assert(
    fc.asyncProperty(fc.nat(clients.length - 1), request, async (who, { method, path, body }) => {
      const client = clients[who] as Client
      const { status, text } = method === 'GET' ? await client.get(path) : await client.post(path, body)
      expect(status, `${method} ${path} ${body} → ${text}`).toBeLessThan(500)
    }),
    { numRuns: 600 },
  )
})
