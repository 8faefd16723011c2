/** API-3: those who keep a webhook: on its pages, over the API, and when nothing gets through for a day. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { switchWebhook } from '#src/actions/webhooks/switch.ts'
import { type Client, clientFor } from '#test/api-world.ts'
import { verify } from '#test/receiver.ts'
import { type Hooks, later, openHooks } from '#test/webhooks.ts'

let here: Hooks
beforeAll(async () => {
  here = await openHooks()
})
beforeEach(() => here.forget())
afterAll(() => here?.stop())

test('API-3: after 24 hours it is held and the webhook goes off, its keepers are told, and it can be sent again', async () => {
  const { id: hookId } = await here.hook('firstPrimary', { kinds: ['sent'] })
  const { id } = await here.world.send({ needs: ['food'], ask: ['first'] })
  here.receiver.behave(() => 503)
  for (let hour = 0; hour <= 26; hour++)
    for (const part of [0, 0.05, 0.2, 0.5]) await here.drain({ ctx: { ...here.world.ctx, now: later(hour + part) } })
  expect(await here.statesOf(hookId)).toEqual([expect.stringMatching(/^sent held 29 503/)])
  const primary = await clientFor(here.app, here.world.users.firstPrimary)
  expect((await primary.get(`/webhooks/${hookId}`)).body).toMatchObject({ state: 'failed', held: 1, waiting: 0 })
  const { rows } = await sql<{ recipient: string }>`
    select recipient from message where template = 'webhook_off'`.execute(here.owner)
  expect(rows.map(({ recipient }) => recipient)).toEqual([`user:${here.world.users.firstPrimary}`])

  here.receiver.behave(() => 200)
  const browser = await here.app.as(here.world.users.firstPrimary)
  expect((await browser.get(`/webhooks/${hookId}`)).text).toContain('Nothing got through for a whole day')
  expect((await browser.post(`/webhooks/${hookId}/on`)).status).toBe(303)
  const { text } = await browser.get(`/webhooks/${hookId}`)
  const again = /action="(\/webhooks\/[^"]+\/again)"/.exec(text)?.[1] ?? ''
  expect((await browser.post(again)).status).toBe(303)
  await here.drain()
  expect(here.typesOf(id)).toEqual(['sent'])
})

test('API-3: what waited behind others when it went off is held too, and goes out in order once somebody sends it', async () => {
  const { id: hookId } = await here.hook('firstPrimary', { kinds: ['sent', 'asked'] })
  const { id } = await here.world.send({ needs: ['food'], ask: ['first'] })
  here.receiver.behave(() => 503)
  await here.drain()
  const browser = await here.app.as(here.world.users.firstPrimary)
  await browser.get(`/webhooks/${hookId}`)
  await browser.post(`/webhooks/${hookId}/off`)
  expect(await here.statesOf(hookId)).toEqual(['sent held 1 503 status', 'asked held 0'])
  expect((await browser.post(`/webhooks/${hookId}/held`)).status).toBe(409)
  await browser.post(`/webhooks/${hookId}/on`)
  here.receiver.behave(() => 200)
  expect((await browser.get(`/webhooks/${hookId}`)).text).toContain('2 are held')
  expect((await browser.post(`/webhooks/${hookId}/held`)).status).toBe(303)
  await here.drain()
  expect(here.typesOf(id)).toEqual(['sent', 'asked'])
  const primary = await clientFor(here.app, here.world.users.firstPrimary)
  expect((await primary.post(`/webhooks/${hookId}/held`, {})).body).toEqual({ queued: 0 })
})

test('API-3: switched off in the middle of telling, it is told nothing more, and what it refused is held', async () => {
  const { id: hookId } = await here.hook('firstPrimary', { kinds: ['sent'] })
  for (const _ of [1, 2, 3]) await here.world.send({ needs: ['food'], ask: ['first'] })
  const ctx = await here.world.as('firstPrimary')
  here.receiver.behave(async () => {
    await switchWebhook(ctx, hookId, false)
    return 500
  })
  await here.drain()
  expect(here.receiver.taken).toHaveLength(1)
  expect((await here.statesOf(hookId)).map(line => line.slice(0, 11))).toEqual([
    'sent held 0',
    'sent held 0',
    'sent held 0',
  ])
})

test('API-3: on its pages a primary user adds a webhook, sees the secret once, changes it and deletes it', async () => {
  const browser = await here.app.as(here.world.users.firstPrimary)
  const wrong = await browser.fill('/webhooks/new', { name: 'Case system', address: 'http://10.0.0.1/', kinds: 'sent' })
  expect(wrong.text).toContain('There is a problem')
  expect(wrong.text).toContain('value="http://10.0.0.1/"')
  const made = await browser.fill('/webhooks/new', {
    name: 'Case system',
    address: here.receiver.address,
    kinds: 'sent',
  })
  const [secret = ''] = /whsec_[\w+/=]+/.exec(made.text) ?? []
  expect(secret).toHaveLength(50)
  const [, path = ''] = /href="(\/webhooks\/[0-9a-f-]{36})"/.exec((await browser.get('/webhooks')).text) ?? []
  expect((await browser.get(path)).text).not.toContain('whsec_')
  const second = /whsec_[\w+/=]+/.exec((await browser.post(`${path}/secret`)).text)?.[0] ?? ''
  await here.world.send({ needs: ['food'], ask: ['first'] })
  await here.drain()
  for (const one of [secret, second]) expect(verify(here.receiver.taken[0] ?? fail(), one)).toBeTruthy()
  await sql`update webhook_delivery set status = 'queued'`.execute(here.owner)
  await here.drain({ ctx: { ...here.world.ctx, now: later(25) } })
  const [, last] = here.receiver.taken
  expect(last?.headers['webhook-signature']?.split(' ')).toHaveLength(1)
  expect((await browser.get(path)).text).toContain('Answered 200')
  await browser.fill(`${path}/edit`, { name: 'New name', address: here.receiver.address, kinds: ['sent', 'closed'] })
  expect((await browser.get(path)).text).toContain('New name')
  await browser.fill(`${path}/delete`)
  expect((await browser.get(path)).status).toBe(404)
  const { rows } = await sql`select from webhook where secret::text like ${`%${secret}%`}`.execute(here.owner)
  expect(rows).toEqual([])
})

test('API-3: nobody sees or changes the webhooks of others', async () => {
  const { id } = await here.hook()
  const clients: Client[] = []
  for (const role of [
    'second',
    'first',
    'referrer',
    'coordinator',
    'commissioner',
    'administrator',
    'outsider',
  ] as const)
    clients.push(await clientFor(here.app, here.world.users[role]))
  for (const client of clients) {
    expect((await client.get(`/webhooks/${id}`)).status).toBe(404)
    expect((await client.get(`/webhooks/${id}/deliveries`)).status).toBe(404)
    expect((await client.put(`/webhooks/${id}`, here.form())).status).toBe(404)
    expect((await client.post(`/webhooks/${id}/secret`, {})).status).toBe(404)
    expect((await client.delete(`/webhooks/${id}`)).status).toBe(404)
  }
  const primary = await clientFor(here.app, here.world.users.firstPrimary)
  expect((await primary.get('/webhooks')).body.webhooks.map((one: { id: string }) => one.id)).toEqual([id])
  expect((await primary.post('/webhooks', { ...here.form(), network: here.world.networkId })).status).toBe(404)
  expect((await primary.post('/webhooks', { ...here.form(), address: 'https://10.0.0.1/' })).status).toBe(422)
  const made = await primary.post('/webhooks', here.form())
  expect(made.body.secret).toMatch(/^whsec_/)
  expect((await primary.put(`/webhooks/${made.body.id}/on`, { on: false })).body.state).toBe('off')
  const read = await clientFor(here.app, here.world.users.firstPrimary, ['referrals:read'])
  expect((await read.get('/webhooks')).status).toBe(404)
})

function fail(): never {
  throw new Error('nothing came')
}
