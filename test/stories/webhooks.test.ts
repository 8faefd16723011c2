/** API-3: what happens to referrals is told to other systems: real HTTP, real SQL, and the ways in which it can fail. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeWebhook } from '#src/actions/webhooks/make.ts'
import { openDatabase } from '#src/db/database.ts'
import { webhookKinds } from '#src/domain/webhook.ts'
import { allowedHosts } from '#src/outgoing/hosts.ts'
import { type Dispatch, deliverDue } from '#src/worker/deliver.ts'
import { type Client, clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { type FreshDatabase, freshDatabase } from '#test/database.ts'
import { network, type Role, type World } from '#test/network.ts'
import { openReceiver, type Receiver, verify } from '#test/receiver.ts'

let fresh: FreshDatabase
let app: App
let world: World
let receiver: Receiver
const allowed = allowedHosts(['127.0.0.1'])
const log = { info: () => {}, warn: () => {}, error: () => {} }
const never = new AbortController().signal
const form = (changes = {}) => ({
  name: 'Case system',
  address: receiver.address,
  kinds: [...webhookKinds],
  ...changes,
})

beforeAll(async () => {
  fresh = await freshDatabase()
  app = await startApp({ OUTGOING_ALLOW: '127.0.0.1' }, fresh)
  world = await network({ database: app.database })
  receiver = await openReceiver()
})
afterAll(async () => {
  receiver?.close()
  await app?.stop()
})
beforeEach(async () => {
  await sql`delete from webhook`.execute(app.database.owner)
  receiver.taken.length = 0
  receiver.behave(() => 200)
})

const dispatch = (over: Partial<Dispatch> = {}): Dispatch => ({
  ...{ db: app.database.owner, ctx: { ...world.ctx, db: app.database.db }, allowed, log, milliseconds: 3000, ...over },
})
async function drain(over: Partial<Dispatch> = {}) {
  while (await deliverDue(dispatch(over), never));
}
const later = (hours: number) => () => new Date(Date.now() + hours * 3_600_000)
async function hook(role: Role = 'firstPrimary', changes = {}) {
  const ctx = await world.as(role)
  const owner =
    role === 'coordinator' ? { networkId: world.networkId } : { organisationId: ctx.actor.organisationId ?? '' }
  return makeWebhook(ctx, owner, form(changes), allowed)
}
const typesOf = (referral: string) => receiver.heard(referral).map(({ body }) => body.type.replace('referral.', ''))
async function statesOf(id: string) {
  const { rows } = await sql<{
    line: string
  }>`select concat_ws(' ', kind, status, attempts, last_status, last_error) as line
    from webhook_delivery where webhook_id = ${id} order by event_id`.execute(app.database.owner)
  return rows.map(({ line }) => line)
}

test('API-3: each event of a referral arrives in order, signed, with ids alone', async () => {
  const { secret } = await hook()
  const { id, reference } = await world.send({ needs: ['food'], ask: ['first'] })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  await drain()
  expect(typesOf(id)).toEqual(['sent', 'asked', 'accepted'])
  for (const one of receiver.taken) {
    expect(verify(one, secret)).toEqual(one.body)
    expect(() => verify({ ...one, raw: one.raw.replace(reference, 'X') }, secret)).toThrow()
    const { event } = one.body.data
    expect(one.body.data).toEqual({ event, network: world.networkId, referral: { id, reference } })
    for (const word of ['Morag', 'Penhaligon', 'Lantern', 'L4', 'Food', 'savings']) expect(one.raw).not.toContain(word)
  }
  await drain()
  expect(receiver.taken).toHaveLength(3)
})

test('API-3: of a refused one the next wait, those of other referrals do not; with the same id it comes again', async () => {
  const { id: hookId } = await hook()
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  const { id: other } = await world.send({ needs: ['debt'], ask: ['first'] })
  receiver.behave(({ body }) => (body.data.referral.id === id ? 500 : 200))
  await drain()
  expect(receiver.heard(id)).toEqual([])
  expect(typesOf(other)).toEqual(['sent', 'asked'])
  expect((await statesOf(hookId)).slice(0, 2)).toEqual(['sent queued 1 500 status', 'asked queued 0'])
  receiver.behave(() => 200)
  await drain({ ctx: { ...world.ctx, now: later(1) } })
  expect(typesOf(id)).toEqual(['sent', 'asked', 'accepted'])
  const ids = receiver.taken.filter(({ body }) => body.data.referral.id === id).map(one => one.id)
  expect(ids[1]).toBe(ids[0])
})

test('API-3: what does not answer, or cuts the line, is left alone for a minute and tried again', async () => {
  for (const manners of ['hang', 'drop'] as const) {
    await sql`delete from webhook`.execute(app.database.owner)
    receiver.taken.length = 0
    const { id: hookId } = await hook()
    const { id } = await world.send({ needs: ['food'], ask: ['first'] })
    await world.send({ needs: ['food'], ask: ['first'] })
    receiver.behave(() => manners)
    await drain({ milliseconds: 400 })
    expect(receiver.taken).toHaveLength(1)
    expect((await statesOf(hookId))[0]).toBe(`sent queued 1 ${manners === 'hang' ? 'slow' : 'unreachable'}`)
    receiver.behave(() => 200)
    await drain({ ctx: { ...world.ctx, now: later(1) } })
    expect(typesOf(id)).toEqual(['sent', 'asked'])
  }
})

test('API-3: a redirect is not followed, and a private address is never asked', async () => {
  const { id: hookId } = await hook('firstPrimary', { kinds: ['sent'] })
  await world.send({ needs: ['food'], ask: ['first'] })
  receiver.behave(() => 307)
  await drain()
  expect(await statesOf(hookId)).toEqual(['sent queued 1 307 status'])
  await drain({ allowed: allowedHosts([]), ctx: { ...world.ctx, now: later(1) } })
  expect(await statesOf(hookId)).toEqual(['sent queued 2 forbidden'])
  const ctx = await world.as('firstPrimary')
  const owner = { organisationId: world.organisations.first }
  for (const address of [
    'http://10.0.0.1/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'ftp://a.example/',
    'https://u:p@1.1.1.1/',
  ])
    await expect(makeWebhook(ctx, owner, form({ address }), allowedHosts([])), address).rejects.toThrow()
  await expect(makeWebhook(ctx, owner, form({ address: 'http://1.1.1.1/' }), allowed)).rejects.toThrow('https://')
})

test('API-3: two workers, one stopped in the middle: each event arrives once, and in order', async () => {
  await hook()
  const sent = await Promise.all([1, 2, 3, 4].map(() => world.send({ needs: ['food'], ask: ['first'] })))
  for (const { id } of sent) await world.act('first', 'accept', { id, service: 'first' }, {})
  const other = openDatabase(fresh.url)
  const stop = new AbortController()
  receiver.behave(() => {
    if (receiver.taken.length === 5) stop.abort()
    return 200
  })
  const first = deliverDue(dispatch(), stop.signal)
  const second = deliverDue(dispatch({ db: other.owner }), stop.signal)
  await Promise.all([first, second])
  expect(receiver.taken.length).toBeLessThan(12)
  await Promise.all([drain(), drain({ db: other.owner })])
  await other.close()
  expect(receiver.taken).toHaveLength(12)
  for (const { id } of sent) expect(typesOf(id)).toEqual(['sent', 'asked', 'accepted'])
})

test('API-3: who may no longer read a referral is told nothing more of it', async () => {
  await hook()
  await hook('second' as Role)
  const { id } = await world.send({ needs: ['debt'], ask: ['first', 'second'] })
  await drain()
  expect(typesOf(id)).toEqual(['sent', 'asked']) // the second is on the shortlist alone
  await world.act('first', 'reject', { id, service: 'first' }, { reasonId: await declineReason(), note: '' })
  await drain()
  const { id: second } = await world.send({ needs: ['debt'], ask: ['first', 'second'] })
  receiver.taken.length = 0
  await world.act('second', 'accept', { id, service: 'second' }, {})
  await sql`delete from referral_party where referral_id = ${second}`.execute(app.database.owner)
  await drain()
  expect(typesOf(id)).toEqual(['accepted']) // to the second alone: the first declined
  expect(receiver.heard(second)).toEqual([])
})

test('API-3: the coordinators’ webhook is told of the network, and of nothing restricted', async () => {
  await hook('coordinator')
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  const { id: restricted } = await world.send({ needs: ['food'], ask: ['first'] })
  await sql`update referral set restricted = true where id = ${restricted}`.execute(app.database.owner)
  await drain()
  expect(typesOf(id)).toEqual(['sent', 'asked'])
  expect(receiver.heard(restricted)).toEqual([])
})

test('API-3: after 24 hours it is held and the webhook goes off, its keepers are told, and it can be sent again', async () => {
  const { id: hookId } = await hook('firstPrimary', { kinds: ['sent'] })
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  receiver.behave(() => 503)
  for (let hour = 0; hour <= 26; hour++)
    for (const part of [0, 0.05, 0.2, 0.5]) await drain({ ctx: { ...world.ctx, now: later(hour + part) } })
  expect(await statesOf(hookId)).toEqual([expect.stringMatching(/^sent held 29 503/)])
  const primary = await clientFor(app, world.users.firstPrimary)
  expect((await primary.get(`/webhooks/${hookId}`)).body).toMatchObject({ state: 'failed', held: 1, waiting: 0 })
  const { rows } = await sql<{ recipient: string }>`
    select recipient from message where template = 'webhook_off'`.execute(app.database.owner)
  expect(rows.map(({ recipient }) => recipient)).toEqual([`user:${world.users.firstPrimary}`])

  receiver.behave(() => 200)
  const browser = await app.as(world.users.firstPrimary)
  expect((await browser.get(`/webhooks/${hookId}`)).text).toContain('Nothing got through for a whole day')
  expect((await browser.post(`/webhooks/${hookId}/on`)).status).toBe(303)
  const { text } = await browser.get(`/webhooks/${hookId}`)
  const again = /action="(\/webhooks\/[^"]+\/again)"/.exec(text)?.[1] ?? ''
  expect((await browser.post(again)).status).toBe(303)
  await drain()
  expect(typesOf(id)).toEqual(['sent'])
})

test('API-3: on its pages a primary user adds a webhook, sees the secret once, changes it and deletes it', async () => {
  const browser = await app.as(world.users.firstPrimary)
  const wrong = await browser.fill('/webhooks/new', { name: 'Case system', address: 'http://10.0.0.1/', kinds: 'sent' })
  expect(wrong.text).toContain('There is a problem')
  expect(wrong.text).toContain('value="http://10.0.0.1/"')
  const made = await browser.fill('/webhooks/new', { name: 'Case system', address: receiver.address, kinds: 'sent' })
  const [secret = ''] = /whsec_[\w+/=]+/.exec(made.text) ?? []
  expect(secret).toHaveLength(50)
  const [, path = ''] = /href="(\/webhooks\/[0-9a-f-]{36})"/.exec((await browser.get('/webhooks')).text) ?? []
  expect((await browser.get(path)).text).not.toContain('whsec_')
  const second = /whsec_[\w+/=]+/.exec((await browser.post(`${path}/secret`)).text)?.[0] ?? ''
  await world.send({ needs: ['food'], ask: ['first'] })
  await drain()
  for (const one of [secret, second]) expect(verify(receiver.taken[0] ?? fail(), one)).toBeTruthy()
  await sql`update webhook_delivery set status = 'queued'`.execute(app.database.owner)
  await drain({ ctx: { ...world.ctx, now: later(25) } })
  const [, last] = receiver.taken
  expect(last?.headers['webhook-signature']?.split(' ')).toHaveLength(1)
  expect((await browser.get(path)).text).toContain('Answered 200')
  await browser.fill(`${path}/edit`, { name: 'New name', address: receiver.address, kinds: ['sent', 'closed'] })
  expect((await browser.get(path)).text).toContain('New name')
  await browser.fill(`${path}/delete`)
  expect((await browser.get(path)).status).toBe(404)
  const { rows } = await sql`select from webhook where secret::text like ${`%${secret}%`}`.execute(app.database.owner)
  expect(rows).toEqual([])
})

test('API-3: nobody sees or changes the webhooks of others', async () => {
  const { id } = await hook()
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
    clients.push(await clientFor(app, world.users[role]))
  for (const client of clients) {
    expect((await client.get(`/webhooks/${id}`)).status).toBe(404)
    expect((await client.get(`/webhooks/${id}/deliveries`)).status).toBe(404)
    expect((await client.put(`/webhooks/${id}`, form())).status).toBe(404)
    expect((await client.post(`/webhooks/${id}/secret`, {})).status).toBe(404)
    expect((await client.delete(`/webhooks/${id}`)).status).toBe(404)
  }
  const primary = await clientFor(app, world.users.firstPrimary)
  expect((await primary.get('/webhooks')).body.webhooks.map((one: { id: string }) => one.id)).toEqual([id])
  expect((await primary.post('/webhooks', { ...form(), network: world.networkId })).status).toBe(404)
  expect((await primary.post('/webhooks', { ...form(), address: 'https://10.0.0.1/' })).status).toBe(422)
  const made = await primary.post('/webhooks', form())
  expect(made.body.secret).toMatch(/^whsec_/)
  expect((await primary.put(`/webhooks/${made.body.id}/on`, { on: false })).body.state).toBe('off')
  const read = await clientFor(app, world.users.firstPrimary, ['referrals:read'])
  expect((await read.get('/webhooks')).status).toBe(404)
})

async function declineReason(): Promise<string> {
  const query = app.database.owner.selectFrom('term').select('id').where('networkId', '=', world.networkId)
  return (await query.where('list', '=', 'decline_reason').limit(1).executeTakeFirstOrThrow()).id
}

function fail(): never {
  throw new Error('nothing came')
}
