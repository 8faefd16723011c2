/** A forgotten password, from the page through the email to the new password. */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { linkToken } from '#src/actions/link-token.ts'
import { openLog } from '#src/log.ts'
import { startWorker } from '#src/worker/index.ts'
import { type App, password, startApp } from '#test/app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const email = (who: string) => `${who}@southbank.example`
const fresh = 'seven-tall-ladders'

/** As the email has it: derived from the message, which holds nothing readable. */
async function linkFor(userId: string) {
  const { id } = await app.database.owner
    .selectFrom('message')
    .select('id')
    .where('userId', '=', userId)
    .where('template', '=', 'reset')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const token = linkToken(app.config.secret, 'reset', id)
  return { token, path: `/reset-password?token=${token}` }
}

function messages() {
  return app.database.owner.selectFrom('message').selectAll().execute()
}

test('ADM-5: a forgotten password is set anew by the link, once, and ends every session', async () => {
  const id = await app.addUser({ email: email('ama') })
  const elsewhere = await app.as(id)
  const browser = app.browser()
  expect((await browser.fill('/forgotten-password', { email: email('ama') })).text).toContain('Look in your email')
  const { token, path } = await linkFor(id)

  expect((await app.browser().get(path)).status).toBe(200) // a mail scanner
  const form = await browser.get(path)
  expect(form.headers.get('referrer-policy')).toBe('no-referrer')
  expect((await browser.post('/reset-password', { link: token, password: fresh })).location).toBe(
    '/sign-in?done=password',
  )

  expect((await elsewhere.get('/')).status).toBe(303)
  expect((await browser.fill('/sign-in', { email: email('ama'), password })).status).toBe(422)
  expect((await browser.fill('/sign-in', { email: email('ama'), password: fresh })).status).toBe(303)
  expect((await app.browser().get(path)).status).toBe(410)
  expect((await app.browser().fill('/forgotten-password')).status).toBe(422)
  expect((await browserAt('/forgotten-password', '/reset-password', { link: token, password: fresh })).status).toBe(410)
})

test('ADM-5: the email that comes has the link, and it opens the page', async () => {
  const { database, config } = app
  await app.addUser({ email: email('hal') })
  const worker = startWorker({ database, config, log: openLog('silent') })
  await app.browser().fill('/forgotten-password', { email: email('hal') })
  const { to, text = '' } = await vi.waitUntil(() => letterTo(join(config.dataDir, 'mail'), email('hal')), {
    timeout: 15_000,
  })
  await worker.stop()
  expect(to).toMatchObject([{ address: email('hal') }])
  const link = new URL(/https?:\S+reset-password\S+/.exec(text)?.[0] ?? '')
  expect((await app.browser().get(`${link.pathname}${link.search}`)).text).toContain('Choose a new password')
})

test('ADM-5: whoever asks learns nothing of who has an account, and nobody else gets a message', async () => {
  await app.addUser({ email: email('ben') })
  const before = (await messages()).length
  const known = await app.browser().fill('/forgotten-password', { email: email('ben') })
  const unknown = await app.browser().fill('/forgotten-password', { email: email('zed') })
  expect(unknown.status).toBe(known.status)
  expect(unknown.text.replaceAll(email('zed'), '')).toEqual(known.text.replaceAll(email('ben'), ''))
  expect((await messages()).length).toBe(before + 1)
})

test('a weak password is refused and leaves the link good', async () => {
  const id = await app.addUser({ email: email('cai'), name: 'Cai Probert' })
  await app.browser().fill('/forgotten-password', { email: email('cai') })
  const { token, path } = await linkFor(id)
  const choose = (chosen: string) => browserAt(path, '/reset-password', { link: token, password: chosen })
  expect((await choose('short')).text).toContain('at least 12 characters')
  expect((await choose('password123456')).text).toContain('harder to guess')
  expect((await choose('caiprobert2026')).text).toContain('harder to guess')
  expect((await choose(fresh)).status).toBe(303)
})

test('a link is worth nothing after half an hour, nor once another was used', async () => {
  const id = await app.addUser({ email: email('dee') })
  const ask = () => app.browser().fill('/forgotten-password', { email: email('dee') })
  await ask()
  const first = await linkFor(id)
  await ask()
  const second = await linkFor(id)
  app.clock.now = () => new Date(Date.now() + 31 * 60_000)
  expect((await app.browser().get(second.path)).status).toBe(410)
  app.clock.now = () => new Date()
  expect((await browserAt(second.path, '/reset-password', { link: second.token, password: fresh })).status).toBe(303)
  expect((await app.browser().get(first.path)).status).toBe(410)
})

test('two who use one link at once: one wins', async () => {
  const id = await app.addUser({ email: email('eve') })
  await app.browser().fill('/forgotten-password', { email: email('eve') })
  const { token, path } = await linkFor(id)
  const use = (chosen: string) => browserAt(path, '/reset-password', { link: token, password: chosen })
  const answers = await Promise.all(['seven-tall-ladders', 'eight-low-benches', 'nine-old-anchors'].map(use))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
})

test('five links an hour are the most that anybody can have sent to a person', async () => {
  const id = await app.addUser({ email: email('flo') })
  for (let asked = 0; asked < 7; asked++) await app.browser().fill('/forgotten-password', { email: email('flo') })
  expect((await messages()).filter(({ userId }) => userId === id)).toHaveLength(5)
})

test('neither outbox nor database holds what opens the link', async () => {
  const id = await app.addUser({ email: email('gus') })
  await app.browser().fill('/forgotten-password', { email: email('gus') })
  const { token } = await linkFor(id)
  const stored = JSON.stringify([
    await messages(),
    await app.database.owner.selectFrom('passwordReset').selectAll().execute(),
  ])
  expect(stored).not.toContain(token)
  expect(stored).not.toContain(Buffer.from(token).toString('hex'))
  expect(app.logged.join('\n')).not.toContain(token)
})

async function letterTo(folder: string, address: string) {
  const names = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.eml'))
  const letters = await Promise.all(names.map(async name => PostalMime.parse(await readFile(join(folder, name)))))
  return letters.find(({ to }) => to?.some(one => one.address === address))
}

async function browserAt(page: string, action: string, fields: Record<string, string>) {
  const browser = app.browser()
  await browser.get(page)
  return browser.post(action, fields)
}
