/** A small charity that was invited this morning describes itself and its first service, and the next referral finds it: with and without script. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteOrganisation } from '#src/actions/invite-organisation.ts'
import { linkToken } from '#src/actions/link-token.ts'
import { readNetwork } from '#src/db/networks.ts'
import { findSuggestions } from '#src/db/suggestions.ts'
import { type App, startApp } from '../app.ts'
import { network, type World } from '../network.ts'
import { newPerson, openChromium, type Screen } from './chromium.ts'
import { button, link, open, press } from './steps.ts'

let app: App
let world: World
let browser: Browser
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const screens: readonly (Screen & { name: string; email: string })[] = [
  { name: 'Tern Street Pantry', email: 'asha@ternstreet.example' },
  { name: 'Plover Lane Kitchen', email: 'bo@ploverlane.example', javaScript: false, width: 'narrow' },
]

test.each(screens)(
  'NET-2, ORG-1, SVC-1: $name, invited this morning, is found by the next referral',
  async ({ name, email, ...screen }) => {
    const context = await newPerson(browser, screen)
    const page = await context.newPage()
    await accept(page, name, email)
    await agree(page)
    await describe(page)
    await addService(page, name)
    await open(page, `${app.url}/getting-started`)
    expect(await page.getByText('Accept the data-sharing agreement').count()).toBe(0)
    expect(await namesSuggested()).toContain(`${name} parcels`)
    await context.close()
  },
)

async function accept(page: Page, name: string, email: string) {
  const invited = { email, organisationName: name, personName: 'Asha Reid' }
  const { id } = await inviteOrganisation(await world.as('coordinator'), world.networkId, invited)
  await open(page, `${app.url}/invitation?token=${linkToken(app.config.secret, 'invitation', id)}`)
  await press(page, button(page, 'Make my account'))
  await page.getByText('Choose a password of at least 12 characters').first().waitFor()
  await page.getByLabel('Choose a password', { exact: true }).fill('seven-tall-ladders')
  await press(page, button(page, 'Make my account'))
  await page.getByRole('heading', { name: `Let others find ${name}` }).waitFor()
}

async function agree(page: Page) {
  await press(page, page.getByRole('link', { name: /Accept the data-sharing agreement/ }))
  await page.getByLabel(/I have read this agreement/).check()
  await press(page, button(page, 'Accept the agreement'))
  await page.getByText('Accepted. Your organisation can be asked').waitFor()
  await open(page, `${app.url}/getting-started`)
}

async function describe(page: Page) {
  await press(page, link(page, 'Describe your organisation'))
  await press(page, link(page, 'About you'))
  await page.getByLabel('Type of organisation').selectOption({ index: 1 })
  await page.getByLabel('What do you do, and for whom?').fill('Food parcels for families nearby.')
  await page.getByLabel('Food', { exact: true }).check()
  await press(page, button(page, 'Save'))
  await press(page, link(page, 'How to reach you'))
  await page.getByLabel('Postcode').fill('L4 9ZQ')
  await page.getByLabel('Phone').fill('0151 496 0555')
  await press(page, button(page, 'Save'))
  await press(page, link(page, 'Opening times'))
  await page.getByLabel('Monday morning opens').fill('9.30')
  await page.getByLabel('Monday afternoon closes').fill('4pm')
  await press(page, button(page, 'Copy Monday to Friday'))
  expect(await page.getByLabel('Friday morning opens').inputValue()).toBe('9.30')
  await press(page, button(page, 'Save'))
}

async function addService(page: Page, name: string) {
  await open(page, `${app.url}/getting-started`)
  await press(page, link(page, 'Add your first service'))
  await page.getByLabel(/^Name/).first().fill(`${name} parcels`)
  await page.getByLabel('Food', { exact: true }).check()
  await press(page, button(page, 'Save and continue'))
  await open(page, `${app.url}/getting-started`)
  await press(page, link(page, `Let ${name} parcels take referrals`))
  await press(page, button(page, 'Start taking referrals'))
}

/** As the form would suggest them for somebody near. */
async function namesSuggested() {
  const { db } = app.database
  const point = { lat: 53.44, lng: -2.96 }
  const place = { postcode: 'L4 9ZQ', outward: 'L4', point, authority: 'E08000012', approximate: false }
  const sought = { needs: [world.categories.food], place, facts: { age: null, groups: {} } }
  const { suggested, names } = await findSuggestions(db, await readNetwork(db, world.networkId), sought, new Date())
  return suggested.map(({ serviceId }) => names.get(serviceId)?.serviceName)
}
