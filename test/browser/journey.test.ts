/** The main job, as people do it: from the form to a closed case between three organisations, told by email. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

/** Side by side: most of each is waiting for letters. */
describe.concurrent('the main job', { timeout: 240_000 }, () => {
  test('a referral travels from the form to a closed case, and everybody concerned reads of it', async () => {
    await travel({ javaScript: true, width: 'wide' })
  })

  test('the same without JavaScript', async () => {
    await travel({ javaScript: false, width: 'wide' })
  })

  test('the same on a phone', async () => {
    await travel({ javaScript: true, width: 'narrow' })
  })
})

/** Crisis Grants is asked for food and energy, keeps energy; the food bank rejects; the coordinator places food elsewhere. */
async function travel(on: Screen) {
  const referrer = await signedIn(on, 'ines@sandstone.example.org')
  const { id, reference } = await refer(referrer, app.url, on.javaScript !== false)
  const told = (email: string, title: string) => letterTo(office, email, title, reference)
  expect((await told(story.email, '')).text).not.toMatch(/food|energy/i)

  const grants = await fromLetter(on, await told('linda@riverside.example.org', 'A new referral is waiting'))
  await split(grants)
  await told('ines@sandstone.example.org', 'Part of your referral has been accepted')

  const food = await fromLetter(on, await told('bernie@lamps.example.org', 'A new referral is waiting'))
  await reject(food)
  await told('ines@sandstone.example.org', 'No service has been found yet')

  const coordinator = await fromLetter(on, await told('colm@mersey.example.org', 'A referral needs placing'))
  await place(coordinator)
  await open(food, `${app.url}/referrals/${id}`)
  await press(food, button(food, 'Accept'))
  await told('ines@sandstone.example.org', 'Your referral has been accepted')
  for (const page of [food, grants]) await close(page, `${app.url}/referrals/${id}`)

  await open(referrer, `${app.url}/referrals/${id}`)
  expect(await wordsOf(referrer)).toContain('Closed')
  for (const { raw, text, html } of office.letters.filter(({ subject }) => subject?.includes(reference)))
    expect([raw, text, html].join()).not.toMatch(/Featherstonehaugh|Bellows|Rosalind(?!@)|cupboards/)
  for (const page of [referrer, grants, food, coordinator]) await page.context().close()
}

async function signedIn(on: Screen, email: string): Promise<Page> {
  const context = await newPerson(browser, on)
  const page = await context.newPage()
  await open(page, `${app.url}/sign-in`)
  await signIn(page, email)
  return page
}

/** The link in it asks to sign in and then leads to the referral. */
async function fromLetter(on: Screen, letter: Awaited<ReturnType<typeof letterTo>>): Promise<Page> {
  const context = await newPerson(browser, on)
  const page = await context.newPage()
  await page.goto(app.url + pathIn(letter))
  expect(page.url()).toContain('/sign-in?next=')
  await signIn(page, letter.envelopeTo)
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
