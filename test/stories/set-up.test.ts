/** ADM-1: the first run of an empty installation: the code from the console makes the first administrator, once. */
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { issueSetUpCode } from '#src/actions/issue-set-up-code.ts'
import { type App, password, startApp } from '#test/app.ts'

let app: App
beforeEach(async () => {
  await app?.stop()
  app = await startApp()
})
afterAll(() => app?.stop())

const account = { name: 'Cora Lane', email: 'cora@northbank.example', password }
async function codeOf(at = new Date()): Promise<string> {
  return (await issueSetUpCode(app.database.db, app.config.secret, at))?.code ?? ''
}
async function users(): Promise<string[]> {
  const rows = await app.database.owner.selectFrom('user').select(['email', 'platformAdministrator']).execute()
  return rows.filter(row => row.platformAdministrator).map(({ email }) => email)
}

test('ADM-1: while nobody has an account every page leads to the set-up page; the API keeps its own answers', async () => {
  const browser = app.browser()
  for (const path of ['/', '/sign-in', '/referrals', '/f/anything', '/nowhere'])
    expect(await browser.get(path), path).toMatchObject({ status: 303, location: '/set-up' })
  expect((await browser.get('/set-up')).status).toBe(200)
  expect((await browser.get('/healthz')).status).toBe(200)
  expect((await browser.get('/api/v1/me')).status).toBe(401)
})

test('ADM-1: the code makes the administrator, signed in; after that the set-up page is gone for good', async () => {
  const code = await codeOf()
  expect(await codeOf()).toBe(code)
  const { rows } = await sql<{ row: string }>`select set_up::text as row from set_up`.execute(app.database.owner)
  expect(rows[0]?.row).not.toContain(code)
  const browser = app.browser()
  const made = await browser.fill('/set-up', { ...account, code: code.toLowerCase().replaceAll('-', ' ') })
  expect(made).toMatchObject({ status: 303, location: '/networks/new' })
  expect(await users()).toEqual([account.email])
  expect((await browser.get('/')).text).toContain(account.name)
  expect(app.logged.join()).not.toMatch(new RegExp(`${code}|cora`, 'i'))

  expect((await app.browser().get('/set-up')).status).toBe(404)
  const late = app.browser()
  await late.get('/sign-in')
  expect((await late.post('/set-up', { ...account, code, email: 'late@northbank.example' })).status).toBe(404)
  expect((await late.fill('/sign-in', { email: account.email, password })).status).toBe(303)
  await sql`update "user" set disabled_at = now()`.execute(app.database.owner)
  expect((await app.browser().get('/set-up')).status).toBe(404)
  expect(await codeOf()).toBe('')
})

test('ADM-1: a wrong code, a weak password and blanks are refused beside their fields, and what was typed is kept', async () => {
  const code = await codeOf()
  const browser = app.browser()
  const blank = await browser.fill('/set-up', {})
  expect(blank.status).toBe(422)
  for (const said of [
    'There is a problem',
    'Enter the code from the console',
    'Enter your name',
    'at least 12 characters',
  ])
    expect(blank.text).toContain(said)
  const wrong = await browser.post('/set-up', { ...account, code: 'K7QF-2M9X-H4PD' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('This is not the code that was printed last')
  expect(wrong.text).toContain(account.email)
  expect(wrong.text).not.toContain(password)
  const weak = await browser.post('/set-up', { ...account, code, password: 'password1234' })
  expect(weak.text).toContain('harder to guess')
  expect(await users()).toEqual([])
})

test('ADM-1: a code is good for a day, then another is printed; guesses are counted', async () => {
  const code = await codeOf()
  const day = 24 * 3_600_000
  app.clock.now = () => new Date(Date.now() + day + 60_000)
  const browser = app.browser()
  expect((await browser.fill('/set-up', { ...account, code })).text).toContain('older than 24 hours')
  const another = await codeOf(app.clock.now())
  expect(another).not.toBe(code)
  for (const guess of Array.from({ length: 9 }, () => 'K7QF-2M9X-H4PD'))
    await browser.post('/set-up', { ...account, code: guess })
  expect((await browser.post('/set-up', { ...account, code: another })).status).toBe(429)
  expect(await users()).toEqual([])
})

test('ADM-1: of two who hold the code at once one becomes the administrator, the other is told', async () => {
  const code = await codeOf()
  const people = await Promise.all(
    ['ama', 'ben', 'cai', 'dee'].map(async who => {
      const browser = app.browser()
      await browser.get('/set-up')
      return { browser, email: `${who}@northbank.example` }
    }),
  )
  const answers = await Promise.all(
    people.map(({ browser, email }) => browser.post('/set-up', { ...account, email, code })),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter(status => status === 303)).toHaveLength(1)
  expect(statuses.filter(status => status !== 303).every(status => status === 409 || status === 404)).toBe(true)
  expect(await users()).toHaveLength(1)
})
