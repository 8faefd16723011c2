/** API-1: the pages about the API: what they say works, and the reference runs under the strict policy. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWebhookSecret, signedHeaders } from '#src/auth/standard-webhooks.ts'
import type { ReportExample } from '#src/reports/examples.ts'
import { reports } from '#src/reports/index.ts'
import { buildWorld, clientFor, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { openChromium } from '#test/browser/chromium.ts'

const shell = promisify(execFile)
let app: App
let world: World

beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app)
})
afterAll(() => app.stop())

const codesIn = (text: string) =>
  [...text.matchAll(/<pre class="code"[^>]*><code>(.*?)<\/code>/gs)].map(([, code = '']) => readable(code))

test('API-1, API-2, API-3: every command of the guide works as it stands for whoever is signed in', async () => {
  const { text } = await (await app.as(world.user.sender)).get('/api/docs')
  const commands = codesIn(text).filter(code => code.startsWith('curl '))
  expect(text).toContain('Reports are for coordinators')
  expect(commands).toHaveLength(10)
  const { token } = await clientFor(app, world.user.sender)
  let referral = ''
  for (const command of commands) {
    const here = command.replaceAll(app.config.baseUrl, app.url).replace('REFERRAL', referral)
    const quiet = here.replaceAll('curl ', 'curl --silent --show-error --fail ').replace('$(uuidgen)', 'first-try')
    const { stdout } = await shell('sh', ['-c', quiet], { env: { ...process.env, ONWARD_KEY: token, NO_PROXY: '*' } })
    expect(stdout, command).toMatch(/^[{]/)
    if (command.includes('Idempotency-Key')) referral = JSON.parse(stdout).id ?? JSON.parse(stdout).referrals[0].id
  }
  expect((await (await world.as('sender')).get('/referrals?tab=sent')).body.referrals).toHaveLength(1)
})

test('RPT, API-1: the guide shows of each report that the reader may open a question that works and an answer of its form', async () => {
  const { isFigures, examples } = await describedReports()
  const { text } = await (await app.as(world.user.coordinator)).get('/api/docs')
  const codes = codesIn(text)
  const asked = codes.filter(code => code.includes('/reports/'))
  expect(asked).toHaveLength(reports.filter(({ whose }) => whose.includes('network')).length)
  const answers = codes.filter(code => code.startsWith('{\n  "id"')).map(code => JSON.parse(code))
  for (const answer of answers) expect(answer).toEqual(examples[answer.id]?.value)
  expect(answers).toHaveLength(asked.length)
  const { get } = await clientFor(app, world.user.coordinator)
  for (const [at, command] of asked.entries()) {
    const path = command.split('/api/v1')[1]?.replace('"', '') ?? ''
    expect(examples[answers[at].id]?.summary).toBe(`GET /api/v1${path}`)
    const { status, body } = await get(path)
    expect(status, path).toBe(200)
    for (const one of [body, answers[at]])
      expect(isFigures(one), `${path}: ${JSON.stringify(isFigures.errors)}`).toBe(true)
    expect([answers[at].id, answers[at].by, answers[at].columns], path).toEqual([body.id, body.by, body.columns])
  }
})

test('RPT-3: so does the example of the commissioner’s quarter', async () => {
  const { isFigures, examples } = await describedReports()
  expect(Object.keys(examples)).toEqual(reports.map(({ id }) => id))
  const { value, summary = '' } = examples.quarter ?? {}
  expect(isFigures(value)).toBe(true)
  const { get } = await clientFor(app, world.user.commissioner)
  const { status, body } = await get(summary.split('/api/v1')[1] ?? '')
  expect([status, body.by, body.from]).toEqual([200, 'ages', '2026-01-01'])
  expect(value?.columns).toEqual(expect.arrayContaining(body.columns))
})

test('API-3: the code that checks a webhook takes what is signed here, and nothing else', async () => {
  const { text } = await app.browser().get('/api/docs')
  const code = codesIn(text).find(one => one.startsWith('import ')) ?? ''
  expect(code.split('\n').length).toBeLessThanOrEqual(14)
  const { isGenuine } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  const [own, before] = [newWebhookSecret(), newWebhookSecret()]
  const body = '{"type":"referral.sent"}'
  const headers = signedHeaders('one', new Date(), body, [own, before])
  expect([isGenuine(headers, body, own), isGenuine(headers, body, before)]).toEqual([true, true])
  expect(isGenuine(headers, `${body} `, own)).toBe(false)
  expect(isGenuine(headers, body, newWebhookSecret())).toBe(false)
  expect(isGenuine({}, body, own)).toBe(false)
  const old = signedHeaders('one', new Date(Date.now() - 600_000), body, [own])
  expect(isGenuine(old, body, own)).toBe(false)
})

test('API-1: keys are listed with their last use and without themselves; every error is explained', async () => {
  const { token, get } = await clientFor(app, world.user.law)
  await get('/me')
  const { text } = await (await app.as(world.user.law)).get('/api/docs')
  expect(text).toContain('Last used')
  expect(text).not.toContain(token)
  const { body } = await get('/referrals/none')
  expect(body.type).toBe('/api/docs#not_found')
  expect(text).toContain('id="not_found"')
  expect((await app.browser().get('/api/docs')).status).toBe(200)
})

test('API-1: the reference shows every route in a browser that obeys the policy, from our own address alone', async () => {
  const browser = await openChromium()
  // It draws what is in sight: a screen as tall as the page sees all of it.
  const page = await browser.newPage({ viewport: { width: 1280, height: 20_000 } })
  const asked: string[] = []
  const refused: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).protocol + new URL(request.url()).host))
  page.on('console', message => /content security policy/i.test(message.text()) && refused.push(message.text()))
  page.on('pageerror', error => refused.push(error.message))
  await page.goto(`${app.url}/api/docs/reference`)
  await page.getByText('Send a referral', { exact: true }).waitFor()
  await expect.poll(() => page.locator('.opblock').count(), { timeout: 10_000 }).toBeGreaterThan(30)
  expect(refused).toEqual([])
  expect(new Set(asked.filter(host => host !== 'data:'))).toEqual(new Set([`http:${new URL(app.url).host}`]))
  await browser.close()
})

/** What the description says of a report's answer, and shows. */
async function describedReports() {
  const { components, paths } = JSON.parse((await app.browser().get('/api/v1/openapi.json')).text)
  const { content } = paths['/api/v1/reports/{report}'].get.responses['200']
  const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true } })
  const examples: Record<string, { summary: string; value: ReportExample['answer'] }> =
    content['application/json'].examples
  return { isFigures: ajv.compile(components.schemas.Figures), examples }
}

function readable(html: string): string {
  const names: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'" }
  return html.replaceAll(/&(quot|amp|lt|gt|#39);/g, (_, name: string) => names[name] ?? '')
}
