/** PUB-1, PUB-2 in a real browser: from the welcome page to a list to keep, and the search inside another site, with script and without. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frameSnippet } from '#src/web/pages/system/snippet.tsx'
import { publicPaths } from '#src/web/public-paths.ts'
import { addVenue, nearby, openPublicWorld, type PublicWorld } from '../public-world.ts'
import { newPerson, openChromium, type Screen } from './chromium.ts'
import { button, link, open, press } from './steps.ts'

let site: PublicWorld
let browser: Browser
let council: { url: string; close: () => void }
beforeAll(async () => {
  site = await openPublicWorld()
  const { app, world, slug, change, owner } = site
  const locationId = await addVenue(app.database, world.organisations.first)
  await change('first', {
    ...{ name: 'Lantern Food Club', locationId, catchment: nearby, phone: '+441514960309' },
    hours: [{ weekday: 1, opens: '09:00', closes: '16:00' }],
  })
  council = await openSite(
    frameSnippet(app.url, publicPaths.embed(slug), { id: 'onward-directory', title: 'Find help' }),
  )
  const settings = { publicDirectory: true, embedOrigins: [council.url] }
  await owner
    .updateTable('network')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', world.networkId)
    .execute()
  browser = await openChromium()
})
afterAll(async () => {
  council?.close()
  await browser?.close()
  await site?.stop()
})

const screens: readonly (Screen & { name: string })[] = [
  { name: 'with script', javaScript: true, width: 'wide' },
  { name: 'without script, on a phone', javaScript: false, width: 'narrow' },
]

test.each(screens)(
  'PUB-1: $name: from the welcome page by a kind of help to an organisation, a list, and how to complain',
  async screen => {
    const context = await newPerson(browser, screen)
    const page = await context.newPage()
    const { app, slug, world } = site
    await open(page, `${app.url}${publicPaths.welcome(slug)}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Find help in Liverpool')
    await press(page, page.getByRole('link', { name: /^View 2 organisations/ }).first())
    await page.getByLabel('Kind of help').selectOption({ label: 'All kinds of help' })
    await press(page, button(page, 'Show'))
    await press(page, page.locator(`a[href*="${world.organisations.first}"]`).first())
    await open(page, `${app.url}${publicPaths.saved(slug)}?list=${world.services.first.slice(0, 8)}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('1 service on your list')
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(screen.javaScript ? 1 : 0)
    await press(page, page.getByRole('link', { name: 'Remove Lantern Food Club from your list' }))
    await press(page, link(page, 'How to complain'))
    await press(page, link(page, 'Using these pages safely'))
    await open(page, `${app.url}${publicPaths.welcome(slug)}?lang=cy`)
    expect(await context.cookies()).toEqual([])
    await context.close()
  },
)

test.each(screens)('PUB-2: $name: the search inside another site’s page finds, and leads out of it', async screen => {
  const context = await newPerson(browser, screen)
  const page = await context.newPage()
  await page.goto(council.url)
  const frame = page.frameLocator('#onward-directory')
  await frame.getByLabel('What do you need?').fill('lantern')
  await frame.getByRole('button', { name: 'Find help' }).click()
  await frame.getByRole('status').waitFor()
  if (screen.javaScript)
    await expect.poll(async () => Number(await page.locator('iframe').getAttribute('height'))).toBeLessThan(900)
  await frame.getByRole('link', { name: 'Lantern Food Club' }).click()
  await page.waitForURL(`**${publicPaths.service(site.slug, site.world.services.first)}`)
  await open(page, `${site.app.url}${publicPaths.embed(site.slug)}`)
  await context.close()
})

async function openSite(snippet: string) {
  const page = `<!doctype html><html lang="en"><title>Council</title><main><h1>Find help</h1>${snippet}</main></html>`
  const server: Server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(page))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}
