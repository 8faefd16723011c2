/** ADM-2, ADM-5: what somebody keeps of their own account, and the second step that a network may ask for. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openLog } from '#src/log.ts'
import { startWorker } from '#src/worker/index.ts'
import { type App, password, startApp } from '#test/app.ts'
import { setUpApp } from '#test/one-time.ts'
import { openPostOffice, type PostOffice } from '#test/post-office.ts'

let app: App
let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
  app = await startApp({ SMTP_URL: post.url })
})
afterAll(async () => {
  await app.stop()
  await post.close()
})

let count = 0
const email = () => `own-${++count}@farbank.example`
const api = (path: string, token: string, method = 'GET') =>
  app.browser().request(path, { method, headers: { authorization: `Bearer ${token}` } })

test('ADM-2: another address is in force once its link was used, a scanner uses nothing up, and the old one is told', async () => {
  const [old, wanted] = [email(), email()]
  const id = await app.addUser({ email: old })
  const browser = await app.as(id)
  const { database, config } = app
  const worker = startWorker({ database, config, log: openLog('silent') })
  expect((await browser.fill('/preferences/email', { email: wanted })).text).toContain('a link is on its way there')
  const letterTo = (address: string) => () => post.letters.find(({ envelopeTo }) => envelopeTo === address)
  const { text = '' } = await vi.waitUntil(letterTo(wanted), { timeout: 20_000 })
  const link = new URL(/https?:\S+confirm-email\S+/.exec(text)?.[0] ?? '')
  const path = `${link.pathname}${link.search}`
  const scanner = app.browser()
  expect((await scanner.get(path)).text).toContain('Use this address')
  expect((await scanner.get(path)).status).toBe(200)
  expect((await browser.get('/preferences')).text).toContain(old)

  const both = [app.browser(), app.browser()]
  for (const one of both) await one.get(path) // before either uses it: the page has no form afterwards
  const uses = await Promise.all(
    both.map(one => one.post('/confirm-email', { link: link.searchParams.get('token') ?? '' })),
  )
  expect(uses.map(({ status }) => status).sort()).toEqual([200, 410])
  const told = await vi.waitUntil(letterTo(old), { timeout: 20_000 })
  await worker.stop()
  expect(told.text).not.toContain(wanted)
  expect((await app.browser().fill('/sign-in', { email: old, password })).status).toBe(422)
  expect((await app.browser().fill('/sign-in', { email: wanted, password })).status).toBe(303)
})

test('ADM-2: an address that somebody else has gets the same answer and no letter', async () => {
  const taken = email()
  await app.addUser({ email: taken })
  const browser = await app.as(await app.addUser({ email: email() }))
  expect((await browser.fill('/preferences/email', { email: taken })).text).toContain('a link is on its way there')
  const letters = app.database.owner.selectFrom('message').select('id').where('template', '=', 'email_change')
  expect(await letters.where('status', '=', 'queued').execute()).toEqual([])
})

test('ADM-2: devices are listed in words, and signed out one by one or all but this; never those of others', async () => {
  const id = await app.addUser({ email: email() })
  const [own, second, third] = [await app.as(id), await app.as(id), await app.as(id)]
  const stranger = await app.as(await app.addUser({ email: email() }))
  const { text } = await own.get('/preferences/devices')
  expect(text).toContain('This device')
  const [first = ''] = [...text.matchAll(/\/preferences\/devices\/([0-9a-f-]{36})\/end/g)].map(([, one]) => one)
  expect((await stranger.fill('/preferences/devices', {})).status).toBe(404)
  expect((await stranger.post(`/preferences/devices/${first}/end`)).status).toBe(404)
  await own.get('/preferences/devices')
  expect((await own.post(`/preferences/devices/${first}/end`)).status).toBe(303)
  const open = async () => (await Promise.all([second, third].map(one => one.get('/')))).map(({ status }) => status)
  expect((await open()).sort()).toEqual([200, 303])
  expect((await own.post('/preferences/devices/end-others')).status).toBe(303)
  expect(await open()).toEqual([303, 303])
  expect((await own.get('/')).status).toBe(200)
})

test('ADM-2: a token is shown once, works as far as it may, and ends at once when it is revoked', async () => {
  const browser = await app.as(await app.addUser({ email: email() }))
  const asked = { name: 'Case system', scopes: ['directory:read'], days: '30' }
  expect((await browser.fill('/preferences/tokens', { name: '', days: '30' })).text).toContain('Enter a name')
  const made = await browser.post('/preferences/tokens', asked)
  const token = /<code>([\w-]{43})<\/code>/.exec(made.text)?.[1] ?? ''
  const listed = await browser.get('/preferences/tokens')
  expect(listed.text).toContain('Case system')
  expect(listed.text).not.toContain(token)
  const own = await api('/api/v1/me/tokens', token)
  expect(JSON.parse(own.text).tokens).toMatchObject([{ name: 'Case system', scopes: ['directory:read'] }])
  expect((await api('/api/v1/me/sessions', token)).status).toBe(200)
  const json = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const refused = [
    ['PATCH', '/api/v1/me/preferences', '{"language":"cy"}'],
    ['PUT', '/api/v1/me/notifications', '{"asked":"now","received":"now","sent":"now","question":"now"}'],
    ['DELETE', '/api/v1/me/sessions', null],
  ] as const
  for (const [method, path, body] of refused)
    expect(
      (
        await app
          .browser()
          .request(path, { method, body, headers: body ? json : { authorization: json.authorization } })
      ).status,
      path,
    ).toBe(403)
  expect((await browser.get('/preferences')).status).toBe(200)
  const [, id = ''] = /\/preferences\/tokens\/([0-9a-f-]{36})\/revoke/.exec(listed.text) ?? []
  expect((await browser.post(`/preferences/tokens/${id}/revoke`)).status).toBe(303)
  expect((await api('/api/v1/me', token)).status).toBe(401)
})

test('ADM-5: where a network asks for it, coordinators and administrators set a second step up before anything else, tokens included', async () => {
  const { owner } = app.database
  const network = { name: 'Farbank', slug: 'farbank', settings: JSON.stringify({}) }
  const { id: networkId } = await owner
    .insertInto('network')
    .values({ ...network, colour: '#0b5a4e' } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  const id = await app.addUser({ email: email() })
  await owner.insertInto('grantInNetwork').values({ networkId, userId: id, role: 'coordinator' }).execute()
  const member = await app.as(await app.addUser({ email: email() }))
  const administrator = await app.as(await app.addUser({ email: email(), administrator: true }))
  const browser = await app.as(id)
  await browser.get('/preferences/tokens')
  const made = await browser.post('/preferences/tokens', { name: 'Key', scopes: ['directory:read'], days: '30' })
  const token = /<code>([\w-]{43})<\/code>/.exec(made.text)?.[1] ?? ''
  const { text } = await browser.get('/system/sign-in-rules')
  expect(text).toContain('of 2 have no second step yet')
  const seen = /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? ''
  expect((await browser.post('/system/sign-in-rules', { seen, requireTwoStep: 'yes' })).status).toBe(303)

  for (const one of [browser, administrator]) {
    expect((await one.get('/')).location).toBe('/preferences/two-step')
    expect((await one.get('/preferences/name')).location).toBe('/preferences/two-step')
    expect((await one.get('/preferences/two-step')).text).toContain('Your network asks this of you')
  }
  expect((await member.get('/')).status).toBe(200)
  expect((await api('/api/v1/me', token)).status).toBe(403)

  await setUpApp(app, browser)
  expect((await browser.get('/')).status).toBe(200)
  expect((await api('/api/v1/me', token)).status).toBe(200)
  await browser.get('/preferences/two-step/app/remove')
  expect((await browser.post('/preferences/two-step/app/remove')).status).toBe(409)
  expect((await administrator.get('/')).location).toBe('/preferences/two-step')
})
