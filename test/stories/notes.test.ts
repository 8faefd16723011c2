/** Notes (RES-9): regular and private, who reads each, and who is emailed that there is one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
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

async function helped(fill: { restricted?: boolean } = {}) {
  const { id } = await world.send({ needs: ['food', 'housing'], ask: ['first', 'second', 'third'], fill })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  return { id, path: `/referrals/${id}` }
}
const told = async (id: string) => {
  const query = app.database.owner.selectFrom('message').select(['userId', 'codes']).where('referralId', '=', id)
  return query.where('template', '=', 'note').execute()
}
const page = async (role: Role, path: string) => (await app.as(world.users[role])).get(path)

test('RES-9: the author ticks who is emailed; the message holds the reference and nothing else', async () => {
  const { id, path } = await helped()
  const first = await app.as(world.users.first)
  const page = await first.get(path)
  // The list beside it names one's own colleagues too.
  const text = page.text.slice(page.text.indexOf('id="notes"'), page.text.indexOf('id="history"'))
  for (const role of ['referrer', 'referrerPrimary', 'second', 'coordinator'] as const)
    expect(text, role).toContain(`value="${world.users[role]}"`)
  for (const role of ['third', 'first', 'outsider', 'commissioner'] as const)
    expect(text, role).not.toContain(`value="${world.users[role]}"`)
  const body = 'Morag Penhaligon rang back on Tuesday.'
  const tell = [world.users.referrer, world.users.coordinator]
  expect((await first.post(`${path}/notes`, { kind: 'regular', body, tell })).status).toBe(303)
  const messages = await told(id)
  expect(messages.map(({ userId }) => userId).sort()).toEqual([...tell].sort())
  const [{ codes } = { codes: null }] = messages
  expect(Object.keys(codes as object)).toEqual(['reference'])
})

test('RES-9: of a private note nobody is emailed, whoever was ticked', async () => {
  const { id, path } = await helped()
  const first = await app.as(world.users.first)
  await first.get(path)
  await first.post(`${path}/notes`, { kind: 'private', body: 'For me.', tell: world.users.referrer })
  expect(await told(id)).toEqual([])
})

test('RES-9: nobody is emailed who could not read it, and the words are kept', async () => {
  const { id, path } = await helped()
  const first = await app.as(world.users.first)
  await first.get(path)
  const posted = { kind: 'regular', body: 'Please look at this.', tell: world.users.third }
  const { status, text } = await first.post(`${path}/notes`, posted)
  expect([status, text]).toEqual([422, expect.stringContaining('Please look at this.')])
  expect(await told(id)).toEqual([])
  const { id: hidden, path: hiddenPath } = await helped({ restricted: true })
  expect((await page('first', hiddenPath)).text).not.toContain(`value="${world.users.coordinator}"`)
  const client = await clientFor(app, world.users.first)
  const refused = await client.post(`/referrals/${hidden}/notes`, { body: 'Look.', tell: [world.users.coordinator] })
  expect([refused.status, refused.body.errors]).toEqual([422, [{ field: 'tell', code: 'choose' }]])
})

test('RES-9: a member who was not asked adds context, and sees no names to tick', async () => {
  const { id, path } = await helped()
  const third = await app.as(world.users.third)
  expect((await third.get(path)).text).not.toContain('name="tell"')
  expect((await third.post(`${path}/notes`, { kind: 'regular', body: 'We met her in June.' })).status).toBe(303)
  expect((await page('first', path)).text).toContain('We met her in June.')
  expect(await told(id)).toEqual([])
})

test('RES-9: regular and private are told apart by words and icon, and who reads them is said beside the button', async () => {
  const { path } = await helped()
  const first = await app.as(world.users.first)
  await first.get(path)
  await first.post(`${path}/notes`, { kind: 'regular', body: 'Shared words.' })
  await first.post(`${path}/notes`, { kind: 'private', body: 'Own words.' })
  const { text } = await first.get(path)
  expect(text).toContain('Seen by everyone on the referral')
  expect(text).toContain('Seen by you alone')
  expect(text).toContain('Everyone on the referral reads a note, unless you chose that only you do.')
  const referrer = await page('referrer', path)
  expect(referrer.text).toContain('Shared words.')
  expect(referrer.text).not.toContain('Own words.')
})

test('RES-9: over the API: whom one may tell, and telling them', async () => {
  const { id } = await helped()
  const client = await clientFor(app, world.users.first)
  const { body } = await client.get(`/referrals/${id}/notes`)
  expect(body.mayTell.map((one: { id: string }) => one.id)).toContain(world.users.referrer)
  const added = await client.post(`/referrals/${id}/notes`, { body: 'By the API.', tell: [world.users.referrer] })
  expect(added.status).toBe(201)
  expect((await told(id)).map(({ userId }) => userId)).toEqual([world.users.referrer])
})
