/** FORM-13 in a real browser: by link and inside another site, allowed and not, with and without script, slow, cut off and back. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepSettings } from '#src/actions/keep-settings.ts'
import { entryToken, makeEntryLink } from '#src/actions/make-entry-link.ts'
import { snippetOf } from '#src/web/pages/system/entry-embedding.tsx'
import { publicPaths } from '#src/web/public-paths.ts'
import { type App, startApp } from '../app.ts'
import { network, type World } from '../network.ts'
import { expectClean, newPerson, openChromium, type Screen } from './chromium.ts'
import { button, link, open, press } from './steps.ts'

let app: App
let world: World
let browser: Browser
let allowed: Site
let stranger: Site
let token = ''
let welcome = ''
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  browser = await openChromium()
  const coordinator = await world.as('coordinator')
  const form = { kind: 'link', label: 'Contact centre', organisationId: '' } as const
  token = entryToken(app.config.secret, await makeEntryLink(coordinator, world.networkId, form))
  allowed = await openSite(snippetOf(app.url, token, 'Make a referral'))
  stranger = await openSite(snippetOf(app.url, token, 'Make a referral'))
  await keepSettings(
    coordinator,
    world.networkId,
    { entry: { embedOrigins: [allowed.url], selfReferral: 'pages' } },
    {},
  )
  const { owner } = app.database
  welcome = publicPaths.welcome((await owner.selectFrom('network').select('slug').executeTakeFirstOrThrow()).slug)
  await owner.updateTable('category').set({ sensitive: true }).where('id', '=', world.categories.housing).execute()
})
afterAll(async () => {
  await browser?.close()
  await allowed?.close()
  await stranger?.close()
  await app?.stop()
})

const screens: readonly (Screen & { name: string })[] = [
  { name: 'with script', javaScript: true, width: 'wide' },
  { name: 'without script, on a phone', javaScript: false, width: 'narrow' },
]

test.each(screens)('FORM-13: by a link, $name: from the first step to reference and code', async screen => {
  const context = await newPerson(browser, screen)
  const page = await context.newPage()
  await open(page, `${app.url}/f/${token}`)
  await button(page, 'Start now').click()
  await fillIn(page, { look: () => expectClean(page) })
  await expectClean(page)
  await expectSent(page, 'link')
  const reference = await page.locator('.reference').first().textContent()
  await button(page, 'Cymraeg').click()
  await page.getByRole('heading', { name: 'Mae wedi’i anfon' }).waitFor()
  expect(await page.locator('.reference').first().textContent()).toBe(reference)
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test.each(screens)('PUB-1: $name: from the welcome page people ask for help themselves', async screen => {
  const context = await newPerson(browser, screen)
  const page = await context.newPage()
  await open(page, `${app.url}${welcome}`)
  await press(page, link(page, 'Ask for help'))
  await button(page, 'Start now').click()
  await fillIn(page, { from: 'person', look: () => expectClean(page) })
  await expectSent(page, 'self')
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test('PUB-1: who has to leave the form at once leaves nothing in it for whoever opens it next', async () => {
  const context = await newPerson(browser, { width: 'narrow' })
  const page = await context.newPage()
  await context.route('https://www.bbc.co.uk/**', route => route.fulfill({ body: 'Weather' }))
  await open(page, `${app.url}${welcome}/ask`)
  await button(page, 'Start now').click()
  await page.locator('[name="person.firstName"]').fill('Rosalind')
  await page.reload()
  await expect.poll(() => typedIn(page, 'person.firstName')).toBe('Rosalind')
  await link(page, 'Leave this page').click()
  await page.waitForURL('https://www.bbc.co.uk/weather')
  await page.goto(`${app.url}${welcome}/ask`)
  await button(page, 'Start now').waitFor()
  expect(await page.evaluate('sessionStorage.length')).toBe(0)
  await context.close()
})

test('FORM-13: inside an allowed site the whole form works in its frame, which is as high as the form; no cookie is needed', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  await page.goto(allowed.url)
  const frame = page.frameLocator('#onward-form')
  await frame.getByRole('button', { name: 'Start now' }).click()
  await fillIn(frame)
  await expectSent(frame, 'embed')
  const height = Number(await page.locator('#onward-form').getAttribute('height'))
  expect(height).toBeGreaterThan(300)
  expect(height).not.toBe(900)
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test('FORM-13: any other site is refused by the browser', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  await page.goto(stranger.url)
  await expect.poll(() => said.join()).toMatch(/frame-ancestors/)
  expect(await page.frameLocator('#onward-form').getByRole('button', { name: 'Start now' }).count()).toBe(0)
  await context.close()
})

test('FORM-13: on a slow line, cut off in the middle and back, nothing that was typed is lost, and it is sent once', async () => {
  const context = await newPerson(browser, { width: 'narrow' })
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  const slow = { offline: false, latency: 300, downloadThroughput: 30_000, uploadThroughput: 15_000 }
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', slow)
  await page.goto(`${app.url}/f/${token}`)
  await button(page, 'Start now').click()
  await page.locator('[name="source.name"]').fill('Tamsin Okafor')
  await page.locator('[name="source.organisation"]').fill('Council')
  await page.reload()
  await expect.poll(() => typedIn(page, 'source.name')).toBe('Tamsin Okafor')
  await page.getByText('We kept what you had typed').waitFor()
  const cut = { ...slow, offline: true }
  await line.send('Network.emulateNetworkConditions', cut)
  await page.locator('[name="source.email"]').fill('tamsin@council.example')
  await button(page, 'Continue').click()
  await page.getByText('There is no connection').waitFor()
  expect(await typedIn(page, 'source.email')).toBe('tamsin@council.example')
  await line.send('Network.emulateNetworkConditions', slow)
  await page.getByRole('heading', { name: 'Who needs help?' }).waitFor()
  await fillIn(page, {
    from: 'person',
    cutBeforeSending: async () => line.send('Network.emulateNetworkConditions', cut),
  })
  await page.getByText('There is no connection').waitFor()
  await line.send('Network.emulateNetworkConditions', slow)
  await expectSent(page, 'link')
  expect(await page.evaluate('sessionStorage.length')).toBe(0)
  await context.close()
})

type Place = Page | FrameLocator
type How = { from?: string; look?: () => Promise<void>; cutBeforeSending?: () => Promise<unknown> }

const answers: Record<string, (place: Place) => Promise<unknown>> = {
  source: async place => {
    await place.locator('[name="source.name"]').fill('Tamsin Okafor')
    await place.locator('[name="source.organisation"]').fill('Council')
    await place.locator('[name="source.email"]').fill('tamsin@council.example')
  },
  person: async place => {
    await place.locator('[name="person.firstName"]').fill('Rosalind')
    await place.locator('[name="person.lastName"]').fill('Featherstonehaugh')
  },
  contact: async place => {
    await place.locator('[name="person.phone"]').fill('0151 496 0399')
    await place.locator('[name="safeContact.channels"][value="phone"]').check()
  },
  address: place => place.locator('[name="address.postcode"]').fill('L4 9ZQ'),
  needs: place => place.locator('[name="needs"]').first().check(),
  circumstances: place => place.locator('[name="circumstances"]').fill('The cupboards are bare.'),
  consent: async place => {
    await place.locator('[name="given"]').check()
    // Who asks for themselves is not asked how they agreed.
    if ((await place.locator('[name="how"]').count()) > 0) await place.locator('[name="how"][value="spoken"]').check()
  },
}

/** Step by step to the last button, and presses that as well. */
async function fillIn(place: Place, { from = 'source', look, cutBeforeSending }: How = {}) {
  const at = place.locator('input[name="at"]')
  await place.locator(`input[name="at"][value="${from}"]`).waitFor({ state: 'attached' })
  for (let step = await at.inputValue(); ; step = await at.inputValue()) {
    await look?.()
    await answers[step]?.(place)
    const send = place.getByRole('button', { name: 'Send it', exact: true })
    const isLast = (await send.count()) > 0
    if (isLast) await cutBeforeSending?.()
    await (isLast ? send : place.getByRole('button', { name: 'Continue', exact: true })).click()
    if (isLast) return
    await place.locator(`input[name="at"]:not([value="${step}"])`).waitFor({ state: 'attached' })
  }
}

async function expectSent(place: Place, origin: string) {
  await place.getByRole('heading', { name: 'It has been sent' }).waitFor({ timeout: 30_000 })
  const reference = (await place.locator('.reference').first().textContent())?.trim() ?? ''
  const rows = await app.database.owner
    .selectFrom('referral')
    .select(['origin'])
    .where('reference', '=', reference)
    .execute()
  expect(rows).toEqual([{ origin }])
}

const typedIn = (page: Page, field: string) =>
  page
    .locator(`[name="${field}"]`)
    .inputValue({ timeout: 5000 })
    .catch(() => null)

type Site = { url: string; close(): Promise<void> }

/** Another site, with what its keeper was given pasted into a page. */
async function openSite(snippet: string): Promise<Site> {
  const page = `<!doctype html><html lang="en"><title>Intranet</title><main><h1>Refer somebody</h1>${snippet}</main></html>`
  const server: Server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(page))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise(resolve => server.close(() => resolve())) }
}
