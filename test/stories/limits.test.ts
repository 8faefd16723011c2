/** What a client may not do to the server: dawdle, flood, nest, or learn from how it breaks. */
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PublicEnv } from '#src/web/env.ts'
import { listen } from '#src/web/listen.ts'
import { speaker } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { type Furnished, furnish } from '#test/permissions/furnished.ts'
import { tokenFor } from '#test/permissions/roles.ts'

let app: App
let world: Furnished
beforeAll(async () => {
  app = await startApp({ BASE_URL: 'https://onward.example' })
  world = await furnish(app)
})
afterAll(() => app?.stop())

/** Everything that the server says to these bytes, until it hangs up. */
function say(port: number, ...pieces: string[]): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket
      .on('data', data => (heard += data))
      .on('error', () => {})
      .on('close', () => resolve(heard))
    for (const piece of pieces) socket.write(piece)
  })
}

test('SECURITY: who dawdles over headers or a body is cut off, too many headers are refused, and no answer names a server', async () => {
  const slow = new Hono<PublicEnv>()
    .post('/', async c => c.text(await c.req.text()))
    .onError((_, c) => c.body(null, 400))
  const limits = { headersTimeout: 150, requestTimeout: 300, connectionsCheckingInterval: 50 }
  const server = await listen(slow, { port: 0, host: '127.0.0.1' }, limits)
  const head = 'POST / HTTP/1.1\r\nHost: a\r\n'
  const heard = {
    headers: await say(server.port, head),
    body: await say(server.port, `${head}Content-Length: 100\r\n\r\nabc`),
    long: await say(server.port, `${head}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`),
    nonsense: await say(server.port, 'HELLO\r\n\r\n'),
    twice: await say(server.port, `${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc`),
  }
  await server.close()
  expect(heard.headers).toMatch(/^(HTTP\/1\.1 408 |$)/)
  expect(heard.body).toMatch(/^(HTTP\/1\.1 408 |$)/)
  expect(heard.long).toMatch(/^HTTP\/1\.1 431 /)
  expect(heard.nonsense).toMatch(/^HTTP\/1\.1 400 /)
  expect(heard.twice).toMatch(/^HTTP\/1\.1 400 /)
  expect(Object.values(heard).join()).not.toMatch(/node|hono|server:|\bat .*:\d/i)
})

test('SECURITY: a form of a hundred thousand fields is refused at once, on every page that takes one', async () => {
  const browser = app.browser()
  const body = Array.from({ length: 100_000 }, (_, nth) => `${nth.toString(36)}=`).join('&')
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const path of ['/sign-in', '/forgotten-password', '/r', '/p', `/f/${world.entry}`]) {
    const began = performance.now()
    expect((await browser.request(path, { method: 'POST', body, headers })).status, path).toBe(413)
    expect(performance.now() - began, path).toBeLessThan(5000)
  }
})

test('SECURITY: only files make a body large: fields alone stop at a megabyte on the form without an account too', async () => {
  const body = new URLSearchParams({ circumstances: 'x'.repeat(2_000_000) })
  expect((await app.browser().request(`/f/${world.entry}`, { method: 'POST', body })).status).toBe(413)
  const form = new FormData()
  form.append('files', new File([new Uint8Array(65 * 1024 * 1024)], 'a.pdf'))
  expect((await app.browser().request(`/f/${world.entry}`, { method: 'POST', body: form })).status).toBe(413)
})

test('SECURITY: JSON nested a hundred thousand deep is refused in plain words', async () => {
  const { post } = speaker(app.url, await tokenFor(app, world.world.users.first))
  for (const text of [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, '{"a":'.repeat(40_000), '['.repeat(200_000)]) {
    const { status, body } = await post('/referrals/search', text)
    expect([400, 422]).toContain(status)
    expect(body.code).toMatch(/malformed|invalid/)
  }
})

test('SECURITY: every kind of answer carries the headers, names no server and keeps out of caches', async () => {
  const browser = app.browser()
  const session = (await app.as(world.world.users.referrer)).cookies.get('session') ?? ''
  const cookie = { cookie: `__Host-session=${session}` }
  const api = { authorization: `Bearer ${await tokenFor(app, world.world.users.referrer)}` }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const kinds: [string, string, RequestInit, number][] = [
    ['page', '/', { headers: cookie }, 200],
    ['personal page', `/referrals/${world.referral}`, { headers: cookie }, 200],
    ['sent to sign in', '/referrals', {}, 303],
    ['absent', '/nowhere', { headers: cookie }, 404],
    ['form without a token', '/sign-in', { method: 'POST', body: 'a=b', headers: form }, 403],
    ['too large', '/sign-in', { method: 'POST', body: 'x'.repeat(1_100_000), headers: form }, 413],
    ['table', `/referrals/${world.referral}/csv`, { headers: cookie }, 200],
    ['workbook', `/referrals/${world.referral}/xlsx`, { headers: cookie }, 200],
    ['attachment', `/referrals/${world.referral}/files/${world.file}`, { headers: cookie }, 200],
    ['API', '/api/v1/me', { headers: api }, 200],
    ['API problem', '/api/v1/me', {}, 401],
    ['API file', `/api/v1/referrals/${world.referral}/files/${world.file}`, { headers: api }, 200],
    ['health', '/healthz', {}, 200],
    ['public form', `/f/${world.entry}`, {}, 200],
    ['own referral', '/r', {}, 200],
    ['embedded form', `/f/${world.entry}/embed`, {}, 200],
    ['method that is none', '/sign-in', { method: 'DELETE' }, 404],
  ]
  for (const [kind, path, init, status] of kinds) {
    const { headers, status: got } = await browser.request(path, init)
    expect(got, kind).toBe(status)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy, kind).toMatch(/default-src 'none'/)
    expect(policy, kind).not.toMatch(/unsafe|\*|http:/)
    expect(policy, kind).toMatch(/frame-ancestors '(none|self)'|sandbox/)
    const said = Object.fromEntries(headers)
    expect(said, kind).toMatchObject({
      ...{ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' },
      ...{ 'cross-origin-opener-policy': 'same-origin', 'cache-control': 'no-store' },
      ...{ 'strict-transport-security': 'max-age=63072000; includeSubDomains; preload' },
    })
    expect(said['referrer-policy'], kind).toMatch(/^(same-origin|no-referrer)$/)
    expect(said['permissions-policy'], kind).toContain('camera=()')
    for (const banner of ['server', 'x-powered-by', 'via', 'x-runtime']) expect(said[banner], kind).toBeUndefined()
  }
})
