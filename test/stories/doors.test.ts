/** What stands before every page: doors, forged forms, headers, limits, health. */
import { request } from 'node:http'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken, newToken } from '#src/auth/secrets.ts'
import { assertDoors } from '#src/web/doors.ts'
import type { PublicEnv } from '#src/web/env.ts'
import { type App, password, startApp } from '#test/app.ts'

let app: App
let userId: string
beforeAll(async () => {
  app = await startApp()
  userId = await app.addUser({ email: 'ama@westbank.example' })
})
afterAll(() => app.stop())

test('a route without a door stops the start and is named', () => {
  const forgotten = new Hono<PublicEnv>().get('/sign-in', c => c.text('')).post('/secrets/:id', c => c.text(''))
  expect(() => assertDoors(forgotten)).toThrow('POST /secrets/:id')
})

test('nobody signed in is sent to sign in from a page, and told 401 by the API', async () => {
  expect(await app.browser().get('/work-as')).toMatchObject({ status: 303, location: '/sign-in?next=%2Fwork-as' })
  const absent = await app.browser().get('/api/v1/nothing')
  expect(absent.status).toBe(404)
  expect(absent.headers.get('content-type')).toBe('application/problem+json')
  expect(JSON.parse(absent.text)).toMatchObject({ status: 404, code: 'not_found' })
})

test('a form without our token is refused, whoever is signed in', async () => {
  const browser = await app.as(userId)
  const origin = new URL(app.url).origin
  const bare = await browser.request('/sign-out', { method: 'POST', body: new URLSearchParams(), headers: { origin } })
  expect(bare.status).toBe(403)
  expect((await browser.get('/')).status).toBe(200)
})

test('a token of another session, or of nobody, opens nothing', async () => {
  const [mine, theirs, nobody] = [await app.as(userId), await app.as(userId), app.browser()]
  const tokenOf = async (text: string) => /name="token" value="([^"]+)"/.exec(text)?.[1] ?? ''
  for (const other of [await theirs.get('/'), await nobody.get('/sign-in')]) {
    const body = new URLSearchParams({ token: await tokenOf(other.text) })
    expect((await mine.request('/sign-out', { method: 'POST', body })).status).toBe(403)
  }
  expect((await mine.get('/')).status).toBe(200)
})

test('a form that another site sends is refused even with the right token', async () => {
  const browser = await app.as(userId)
  const { text } = await browser.get('/')
  const token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const send = (headers: Record<string, string>) =>
    browser.request('/sign-out', { method: 'POST', body: new URLSearchParams({ token }), headers })
  expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await send({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
  expect((await send({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await send({ origin: new URL(app.url).origin })).status).toBe(303)
})

test('every answer forbids what a browser need not do', async () => {
  const browser = await app.as(userId)
  for (const path of ['/', '/sign-in', '/nowhere', '/healthz']) {
    const { headers } = await browser.get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("object-src 'none'; ")
    expect(policy).toContain("base-uri 'none'")
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull()
  }
})

test('pages have nothing inline that the policy would stop', async () => {
  for (const path of ['/sign-in', '/forgotten-password'])
    expect((await app.browser().get(path)).text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/)
})

test('behind https cookies are __Host- and Secure, and browsers are told to stay there', async () => {
  const secure = await startApp({ BASE_URL: 'https://onward.example' })
  await secure.addUser({ email: 'ben@westbank.example' })
  const browser = secure.browser()
  const { headers } = await browser.fill('/sign-in', { email: 'ben@westbank.example', password })
  const cookies = headers.getSetCookie()
  expect(cookies).toHaveLength(2)
  for (const cookie of cookies)
    expect(cookie).toMatch(/^__Host-(session|device)=.*Path=\/.*HttpOnly; Secure; SameSite=Lax$/)
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=63072000; includeSubDomains/)
  const { headers: switched } = await secure.browser().get('/sign-in?lang=cy')
  expect(switched.getSetCookie().join()).toMatch(/^__Host-language=cy; .*HttpOnly; Secure; SameSite=Lax$/)
  await secure.stop()
})

test('what is absent and what is not for this person look the same', async () => {
  const browser = await app.as(userId)
  const absent = await browser.get('/nowhere/at/all')
  expect(absent.status).toBe(404)
  expect(absent.text).toContain('We cannot find this page')
  expect((await browser.get('/metrics/x')).text).toBe(absent.text.replaceAll('/nowhere/at/all', '/metrics/x'))
})

test('what is refused is logged with who tried which route, by ids and never by address', async () => {
  const browser = await app.as(userId)
  await browser.get('/users/7c9e6679-7425-40de-944b-e07fc1f90ae7?name=Ama')
  await browser.request('/sign-out', { method: 'POST', body: new URLSearchParams({ token: 'forged' }) })
  const refused = app.logged.map(line => JSON.parse(line)).filter(({ msg }) => msg === 'refused')
  expect(refused).toContainEqual(expect.objectContaining({ method: 'GET', status: 404, userId }))
  expect(refused).toContainEqual(expect.objectContaining({ route: '/sign-out', status: 403, userId }))
  expect(JSON.stringify(refused)).not.toMatch(/7c9e6679|Ama|forged/)
  expect(refused.every(({ time }) => time > 1_700_000_000_000)).toBe(true)
})

test('nothing of the folder is served and nothing is listed', async () => {
  const browser = app.browser()
  for (const path of [
    '/assets/',
    '/assets',
    '/.git/config',
    '/package.json',
    '/src/main.ts',
    '/assets/..%2fpackage.json',
  ]) {
    const { status, text } = await browser.get(path)
    expect(status, path).toBe(404)
    expect(text).not.toContain('"dependencies"')
  }
})

test('every answer says what it is, in UTF-8', async () => {
  const types = async (path: string) => (await app.browser().get(path)).headers.get('content-type')
  expect(await types('/sign-in')).toBe('text/html; charset=UTF-8')
  expect(await types('/nowhere')).toBe('text/html; charset=UTF-8')
  expect(await types('/healthz')).toBe('application/json')
  expect(await types('/api/v1/openapi.json')).toBe('application/json')
  expect(await types('/api/v1/me')).toBe('application/problem+json')
})

test('a fault of ours says nothing to whoever met it, and to the log its kind and place', async () => {
  const other = await startApp()
  const id = await other.addUser({ email: 'fay@westbank.example' })
  const browser = await other.as(id)
  await sql`alter table membership rename to mislaid`.execute(other.database.owner)
  const { status, text } = await browser.get('/users')
  expect(status).toBe(500)
  expect(text).not.toMatch(/mislaid|membership|select|relation|node_modules|\.ts/)
  expect(other.logged.join()).toMatch(/"type":"error"[^}]*"stack":"/)
  await other.stop()
})

test('methods that no route has, TRACE among them, find nothing', async () => {
  const { port } = new URL(app.url)
  const statuses = await Promise.all(['TRACE', 'PROPFIND', 'OPTIONS'].map(method => statusOf(Number(port), method)))
  expect(statuses).toEqual([404, 404, 404])
})

test('more than a megabyte is refused', async () => {
  const browser = app.browser()
  await browser.get('/sign-in')
  expect((await browser.post('/sign-in', { email: 'x'.repeat(1_100_000) })).status).toBe(413)
})

test('health tells the truth, and figures are for the machine itself or an administrator', async () => {
  const browser = app.browser()
  expect((await browser.get('/healthz')).status).toBe(200)
  expect((await browser.get('/readyz')).status).toBe(200)
  expect((await browser.get('/metrics')).text).toContain('onward_http_request_seconds')
  const proxied = { 'x-forwarded-for': '203.0.113.9' }
  expect((await browser.request('/metrics', { headers: proxied })).status).toBe(404)

  const token = newToken()
  const administrator = await app.addUser({ email: 'root@westbank.example', administrator: true })
  const row = {
    userId: administrator,
    name: 'metrics',
    hash: hashToken(token),
    scopes: [],
    expiresAt: new Date(Date.now() + 60_000),
  }
  await app.database.owner.insertInto('token').values(row).execute()
  const authorised = { ...proxied, authorization: `Bearer ${token}` }
  expect((await browser.request('/metrics', { headers: authorised })).status).toBe(200)
})

test('while the database is away pages say so with 503 and when to try again', async () => {
  const other = await startApp({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' })
  const browser = other.browser()
  browser.cookies.set('session', newToken())
  const answer = await browser.get('/')
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('10')
  expect((await browser.get('/readyz')).status).toBe(503)
  expect((await browser.get('/healthz')).status).toBe(200)
  await other.stop()
})

test('the same page in Welsh is one link away and stays Welsh', async () => {
  const browser = app.browser()
  expect(await browser.get('/sign-in?next=%2Fwork-as&lang=cy')).toMatchObject({
    status: 303,
    location: '/sign-in?next=%2Fwork-as',
  })
  expect((await browser.get('/sign-in')).text).toContain('<html lang="cy">')
})

/** Asked as browsers never do. */
function statusOf(port: number, method: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path: '/sign-in', method }, answer => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.on('error', reject).end()
  })
}
