/** Signing in and out, through HTTP on real SQL. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, password, startApp } from '#test/app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const email = (who: string) => `${who}@northbank.example`
const minutes = (count: number) => count * 60_000

test('ADM-5: the right password opens Home, and signing out closes it again', async () => {
  await app.addUser({ email: email('ama'), name: 'Ama Mensah' })
  const browser = app.browser()
  const answer = await browser.fill('/sign-in', { email: ' AMA@northbank.example', password })
  expect(answer).toMatchObject({ status: 303, location: '/' })
  expect((await browser.get('/')).text).toContain('Ama Mensah')
  const kept = new Map(browser.cookies)

  expect((await browser.post('/sign-out')).location).toBe('/sign-in?done=out')

  expect(await browser.get('/')).toMatchObject({ status: 303, location: '/sign-in' })
  const thief = app.browser()
  for (const [name, value] of kept) thief.cookies.set(name, value)
  expect((await thief.get('/')).status).toBe(303)
})

test('ADM-5: signing in again ends the session that the browser had, and signing out has the browser forget its pages', async () => {
  await app.addUser({ email: email('abi') })
  const browser = app.browser()
  await browser.fill('/sign-in', { email: email('abi'), password })
  const first = app.browser()
  for (const [name, value] of browser.cookies) first.cookies.set(name, value)
  await first.get('/work-as')
  const again = await first.post('/sign-in', { email: email('abi'), password })
  expect(again.status).toBe(303)
  expect((await first.get('/')).status).toBe(200)
  expect((await browser.get('/')).status).toBe(303)
  expect((await first.post('/sign-out')).headers.get('clear-site-data')).toBe('"cache"')
})

test('ADM-5: a password is masked, and pasted or filled in by whatever manages passwords', async () => {
  const { text } = await app.browser().get('/sign-in')
  expect(text).toMatch(
    /<input(?=[^>]* name="password")(?=[^>]* type="password")(?=[^>]* autocomplete="current-password")/,
  )
  expect(text).toMatch(/<input(?=[^>]* name="email")(?=[^>]* autocomplete="username")/)
  expect(text).not.toMatch(/onpaste|autocomplete="off"|maxlength="\d\d?"/)
})

test('ADM-5: a wrong password, an unknown address and a disabled account get the same answer', async () => {
  await app.addUser({ email: email('ben') })
  const disabled = await app.addUser({ email: email('cai') })
  await app.database.owner.updateTable('user').set({ disabledAt: new Date() }).where('id', '=', disabled).execute()
  const attempts = [
    { email: email('ben'), password: 'not the password' },
    { email: email('nobody'), password },
    { email: email('cai'), password },
  ]
  const answers = []
  for (const attempt of attempts) answers.push(await app.browser().fill('/sign-in', attempt))
  const shown = answers.map(({ status, text }, at) => ({ status, text: blank(text, attempts[at]?.email ?? '') }))
  expect(shown[0]?.status).toBe(422)
  expect(shown[0]?.text).toContain('The email address or the password is not right')
  expect(shown[1]).toEqual(shown[0])
  expect(shown[2]).toEqual(shown[0])
})

test('the address is kept after a mistake and the password is not', async () => {
  const { text } = await app.browser().fill('/sign-in', { email: email('ben'), password: 'my-secret-typo' })
  expect(text).toContain(`value="${email('ben')}"`)
  expect(text).not.toContain('my-secret-typo')
  expect(text).toContain('<title>Error: ')
  expect((await app.browser().fill('/sign-in')).text).toContain('Enter your email address')
})

test('after signing in one goes on to the page asked for, and only to one of ours', async () => {
  await app.addUser({ email: email('dee') })
  const browser = app.browser()
  expect((await browser.get('/work-as?from=mail')).location).toBe('/sign-in?next=%2Fwork-as%3Ffrom%3Dmail')
  const credentials = { email: email('dee'), password }
  expect((await browser.fill('/sign-in', { ...credentials, next: '/work-as?from=mail' })).location).toBe(
    '/work-as?from=mail',
  )
  expect((await app.browser().fill('/sign-in', { ...credentials, next: '//evil.example' })).location).toBe('/')
})

test('ten guesses in five minutes are all that an account gets, however many come at once and from wherever', async () => {
  await app.addUser({ email: email('eve') })
  const guess = () => app.browser().fill('/sign-in', { email: email('eve'), password: 'a wrong password' })
  const statuses = (await Promise.all(Array.from({ length: 16 }, guess))).map(({ status }) => status)
  expect(statuses.filter(status => status === 422)).toHaveLength(10)
  expect(statuses.filter(status => status === 429)).toHaveLength(6)
  const right = { email: email('eve'), password }
  expect((await app.browser().fill('/sign-in', right)).status).toBe(429)

  app.clock.now = () => new Date(Date.now() + minutes(6))
  expect((await app.browser().fill('/sign-in', right)).status).toBe(303)
  app.clock.now = () => new Date()
})

test('an address that nobody has is throttled alike', async () => {
  const guess = () => app.browser().fill('/sign-in', { email: email('ghost'), password: 'a wrong password' })
  const statuses = (await Promise.all(Array.from({ length: 12 }, guess))).map(({ status }) => status)
  expect(statuses.filter(status => status === 429)).toHaveLength(2)
})

test('a browser that signed in before is not locked out by the guesses of others', async () => {
  await app.addUser({ email: email('flo') })
  const own = app.browser()
  await own.fill('/sign-in', { email: email('flo'), password })
  await own.get('/')
  await own.post('/sign-out')
  const guess = () => app.browser().fill('/sign-in', { email: email('flo'), password: 'a wrong password' })
  await Promise.all(Array.from({ length: 11 }, guess))
  expect((await app.browser().fill('/sign-in', { email: email('flo'), password })).status).toBe(429)

  expect((await own.fill('/sign-in', { email: email('flo'), password })).status).toBe(303)
})

test('a session ends after an idle hour and after twelve hours in any case', async () => {
  const id = await app.addUser({ email: email('gus') })
  const idle = await app.as(id)
  app.clock.now = () => new Date(Date.now() + minutes(61))
  expect((await idle.get('/')).status).toBe(303)

  app.clock.now = () => new Date()
  const busy = await app.as(id)
  for (let passed = 0; passed < 12 * 60; passed += 50) {
    app.clock.now = () => new Date(Date.now() + minutes(passed))
    expect((await busy.get('/')).status).toBe(200)
  }
  app.clock.now = () => new Date(Date.now() + minutes(12 * 60 + 1))
  expect((await busy.get('/')).status).toBe(303)
  app.clock.now = () => new Date()
})

test('sessions end when the user is disabled or gets another role', async () => {
  const { owner } = app.database
  const id = await app.addUser({ email: email('hal') })
  const { id: organisationId } = await owner
    .insertInto('organisation')
    .values({ name: 'Northbank' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await owner.insertInto('membership').values({ userId: id, organisationId, role: 'primary' }).execute()
  const before = await app.as(id)
  expect((await before.get('/')).text).toContain('Northbank')
  await owner.updateTable('membership').set({ role: 'member' }).where('userId', '=', id).execute()
  expect((await before.get('/')).status).toBe(303)

  const after = await app.as(id)
  await owner.updateTable('user').set({ disabledAt: new Date() }).where('id', '=', id).execute()
  expect((await after.get('/')).status).toBe(303)
})

test('somebody in two organisations chooses for which one to work, and never one of others', async () => {
  const { owner } = app.database
  const id = await app.addUser({ email: email('ida') })
  const [first, second, foreign] = await owner
    .insertInto('organisation')
    .values([{ name: 'First Aid' }, { name: 'Second Step' }, { name: 'Third Party' }])
    .returning('id')
    .execute()
  for (const one of [first, second])
    await owner
      .insertInto('membership')
      .values({ userId: id, organisationId: one?.id ?? '', role: 'member' })
      .execute()
  const browser = await app.as(id)
  expect((await browser.get('/')).text).toContain('<b>First Aid</b>')

  expect((await browser.fill('/work-as', { organisation: second?.id ?? '' })).status).toBe(303)
  expect((await browser.get('/')).text).toContain('<b>Second Step</b>')

  expect((await browser.fill('/work-as', { organisation: foreign?.id ?? '' })).status).toBe(404)
  expect((await browser.get('/')).text).toContain('<b>Second Step</b>')
})

test('nothing that was typed while signing in is in the log', () => {
  const log = app.logged.join('\n')
  expect(log).toContain('"route":"/sign-in"')
  expect(log).not.toMatch(/northbank|kettles|wrong password|from=mail/i)
})

/** The page without what differs by design: the address typed, the form's token. */
function blank(text: string, typed: string): string {
  return text.replaceAll(typed, '').replaceAll(/name="token" value="[^"]+"/g, '')
}
