/** From an empty installation to the first accepted referral, in the browser alone: nothing imported, no command but the start. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { issueSetUpCode } from '#src/actions/issue-set-up-code.ts'
import { startWorker } from '#src/worker/index.ts'
import { type App, password, startApp } from '#test/app.ts'
import { openPostOffice, type PostOffice } from '#test/post-office.ts'
import { newPerson, openChromium } from './chromium.ts'
import { button, link, open, pathIn, press, wordsOf } from './steps.ts'

let app: App
let office: PostOffice
let browser: Browser
let worker: ReturnType<typeof startWorker>
beforeAll(async () => {
  office = await openPostOffice()
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await office?.close()
})
/** Empty each time. */
beforeEach(async () => {
  office.letters.length = 0
  app = await startApp({ SMTP_URL: office.url })
  worker = startWorker({ database: app.database, config: app.config, log: quiet })
})
afterEach(async () => {
  await worker?.stop()
  await app?.stop()
})
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

test('ADM-1, NET-1: from the code on the console to the first accepted referral', async () => {
  const cora = await (await newPerson(browser)).newPage()
  await becomeAdministrator(cora)
  await makeNetwork(cora)
  await describe(cora)
  await setArea(cora)
  await addCategories(cora)
  await publishTexts(cora)
  await invite(cora, 'noor@lantern.example.org', 'Lantern Kitchen')

  const noor = await (await newPerson(browser, { width: 'narrow' })).newPage()
  await acceptInvitation(noor, 'noor@lantern.example.org')
  await addService(noor)

  await open(cora, `${app.url}/system/start`)
  expect(await wordsOf(cora)).toContain('Mersey Help is ready for referrals')
  await open(cora, app.url)
  expect(await wordsOf(cora)).not.toContain('Setting up')
  const reference = await refer(cora)

  await open(noor, app.url)
  expect(await wordsOf(noor)).toContain('One guest is waiting for you')
  await open(noor, app.url + pathIn(await letter('noor@lantern.example.org', reference)))
  await press(noor, button(noor, 'Accept'))
  expect(await wordsOf(noor)).toContain('Accepted')
  await letter('cora@council.example.org', reference, 'accepted')
  await open(cora, `${app.url}/referrals`)
  expect(await wordsOf(cora)).toContain('Accepted')
}, 180_000)

async function becomeAdministrator(page: Page) {
  const issued = await issueSetUpCode(app.database.db, app.config.secret, new Date())
  await open(page, app.url)
  expect(new URL(page.url()).pathname).toBe('/set-up')
  await page.getByLabel('Code from the console').fill(issued?.code.toLowerCase() ?? '')
  await page.getByLabel('Your name').fill('Cora Lane')
  await page.getByLabel('Email address').fill('cora@council.example.org')
  await page.getByLabel('New password', { exact: true }).fill(password)
  await press(page, button(page, 'Set up'))
}

async function makeNetwork(page: Page) {
  await page.getByLabel('Name', { exact: true }).fill('Mersey Help')
  await page.getByLabel('Coordinating organisation').fill('City Council')
  await page.getByLabel('I do', { exact: true }).check()
  await press(page, button(page, 'Make the network'))
  expect(await wordsOf(page)).toContain('9 steps to the first referral')
}

/** From the checklist to a task. */
async function begin(page: Page, task: string) {
  await open(page, `${app.url}/system/start`)
  await press(page, link(page, task))
}

async function describe(page: Page) {
  await begin(page, 'Say what the network is for')
  await page.getByLabel('What the network is for').fill('Food and advice for everybody in the city.')
  await page.getByLabel('For one').fill('guest')
  await page.getByLabel('For several').fill('guests')
  await press(page, button(page, 'Save'))
  await begin(page, 'Say who helps')
  await page.getByLabel('Who helps').fill('Cora Lane')
  await page.getByLabel('Email address').fill('cora@council.example.org')
  await press(page, button(page, 'Save'))
  expect(await page.locator('footer').textContent()).toContain('Cora Lane looks after this network')
}

async function setArea(page: Page) {
  const ring = [
    [-3.1, 53.3],
    [-2.8, 53.3],
    [-2.8, 53.5],
    [-3.1, 53.5],
    [-3.1, 53.3],
  ]
  const outline = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
  await begin(page, 'Set the area')
  await page.getByLabel('Name', { exact: true }).fill('The city')
  const file = { name: 'city.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(outline)) }
  await page.getByLabel('GeoJSON file').setInputFiles(file)
  await press(page, button(page, 'Upload'))
  expect(await wordsOf(page)).toContain('The city')
}

async function addCategories(page: Page) {
  await begin(page, 'Add the categories of help')
  for (const name of ['Food parcels', 'Debt advice']) {
    await page.getByLabel('Name', { exact: true }).fill(name)
    await press(page, button(page, 'Add'))
  }
}

async function publishTexts(page: Page) {
  await begin(page, 'Look through the form and publish it')
  await press(page, link(page, 'Publish it as it is'))
  await press(page, button(page, 'Publish'))
  await begin(page, 'Publish the consent wording')
  await press(page, button(page, /^Publish/))
  await begin(page, 'Accept the data-sharing agreement')
  await page.getByLabel(/I have read this agreement/).check()
  await press(page, button(page, 'Accept the agreement'))
}

async function invite(page: Page, email: string, organisation: string) {
  await begin(page, 'Invite the first organisation')
  await page.getByLabel('Name of the organisation').fill(organisation)
  await page.getByLabel(/^Email address of the person/).fill(email)
  await press(page, button(page, 'Send the invitation'))
}

async function letter(email: string, ...words: string[]) {
  const find = () =>
    office.letters.find(({ envelopeTo, subject = '', text = '' }) => {
      return envelopeTo === email && words.every(word => `${subject} ${text}`.includes(word))
    })
  return vi.waitFor(
    () => {
      const found = find()
      if (!found) throw new Error(`no letter to ${email}`)
      return found
    },
    { timeout: 20_000, interval: 100 },
  )
}

async function acceptInvitation(page: Page, email: string) {
  const { text = '' } = await letter(email, 'invitation')
  const { pathname, search } = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '')
  await open(page, `${app.url}${pathname}${search}`)
  await page.getByLabel('Your name').fill('Noor Aziz')
  await page.getByLabel('Choose a password', { exact: true }).fill('three-paper-lanterns')
  await press(page, button(page, 'Make my account'))
  expect(new URL(page.url()).pathname).toBe('/getting-started')
  await press(page, page.getByRole('link', { name: /agreement/i }).first())
  await page.getByLabel(/I have read this agreement/).check()
  await press(page, button(page, 'Accept the agreement'))
}

async function addService(page: Page) {
  await open(page, `${app.url}/services/new`)
  await page.locator('[name="name"]').fill('Pantry')
  await page.getByLabel('Food parcels').check()
  await page.getByLabel(/^No place of its own/).check()
  await press(page, button(page, 'Save and continue'))
  await page.goto(page.url().replace(/edit.*/, 'edit'))
  await press(page, button(page, 'Start taking referrals'))
}

/** Returns its reference. */
async function refer(page: Page): Promise<string> {
  await open(page, `${app.url}/refer`)
  expect(await wordsOf(page)).toContain('The guest')
  await page.getByLabel('First name').fill('Idris')
  await page.getByLabel('Last name').fill('Okonjo')
  await page.locator('[name="address.postcode"]').fill('L4 0TH')
  await page.getByLabel('Food parcels').check()
  await page
    .getByLabel('Their circumstances')
    .fill('His wages were late and the cupboards are empty until the end of the month, he says; two children at home.')
  await press(page, button(page, 'Continue to services'))
  if (!page.url().endsWith('/services')) await press(page, button(page, 'Continue to services'))
  expect(await page.locator('ol.picks > li').count()).toBe(1)
  await press(page, link(page, 'Continue to consent'))
  expect(await wordsOf(page)).toContain('Does the guest agree?')
  await page.getByLabel('Yes, they agree to this').check()
  await page.getByLabel('Spoken, by phone or video').check()
  await press(page, button(page, 'Continue to check'))
  await press(page, button(page, /^Send to 1 organisation/))
  return (await page.locator('.reference').first().textContent())?.trim() ?? ''
}
