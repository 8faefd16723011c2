/** Restricted referrals and break-glass (RES-16), and the views that coordinators watch over (RES-14). */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { breakGlass } from '#src/actions/safety/break-glass.ts'
import { setRestriction } from '#src/actions/safety/set-restriction.ts'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
})
afterAll(async () => {
  await world?.stop()
  await app?.stop()
})

/** Helped with by `first`; `second` and `third` stand on its list. */
async function restricted() {
  const wishes = { needs: ['food', 'housing'], ask: ['first', 'second', 'third'] } as const
  const { id, reference } = await world.send({ ...wishes, fill: { restricted: true } })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  return { id, reference, path: `/referrals/${id}` }
}
const eventsOf = async (id: string) => {
  const rows = await app.database.owner
    .selectFrom('event')
    .select(['action', 'party'])
    .where('referralId', '=', id)
    .execute()
  return rows.map(({ action, party }) => `${action} ${party}`)
}
const page = async (role: Role, path: string) => (await app.as(world.users[role])).get(path)

test('RES-16: set on the form, it is nowhere for those not asked or helping: page, list, counts, API', async () => {
  const { id, reference, path } = await restricted()
  for (const role of ['third', 'outsider', 'commissioner'] as const) {
    expect((await page(role, path)).status, role).toBe(404)
    if (role === 'third') expect((await page(role, '/referrals?tab=all')).text).not.toContain(reference)
    const client = await clientFor(app, world.users[role])
    expect((await client.get(`/referrals/${id}`)).status, role).toBe(404)
    expect((await client.get('/referrals?tab=all')).text, role).not.toContain(reference)
  }
  for (const role of ['referrer', 'first', 'second'] as const)
    expect((await page(role, path)).text, role).toContain('Penhaligon')
  expect((await page('first', path)).text).toContain('Only you and those asked and helping can see this referral')
})

test('RES-16: the form asks for it, and the check page says it', async () => {
  const browser = await app.as(world.users.referrer)
  const { location } = await browser.get('/refer')
  const draft = new URL(location ?? '', app.url).pathname
  expect((await browser.get(location ?? '')).text).toContain('Restrict who can see this, for safety')
  const filled = { 'person.firstName': 'Blodwen', 'person.lastName': 'Quill', 'address.postcode': 'L4 9ZQ' }
  const needs = { needs: world.categories.food, circumstances: 'Hiding.', restricted: 'yes' }
  await browser.post(draft, { network: world.networkId, go: 'services', ...filled, ...needs })
  const consent = await browser.get(`${draft}/consent`)
  const services = [...consent.text.matchAll(/name="services" value="([^"]+)"/g)].map(([, one]) => one ?? '')
  const listed = services.slice(0, services.length / 2)
  await browser.post(`${draft}/consent`, { wordingId: world.wordingId, services: listed, given: 'on', how: 'spoken' })
  expect((await browser.get(`${draft}/check`)).text).toContain('Restricted: only those asked and helping')
  const sent = await browser.post(`${draft}/send`)
  const id = sent.location?.split('/')[2] ?? ''
  const row = await app.database.owner
    .selectFrom('referral')
    .select('restricted')
    .where('id', '=', id)
    .executeTakeFirst()
  expect(row?.restricted).toBe(true)
})

test('RES-16: the coordinator sees that it exists; what is in it only by break-glass, for an hour, with a reason', async () => {
  const { id, path } = await restricted()
  const coordinator = await app.as(world.users.coordinator)
  const before = await coordinator.get(path)
  expect(before.status).toBe(200)
  expect(before.text).not.toContain('Penhaligon')
  expect(before.text).toContain('Open it with a reason')
  expect((await coordinator.get(`${path}/csv`)).status).toBe(404)

  const blank = await coordinator.fill(`${path}/break-glass`, { reason: ' no ' })
  expect([blank.status, blank.text]).toEqual([422, expect.stringContaining('Say in a sentence why')])
  const opened = await coordinator.fill(`${path}/break-glass`, { reason: 'A service rang about a risk tonight.' })
  expect(opened.location).toBe(`${path}?done=break_glass`)
  const during = await coordinator.get(path)
  expect(during.text).toContain('Penhaligon')
  expect(during.text).toContain('A service rang about a risk tonight.')
  expect(during.text).toContain('It closes again at')
  expect(await eventsOf(id)).toContain('break_glass coordinator')
  expect((await page('first', path)).text).toContain('Opened for an hour by a coordinator')
  expect((await page('first', path)).text).not.toContain('A service rang about a risk tonight.')
  const views = await app.database.owner.selectFrom('viewRecord').select('what').where('referralId', '=', id).execute()
  expect(views.map(({ what }) => what)).toContain('break_glass')

  await app.database.owner
    .updateTable('breakGlass')
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where('referralId', '=', id)
    .execute()
  const after = await coordinator.get(path)
  expect(after.text).not.toContain('Penhaligon')
  expect(after.text).toContain('A service rang about a risk tonight.')
})

test('RES-16: nobody but a coordinator at the screen breaks the glass', async () => {
  const { path } = await restricted()
  for (const role of ['first', 'third', 'administrator', 'commissioner'] as const)
    expect((await page(role, `${path}/break-glass`)).status, role).toBe(404)
})

test('RES-16: restricted and opened again by those on it, through pages and API; both are in the history', async () => {
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  const path = `/referrals/${id}`
  expect((await page('third', path)).status).toBe(200)
  const first = await app.as(world.users.first)
  expect((await first.get(`${path}/restriction`)).text).toContain('Restrict this referral?')
  expect((await first.post(`${path}/restriction`, { restricted: 'yes' })).location).toBe(`${path}?done=restrict`)
  expect((await page('third', path)).status).toBe(404)
  const client = await clientFor(app, world.users.referrer)
  const answer = await fetch(`${app.url}/api/v1/referrals/${id}/restriction`, {
    ...{ method: 'PUT', body: JSON.stringify({ restricted: false }) },
    headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(200)
  expect((await page('third', path)).status).toBe(200)
  expect((await page('third', `${path}/restriction`)).status).toBe(404)
  expect(await eventsOf(id)).toEqual(expect.arrayContaining(['restrict recipient', 'unrestrict referrer']))
})

test('RES-16: who may not read it may not open it either', async () => {
  const { id } = await restricted()
  for (const role of ['third', 'outsider'] as const)
    await expect(setRestriction(await world.as(role), id, false), role).rejects.toMatchObject({ code: 'not_found' })
  await expect(setRestriction(await world.as('coordinator'), id, false)).rejects.toMatchObject({ code: 'not_allowed' })
})

test('RES-14: the coordinator sees who looked, when and how; nobody else does', async () => {
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  const path = `/referrals/${id}`
  await page('first', path)
  await page('first', `${path}/csv`)
  const { text } = await page('coordinator', path)
  expect(text).toContain('Who has looked')
  expect(text).toMatch(/first[^<]*<\/t[hd]>.*Download as CSV|Download as CSV/is)
  expect((await page('referrer', path)).text).not.toContain('Who has looked')
  const coordinator = await clientFor(app, world.users.coordinator)
  const { body } = await coordinator.get(`/referrals/${id}/views`)
  expect(body.views.map(({ what }: { what: string }) => what)).toEqual(expect.arrayContaining(['page', 'csv']))
  const referrer = await clientFor(app, world.users.referrer)
  expect((await referrer.get(`/referrals/${id}/views`)).status).toBe(404)
})

test('RES-16: a coordinator acts on a restricted referral only while the glass is broken, on pages and over the API', async () => {
  const { id, path } = await restricted()
  const coordinator = await app.as(world.users.coordinator)
  const before = await coordinator.get(path)
  expect(before.text).toContain('you have to open it first')
  expect(before.text).not.toContain(`${path}/needs/withdraw`)
  expect(before.text).not.toMatch(/assignments\/[\da-f-]{36}\/reassign/)
  const reasons = app.database.owner.selectFrom('term').select('id').where('list', '=', 'withdraw_reason')
  const { id: reasonId } = await reasons.limit(1).executeTakeFirstOrThrow()
  const withdrawn = { reasonId, note: 'Moved away.' }
  const answers = { serviceId: '', note: '', consentAgain: false } as const
  const attempts = [
    () => world.act('coordinator', 'withdraw', { id }, withdrawn),
    () => world.act('coordinator', 'reassign', { id, service: 'first' }, answers),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'not_allowed' })
  const client = await clientFor(app, world.users.coordinator)
  const shown = await client.get(`/referrals/${id}`)
  expect(JSON.stringify(shown.body)).not.toContain('"withdraw"')

  await coordinator.fill(`${path}/break-glass`, { reason: 'A service rang about a risk tonight.' })
  const open = await coordinator.get(path)
  expect(open.text).toContain(`${path}/needs/withdraw`)
  await world.act('coordinator', 'reassign', { id, service: 'first' }, answers)
  expect(await eventsOf(id)).toContain('reassign coordinator')

  await app.database.owner
    .updateTable('breakGlass')
    .set({ expiresAt: new Date(0) })
    .where('referralId', '=', id)
    .execute()
  await expect(world.act('coordinator', 'withdraw', { id }, withdrawn)).rejects.toMatchObject({ code: 'not_allowed' })
})

test('RES-16: the hour is judged by the database’s clock alone, whatever the time is where the program runs', async () => {
  const { id } = await restricted()
  const fast = { ...(await world.as('coordinator')), now: () => new Date(Date.now() + 90 * 60_000) }
  await breakGlass(fast, id, { reason: 'A service rang about a risk tonight.' })
  const { rows } = await sql<{ minutes: number }>`select extract(epoch from expires_at - now()) / 60 as minutes
    from break_glass where referral_id = ${id}`.execute(app.database.owner)
  expect(Number(rows[0]?.minutes)).toBeGreaterThan(58)
  expect(Number(rows[0]?.minutes)).toBeLessThanOrEqual(60)
})
