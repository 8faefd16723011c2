/** ADM-2, ADM-5: two-step verification by an authenticator app, with real codes. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type App, password, startApp } from '#test/app.ts'
import { hidden, scan, setUpApp } from '#test/one-time.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

let now: Date
beforeEach(() => {
  now = new Date()
  app.clock.now = () => now
})

let count = 0
const email = () => `two-step-${++count}@eastbank.example`
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

/** The page of the second step, after the right password. */
async function firstStep(address: string, browser = app.browser()) {
  const { text, status } = await browser.fill('/sign-in', { email: address, password })
  expect(status).toBe(200)
  expect(text).toContain('One more step')
  return { browser, key: hidden(text, 'key'), text }
}

test('ADM-2: an app is on once a code of it came back, and codes to recover are shown this once', async () => {
  const address = email()
  const id = await app.addUser({ email: address })
  const [browser, elsewhere] = [await app.as(id), await app.as(id)]
  const { text } = await browser.get('/preferences/two-step/app')
  expect(text).toMatch(/<svg class="qr" viewBox="0 0 \d+ \d+"/)
  const wrong = await browser.post('/preferences/two-step/app', { key: hidden(text, 'key'), code: '000000' })
  expect(wrong.status).toBe(422)
  expect(scan(wrong.text).code(now)).toBe(scan(text).code(now))
  expect(hidden(await signedInText(address), 'key')).toBe('')

  const { codes } = await setUpApp(app, browser)
  expect(codes).toHaveLength(10)
  expect((await browser.get('/preferences/two-step')).text).toContain('10 are left')
  expect((await browser.get('/preferences/two-step')).text).not.toContain(codes[0])
  expect((await elsewhere.get('/')).status).toBe(303)
  const stored = JSON.stringify(await app.database.owner.selectFrom('recoveryCode').selectAll().execute())
  for (const code of codes) expect(stored).not.toContain(code)
})

test('ADM-5: with an app the password alone opens nothing; a code of now does, and works once', async () => {
  const address = email()
  const { phone } = await setUpApp(app, await app.as(await app.addUser({ email: address })))
  later(1)
  const first = await firstStep(address)
  expect((await first.browser.get('/')).status).toBe(303)
  expect(first.text).toContain('autocomplete="one-time-code"')
  const code = phone.code(now)
  const right = await first.browser.post('/sign-in/second', { key: first.key, next: '/preferences', code })
  expect(right).toMatchObject({ status: 303, location: '/preferences' })
  expect((await first.browser.get('/')).status).toBe(200)

  const again = await firstStep(address)
  const replayed = await again.browser.post('/sign-in/second', { key: again.key, code })
  expect(replayed.status).toBe(422)
  expect(replayed.text).toContain('was used already')
  expect((await again.browser.get('/')).status).toBe(303)
})

test('ADM-5: of two who send the same code at once, one comes in', async () => {
  const address = email()
  const { phone } = await setUpApp(app, await app.as(await app.addUser({ email: address })))
  later(1)
  const tries = await Promise.all(Array.from({ length: 6 }, () => firstStep(address)))
  const code = phone.code(now)
  const answers = await Promise.all(tries.map(({ browser, key }) => browser.post('/sign-in/second', { key, code })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422, 422, 422])
})

test('ADM-5: a recovery code works once, however it is typed, and new ones end the old ones', async () => {
  const address = email()
  const browser = await app.as(await app.addUser({ email: address }))
  const { codes } = await setUpApp(app, browser)
  const typed = (codes[3] ?? '').toUpperCase().replaceAll('-', ' ')
  const first = await firstStep(address)
  expect((await first.browser.post('/sign-in/second', { key: first.key, code: typed })).status).toBe(303)
  const second = await firstStep(address)
  expect((await second.browser.post('/sign-in/second', { key: second.key, code: typed })).status).toBe(422)

  expect((await browser.get('/preferences/two-step')).text).toContain('9 are left')
  const renewed = await browser.post('/preferences/two-step/codes')
  expect(renewed.text).toContain('Keep these codes safe')
  const third = await firstStep(address)
  expect((await third.browser.post('/sign-in/second', { key: third.key, code: codes[4] ?? '' })).status).toBe(422)
})

test('ADM-5: codes are guessed ten times in five minutes at most, and a browser that is known is not locked out by others', async () => {
  const address = email()
  const { phone } = await setUpApp(app, await app.as(await app.addUser({ email: address })))
  const known = app.browser()
  later(1)
  const mine = await firstStep(address, known)
  expect((await known.post('/sign-in/second', { key: mine.key, code: phone.code(now) })).status).toBe(303)
  later(1)
  const { browser, key } = await firstStep(address)
  const guesses = await Promise.all(
    Array.from({ length: 14 }, (_, at) => browser.post('/sign-in/second', { key, code: `00000${at % 10}` })),
  )
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(4)
  expect((await browser.post('/sign-in/second', { key, code: phone.code(now) })).status).toBe(429)

  await known.get('/')
  await known.post('/sign-out')
  const own = await firstStep(address, known)
  expect((await known.post('/sign-in/second', { key: own.key, code: phone.code(now) })).status).toBe(303)
})

test('ADM-5: the first step is good for ten minutes, until the password changes, and for its own account', async () => {
  const address = email()
  const id = await app.addUser({ email: address })
  const browser = await app.as(id)
  const { phone } = await setUpApp(app, browser)
  later(1)
  const slow = await firstStep(address)
  later(11)
  expect((await slow.browser.post('/sign-in/second', { key: slow.key, code: phone.code(now) })).status).toBe(410)

  const early = await firstStep(address)
  const changed = { current: password, password: 'eleven-quiet-harbours' }
  expect((await browser.fill('/preferences/password', changed)).location).toBe('/preferences/password?done=saved')
  expect((await early.browser.post('/sign-in/second', { key: early.key, code: phone.code(now) })).status).toBe(410)
  expect((await early.browser.post('/sign-in/second', { key: 'x'.repeat(60), code: '123456' })).status).toBe(410)
})

test('ADM-2: the app is removed only by who shows again that it is them, with password and code', async () => {
  const address = email()
  const browser = await app.as(await app.addUser({ email: address }))
  const { phone } = await setUpApp(app, browser)
  later(16)
  const asked = await browser.get('/preferences/two-step/app/remove')
  expect(asked.location).toBe('/preferences/prove?next=%2Fpreferences%2Ftwo-step%2Fapp%2Fremove')
  await browser.get(asked.location ?? '')
  expect((await browser.post('/preferences/two-step/app/remove')).location).toMatch(/^\/preferences\/prove/)
  const prove = (fields: Record<string, string>) =>
    browser.fill('/preferences/prove', { next: '/preferences/two-step/app/remove', ...fields })
  expect((await prove({ password: 'not my password', code: phone.code(now) })).text).toContain('not right')
  expect((await prove({ password, code: '' })).text).toContain('Enter the code')
  expect((await prove({ password, code: phone.code(now) })).location).toBe('/preferences/two-step/app/remove')
  expect((await browser.get('/preferences/two-step/app/remove')).text).toContain('your only second step')
  expect((await browser.post('/preferences/two-step/app/remove')).location).toBe('/preferences/two-step?done=removed')
  expect((await app.browser().fill('/sign-in', { email: address, password })).status).toBe(303)
})

test('ADM-4: the audit names each step by its code and says nothing that was typed', async () => {
  const events = await app.database.owner.selectFrom('event').select(['action', 'codes']).execute()
  const actions = new Set(events.map(({ action }) => action))
  for (const action of [
    'addAuthenticator',
    'signIn',
    'secondStepRefused',
    'renewRecoveryCodes',
    'removeAuthenticator',
    'prove',
  ])
    expect(actions).toContain(action)
  expect(JSON.stringify(events)).not.toMatch(/eastbank|harbours|kettles/)
  expect(app.logged.join('\n')).not.toMatch(/eastbank|harbours|kettles/)
})

async function signedInText(address: string): Promise<string> {
  return (await app.browser().fill('/sign-in', { email: address, password })).text
}
