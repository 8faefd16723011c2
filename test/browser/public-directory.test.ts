/** PUB-2 in a real browser: from the two questions to a service and away from it, with script and without, by keyboard alone. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addVenue, nearby, openPublicWorld, type PublicWorld } from '../public-world.ts'
import { newPerson, openChromium, type Screen } from './chromium.ts'
import { button, follow, link, open, press } from './steps.ts'

let site: PublicWorld
let browser: Browser
beforeAll(async () => {
  site = await openPublicWorld()
  const { world, app, change, owner } = site
  const locationId = await addVenue(app.database, world.organisations.first)
  await change('first', {
    ...{ name: 'Lantern Food Club', locationId, ways: ['drop_in'], catchment: nearby, phone: '+441514960309' },
    hours: [{ weekday: 1, opens: '09:00', closes: '16:00' }],
  })
  await change('third', { name: 'Safe Harbour Rooms' })
  await owner.updateTable('category').set({ sensitive: true }).where('id', '=', world.categories.housing).execute()
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const screens: readonly (Screen & { name: string })[] = [
  { name: 'with script', javaScript: true, width: 'wide' },
  { name: 'without script, on a phone', javaScript: false, width: 'narrow' },
]

test.each(screens)(
  'PUB-2: $name: two questions, a filter, a service, the list and the map, and out at once',
  async screen => {
    const context = await newPerson(browser, screen)
    const page = await context.newPage()
    await open(page, `${site.app.url}${site.at}`)
    await page.getByLabel('What do you need?').focus()
    await page.keyboard.type('fodo')
    await page.keyboard.press('Tab')
    await page.keyboard.type('L4 9ZQ')
    await press(page, button(page, 'Find help'))
    expect(await page.getByRole('status').textContent()).toBe('2 services found')
    if (screen.width === 'narrow') await page.locator('details.filters > summary').click()
    await page.getByLabel('Open now').check()
    await press(page, button(page, 'Show results'))
    expect(await page.getByRole('status').textContent()).toBe('1 service found')
    await press(page, page.getByRole('link', { name: 'Save to your list Lantern Food Club' }))
    await press(page, link(page, 'Lantern Food Club'))
    expect(await page.getByRole('link', { name: '0151 496 0309' }).getAttribute('href')).toBe('tel:+441514960309')
    await page.goBack()
    await press(page, link(page, 'Show as a map'))
    expect(await page.getByRole('list', { name: 'Services on this map' }).count()).toBe(1)
    // The whole of it: two letters alone stand in a sealed address by chance.
    expect([await context.cookies(), /L4.{0,3}9ZQ/i.test(page.url())]).toEqual([[], false])
    await context.route('https://www.bbc.co.uk/**', route => route.fulfill({ body: 'Weather' }))
    await open(page, `${site.app.url}${site.at}/${site.world.services.third}`)
    expect(await page.title()).toBe('Northbank Help')
    const leave = screen.javaScript
      ? () => pressThrice(() => page.keyboard.press('Shift'))
      : () => link(page, 'Leave this page').click()
    await follow(page, leave)
    expect(page.url()).toBe('https://www.bbc.co.uk/weather')
    await context.close()
  },
)

async function pressThrice(once: () => Promise<void>): Promise<void> {
  for (let nth = 0; nth < 3; nth++) await once()
}

test('PUB-2: on the map pointing at a name, or moving to it, shows the area that it serves', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  await open(page, `${site.app.url}${site.at}/map`)
  await page.locator('.reach-list').getByRole('link', { name: 'Lantern Food Club' }).focus()
  expect(await page.locator('.reach-of.on').getAttribute('data-organisation')).toBe(site.world.services.first)
  await context.close()
})
