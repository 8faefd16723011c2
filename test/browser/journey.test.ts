/** The main job, as people do it: from the form to a closed case between three organisations, told by email. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorker } from '#src/worker/index.ts'
import { type App, startApp } from '#test/app.ts'
import { freshDemonstration } from '#test/demonstration.ts'
import { openPostOffice, type PostOffice } from '#test/post-office.ts'
import { newPerson, openChromium, type Screen } from './chromium.ts'
import { refer, story } from './referring.ts'
import { button, letterTo, link, open, pathIn, press, signIn, wordsOf } from './steps.ts'

let app: App
let office: PostOffice
let browser: Browser
let worker: ReturnType<typeof startWorker>

beforeAll(async () => {
  office = await openPostOffice()
  const [demonstration, chromium] = await Promise.all([freshDemonstration(), openChromium()])
  browser = chromium
  app = await startApp({ SMTP_URL: office.url, DEMO: 'on' }, demonstration)
  worker = startWorker({ database: app.database, config: app.config, log: quiet })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await worker?.stop()
  await app?.stop()
  await office?.close()
})

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

test('a referral travels from the form to a closed case, and everybody concerned reads of it', async () => {
  await travel({ javaScript: true, width: 'wide' })
})

test('the same without JavaScript', async () => {
  await travel({ javaScript: false, width: 'wide' })
})

test('the same on a phone', async () => {
  await travel({ javaScript: true, width: 'narrow' })
})

/** Crisis Grants is asked for food and energy, keeps energy; the food bank rejects; the coordinator places food elsewhere. */
async function travel(on: Screen) {
  const referrer = await signedIn(on, 'ines@sandstone.example.org')
  const { id, reference } = await refer(referrer, app.url, on.javaScript !== false)
  expect((await letterTo(office, story.email, reference)).text).not.toMatch(/food|energy/i)

  const grants = await fromLetter(on, 'linda@riverside.example.org', reference, 'A new referral is waiting')
  await split(grants)
  await letterTo(office, 'ines@sandstone.example.org', 'Part of your referral has been accepted')

  const food = await fromLetter(on, 'bernie@lamps.example.org', reference, 'A new referral is waiting')
  await reject(food)
  await letterTo(office, 'ines@sandstone.example.org', 'No service has been found yet')

  const coordinator = await fromLetter(on, 'colm@mersey.example.org', reference, 'A referral needs placing')
  await place(coordinator)
  await open(food, `${app.url}/referrals/${id}`)
  await press(food, button(food, 'Accept'))
  await letterTo(office, 'ines@sandstone.example.org', 'Your referral has been accepted')
  for (const page of [food, grants]) await close(page, `${app.url}/referrals/${id}`)

  await open(referrer, `${app.url}/referrals/${id}`)
  expect(await wordsOf(referrer)).toContain('Closed')
  for (const { raw, text, html } of office.letters.splice(0))
    expect([raw, text, html].join()).not.toMatch(/Featherstonehaugh|Bellows|Rosalind(?!@)|cupboards/)
  for (const context of browser.contexts()) await context.close()
}

async function signedIn(on: Screen, email: string): Promise<Page> {
  const context = await newPerson(browser, on)
  const page = await context.newPage()
  await open(page, `${app.url}/sign-in`)
  await signIn(page, email)
  return page
}

/** The link in it asks to sign in and then leads to the referral. */
async function fromLetter(on: Screen, email: string, reference: string, title: string): Promise<Page> {
  const letter = await letterTo(office, email, title)
  expect(letter.subject).toContain(reference)
  const context = await newPerson(browser, on)
  const page = await context.newPage()
  await page.goto(app.url + pathIn(letter))
  expect(page.url()).toContain('/sign-in?next=')
  await signIn(page, email)
  expect(new URL(page.url()).pathname).toBe(pathIn(letter))
  return page
}

async function split(page: Page) {
  await press(page, link(page, 'Split…'))
  await page.getByLabel('Help with energy bills').check()
  await page.getByLabel('The next on the list').check()
  await press(page, button(page, 'Keep these and pass on the rest'))
}

async function reject(page: Page) {
  await press(page, link(page, 'Reject…'))
  await page.getByLabel('We have no room at the moment').check()
  await press(page, button(page, 'Reject referral'))
}

async function place(page: Page) {
  await press(page, link(page, 'Place…'))
  const needs = page.getByLabel('Emergency food', { exact: true })
  if (!(await needs.isChecked())) await needs.check()
  await page.getByLabel(/Emergency Food, Norris Green/).check()
  await press(page, button(page, 'Ask this service'))
}

async function close(page: Page, url: string) {
  await open(page, url)
  await press(page, link(page, 'Close case…'))
  await page.locator('select[name^="outcomes."]').selectOption({ label: 'Client contacted – client advised' })
  await press(page, button(page, 'Close case'))
}
