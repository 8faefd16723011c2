/** SECURITY: what is typed when a session ends is kept for who typed it, and for nobody else. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '#src/auth/password.ts'
import { setPassword } from '#src/db/credentials.ts'
import { type App, password, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type World } from '#test/network.ts'
import { hidden, setUpApp } from '#test/one-time.ts'

const typed = 'Morag rang back.\nThe lock-out is on Thursday & nobody knows.'
let app: App
let world: World
let now: Date
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  const hash = await hashPassword(password)
  for (const id of [world.users.first, world.users.referrer, world.users.coordinator])
    await setPassword(app.database.owner, id, hash, new Date())
})
afterAll(async () => {
  await world?.stop()
  await app?.stop()
})
beforeEach(() => {
  now = new Date()
  app.clock.now = () => now
})
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const emailOf = async (id: string) => {
  const query = app.database.owner.selectFrom('user').select('email').where('id', '=', id)
  return (await query.executeTakeFirstOrThrow()).email
}

async function helped() {
  const { id } = await world.send({ needs: ['food', 'housing'], ask: ['first', 'second'] })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  return `/referrals/${id}`
}
/** As a browser does, which says on which page the form was. */
async function send(browser: Browser, page: string, path: string, fields: Record<string, string | string[]>) {
  const { text } = await browser.get(page)
  const token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? ''
  return (moment: 'late' | 'now' = 'late') => {
    if (moment === 'late') later(61)
    const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map(one => [name, one]))
    const body = new URLSearchParams([['token', token], ...pairs] as [string, string][])
    return browser.request(path, { method: 'POST', body, headers: { referer: `${app.url}${page}`, origin: app.url } })
  }
}
async function signIn(browser: Browser, userId: string, location: string) {
  await browser.get(location)
  const next = new URL(location, app.url).searchParams.get('next') ?? ''
  expect(next).toContain('unsent=')
  return browser.post('/sign-in', { email: await emailOf(userId), password, next })
}
const textareas = (text: string) => /<textarea[^>]*name="body"[^>]*>([^<]*)</.exec(text)?.[1]

test('SECURITY: a note sent after the session ended is shown again after signing in, and nothing was done by itself', async () => {
  const page = await helped()
  const browser = await app.as(world.users.first)
  const late = await send(browser, page, `${page}/notes`, { kind: 'private', body: typed })
  const led = await late()
  expect(led.status).toBe(303)
  expect(led.location).toMatch(/^\/sign-in\?next=/)
  const asked = await browser.get(led.location ?? '')
  expect(asked.text).toContain('What you typed is kept for an hour')
  expect(asked.text).not.toContain('lock-out')
  expect(await notes()).not.toContain('lock-out')

  const { location } = await signIn(browser, world.users.first, led.location ?? '')
  const again = await browser.get(location ?? '')
  expect(again.text).toContain('what you typed is still here')
  expect(textareas(again.text)).toBe(typed.replace('&', '&amp;'))
  expect(again.text).toMatch(/name="kind"[^>]*value="private"[^>]*checked|checked[^>]*value="private"/)
  expect(await notes()).not.toContain('lock-out')
  expect((await browser.post(`${page}/notes`, { kind: 'private', body: typed })).status).toBe(303)
  expect(await notes()).toContain('lock-out')
})

test('SECURITY: another account never sees it, it is nowhere in clear, and it is gone after an hour', async () => {
  const page = await helped()
  const browser = await app.as(world.users.first)
  const led = await (await send(browser, page, `${page}/notes`, { kind: 'regular', body: typed }))()
  const stored = JSON.stringify(await app.database.owner.selectFrom('unsentForm').selectAll().execute())
  expect(stored).not.toContain('lock-out')
  const { location } = await signIn(browser, world.users.referrer, led.location ?? '')
  const other = await browser.get(location ?? '')
  expect(other.status).toBe(200)
  expect(other.text).not.toContain('lock-out')
  expect(other.text).not.toContain('still here')
  later(61)
  const own = await app.as(world.users.first)
  expect((await own.get(location ?? '')).text).not.toContain('lock-out')
})

test('SECURITY: a form without a mark of ours, or with another’s, keeps nothing', async () => {
  const page = await helped()
  const before = await kept()
  const posted = await app
    .browser()
    .request(`${page}/notes`, { method: 'POST', body: new URLSearchParams({ body: 'x' }) })
  expect(posted.location).toMatch(/^\/sign-in/)
  const { text } = await app.browser().get('/sign-in')
  const token = `${hidden(text, 'token')}.${'A'.repeat(59)}`
  await app.browser().request(`${page}/notes`, { method: 'POST', body: new URLSearchParams({ body: 'x', token }) })
  expect(await kept()).toBe(before)
})

test('SECURITY: signing in again in another tab, the former tab’s form comes back rather than being refused', async () => {
  const page = await helped()
  const browser = await app.as(world.users.first)
  const late = await send(browser, page, `${page}/notes`, { kind: 'regular', body: typed })
  browser.cookies.set('session', (await app.as(world.users.first)).cookies.get('session') ?? '')
  const led = await late('now')
  expect(led.location).toMatch(new RegExp(`^${page}\\?unsent=`))
  expect(textareas((await browser.get(led.location ?? '')).text)).toContain('lock-out')
})

test('SECURITY: it comes back after a second step too', async () => {
  const coordinator = await app.as(world.users.coordinator)
  const { phone } = await setUpApp(app, coordinator)
  const led = await (await send(coordinator, '/preferences/name', '/preferences/name', { name: 'Bethan Quayle' }))()
  const { text } = await signIn(coordinator, world.users.coordinator, led.location ?? '')
  expect(text).toContain('One more step')
  const next = hidden(text, 'next')
  const key = hidden(text, 'key')
  const { location } = await coordinator.post('/sign-in/second', { key, next, code: phone.code(now) })
  expect((await coordinator.get(location ?? '')).text).toMatch(/name="name"[^>]*value="Bethan Quayle"/)
})

test('RES-15: settings come back as they were typed, and what somebody else changed meanwhile is told', async () => {
  const page = '/system/retention'
  const [one, two] = [await app.as(world.users.coordinator), await app.as(world.users.coordinator)]
  await turnOffSecondStep(world.users.coordinator)
  const seen = hidden((await one.get(page)).text, 'seen')
  const late = await send(one, page, page, { retentionMonths: '24', seen })
  expect((await two.fill(page, { retentionMonths: '6', seen })).status).toBe(303)
  const { location } = await signIn(one, world.users.coordinator, (await late()).location ?? '')
  const { text } = await one.get(location ?? '')
  expect(text).toMatch(/name="retentionMonths"[^>]*value="24"/)
  expect(hidden(text, 'seen')).toBe(seen)
  expect((await one.post(page, { retentionMonths: '24', seen: hidden(text, 'seen') })).status).toBe(409)
})

test('SECURITY: an answer to a referral and a part of a service come back, choices and texts as they were', async () => {
  const { id } = await world.send({ needs: ['food', 'housing'], ask: ['first', 'second'] })
  const asked = await app.database.owner.selectFrom('assignment').select('id').where('referralId', '=', id).execute()
  const term = app.database.owner.selectFrom('term').select('id').where('list', '=', 'decline_reason')
  const reason = (await term.where('networkId', '=', world.networkId).limit(1).executeTakeFirstOrThrow()).id
  const service = `/services/${world.services.first}/edit/capacity`
  for (const [role, page, fields, shows] of [
    ['first', `/referrals/${id}/assignments/${asked[0]?.id}/reject`, { reasonId: reason, note: typed }, 'lock-out'],
    ['firstPrimary', service, { capacity: '137' }, 'value="137"'],
  ] as const) {
    await setPassword(app.database.owner, world.users[role], await hashPassword(password), now)
    const browser = await app.as(world.users[role])
    const led = await (await send(browser, page, page, fields))()
    const { location } = await signIn(browser, world.users[role], led.location ?? '')
    const { text } = await browser.get(location ?? '')
    expect(text, page).toContain(shows)
    if ('reasonId' in fields)
      expect(text).toMatch(
        new RegExp(`value="${reason}"[^>]*checked|checked[^>]*value="${reason}"|value="${reason}"[^>]*selected`),
      )
  }
})

test('SECURITY: passwords are never kept', async () => {
  const browser = await app.as(world.users.first)
  const before = await kept()
  const fields = { current: password, password: 'seven-tall-ladders' }
  const led = await (await send(browser, '/preferences/password', '/preferences/password', fields))()
  expect(led.location).toBe('/sign-in?next=%2Fpreferences%2Fpassword')
  expect(await kept()).toBe(before)
})

async function turnOffSecondStep(userId: string) {
  await app.database.owner.deleteFrom('authenticator').where('userId', '=', userId).execute()
}
async function notes() {
  return JSON.stringify(await app.database.owner.selectFrom('note').select('body').execute())
}
async function kept() {
  return (await app.database.owner.selectFrom('unsentForm').select('id').execute()).length
}
