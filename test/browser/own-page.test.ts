/** PUB-3 in a real browser: the card, then the person's own page to its end, with script and without. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../app.ts'
import { network, type World } from '../network.ts'
import { cardFor } from '../own-page.ts'
import { newPerson, openChromium, type Screen } from './chromium.ts'
import { button, open, press } from './steps.ts'

let app: App
let world: World
let browser: Browser
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const screens: readonly (Screen & { name: string })[] = [
  { name: 'with script', javaScript: true, width: 'wide' },
  { name: 'without script, on a phone', javaScript: false, width: 'narrow' },
]

test.each(screens)('PUB-3: $name: from the card to consent taken back, and out again', async screen => {
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  const { reference, code } = await cardFor(app, world, id)
  const context = await newPerson(browser, screen)
  const page = await context.newPage()
  await open(page, `${app.url}/p`)
  await page.getByLabel('Reference').fill(reference)
  await page.getByLabel('Code', { exact: true }).fill(code)
  await press(page, button(page, 'Open it'))
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Somebody is helping you')
  await press(page, button(page, 'Tell them that nobody has called'))
  expect(await page.getByRole('status').textContent()).toContain('They have been told')
  await press(page, button(page, 'Correct how we reach you'))
  await page.getByLabel('Phone').fill('0151 496 0777')
  await press(page, button(page, 'Save'))
  expect(await page.getByRole('status').textContent()).toContain('Saved')
  await press(page, button(page, 'Take my consent back'))
  await press(page, button(page, 'Yes, take my consent back'))
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You took your consent back')
  expect([await context.cookies(), new URL(page.url()).search]).toEqual([[], ''])
  // The way out is a link to elsewhere; with script nothing is left behind it.
  await context.route('https://www.bbc.co.uk/**', route => route.fulfill({ body: 'Weather' }))
  await page.getByRole('link', { name: 'Leave this page' }).click()
  await page.waitForURL('https://www.bbc.co.uk/**')
  await context.close()
})
