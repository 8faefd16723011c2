/** ADM-2, ADM-5: what protects an account once it is open: its password, its sessions, asking again, and single sign-on beside a second step. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { linkToken } from '#src/actions/link-token.ts'
import { type App, password, startApp } from '#test/app.ts'
import { type IdentityProvider, signInThere, startIdentityProvider } from '#test/identity-provider.ts'
import { hidden, setUpApp } from '#test/one-time.ts'

const baseUrl = 'http://onward.example'
const fresh = 'seven-tall-ladders'
let app: App
let provider: IdentityProvider
let now: Date
beforeAll(async () => {
  provider = await startIdentityProvider(baseUrl)
  app = await startApp({ BASE_URL: baseUrl, ...provider.env })
})
afterAll(async () => {
  await app.stop()
  await provider.stop()
})
beforeEach(() => {
  now = new Date()
  app.clock.now = () => now
})

const email = (who: string) => `${who}@southbank.example`
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

test('ADM-2: a password is changed with the one there is, and every other session ends', async () => {
  const id = await app.addUser({ email: email('ama') })
  const [own, other] = [await app.as(id), await app.as(id)]
  const wrong = await own.fill('/preferences/password', { current: 'not the password', password: fresh })
  expect(wrong.status).toBe(422)
  expect((await other.get('/')).status).toBe(200)
  const weak = await own.fill('/preferences/password', { current: password, password: 'q1w2e3r4t5y6' })
  expect(weak.text).toContain('harder to guess')

  expect((await own.post('/preferences/password', { current: password, password: fresh })).status).toBe(303)
  expect((await own.get('/')).status).toBe(200)
  expect((await other.get('/')).status).toBe(303)
  expect((await app.browser().fill('/sign-in', { email: email('ama'), password })).status).toBe(422)
  expect((await app.browser().fill('/sign-in', { email: email('ama'), password: fresh })).status).toBe(303)
})

test('ADM-2: one sees where one is signed in and ends it there, and nobody else’s', async () => {
  const [id, another] = [await app.addUser({ email: email('ben') }), await app.addUser({ email: email('cai') })]
  const [own, lost, foreign] = [await app.as(id), await app.as(id), await app.as(another)]
  const { text } = await own.get('/preferences/devices')
  const end = /action="(\/preferences\/devices\/[0-9a-f-]{36}\/end)"/.exec(text)?.[1] ?? ''
  await foreign.get('/preferences/devices')
  await foreign.post(end)
  expect((await lost.get('/')).status).toBe(200)
  await own.get('/preferences/devices')
  expect((await own.post(end)).status).toBe(303)
  expect((await lost.get('/')).status).toBe(303)
  expect((await own.get('/')).status).toBe(200)
})

test('ADM-5: a quarter of an hour later what matters most asks again who it is', async () => {
  const own = await app.as(await app.addUser({ email: email('dee') }))
  for (const path of [
    '/preferences/email',
    '/preferences/two-step/app',
    '/preferences/passkeys',
    '/preferences/tokens',
  ]) {
    later(16)
    const asked = await own.get(path)
    expect(asked.location, path).toContain('/preferences/prove?')
    const next = new URL(asked.location ?? '', baseUrl).searchParams.get('next') ?? ''
    await own.get(asked.location ?? '')
    expect((await own.post('/preferences/prove', { password: 'not the password', next })).status).toBe(422)
    expect((await own.post('/preferences/prove', { password, next })).location).toBe(path)
    expect((await own.get(path)).status).toBe(200)
  }
})

test('ADM-5: single sign-on with one factor does not pass a second step by; with two it counts as one', async () => {
  const id = await app.addUser({ email: email('eli') })
  const { phone } = await setUpApp(app, await app.as(id))
  provider.seat({ subject: 's-eli', email: email('eli') })
  const browser = app.browser()
  const asked = await signInThere(browser)
  expect(asked.text).toContain('One more step')
  expect((await browser.get('/')).status).toBe(303)
  later(1)
  const key = hidden(asked.text, 'key')
  expect((await browser.post('/sign-in/second', { key, code: phone.code(now) })).status).toBe(303)
  expect((await browser.get('/')).status).toBe(200)

  provider.seat({ subject: 's-eli', email: email('eli'), amr: ['pwd', 'otp'] })
  expect((await signInThere(app.browser())).location).toBe('/')
})

test('ADM-5: where a network asks for two steps, two shown to the provider are enough, and one is not', async () => {
  const id = await app.addUser({ email: email('gil') })
  const network = { name: 'Southbank', slug: 'southbank', colour: '#0b5a4e', settings: { requireTwoStep: true } }
  const { id: networkId } = await app.database.owner
    .insertInto('network')
    .values({ ...network, settings: JSON.stringify(network.settings) } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  const grant = { networkId, userId: id, role: 'coordinator' as const }
  await app.database.owner.insertInto('grantInNetwork').values(grant).execute()
  const seat = { subject: 's-gil', email: email('gil') }
  for (const [amr, location] of [
    [['pwd'], '/preferences/two-step'],
    [['pwd', 'otp'], null],
  ] as const) {
    provider.seat({ ...seat, amr: [...amr] })
    const browser = app.browser()
    await signInThere(browser)
    expect((await browser.get('/')).location, amr.join()).toBe(location)
  }
})

test('ADM-5: a new password by email leaves the second step as it is', async () => {
  const id = await app.addUser({ email: email('fay') })
  await setUpApp(app, await app.as(id))
  await app.browser().fill('/forgotten-password', { email: email('fay') })
  const reset = await app.database.owner
    .selectFrom('passwordReset')
    .select('id')
    .where('userId', '=', id)
    .executeTakeFirstOrThrow()
  const link = linkToken(app.config.secret, 'reset', reset.id)
  const browser = app.browser()
  await browser.get(`/reset-password?token=${link}`)
  expect((await browser.post('/reset-password', { link, password: fresh })).status).toBe(303)
  const { text } = await browser.fill('/sign-in', { email: email('fay'), password: fresh })
  expect(text).toContain('One more step')
  expect((await browser.get('/')).status).toBe(303)
})
