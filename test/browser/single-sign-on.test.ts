/** ADM-5: single sign-on in a real browser, to a real provider and back, on pages that anybody can use. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { type IdentityProvider, startIdentityProvider } from '#test/identity-provider.ts'
import { expectClean, newPerson, openChromium } from './chromium.ts'

const baseUrl = 'http://onward.example'
let app: App
let provider: IdentityProvider
let browser: Awaited<ReturnType<typeof openChromium>>
beforeAll(async () => {
  provider = await startIdentityProvider(baseUrl)
  app = await startApp({ BASE_URL: baseUrl, ...provider.env })
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await provider?.stop()
})

for (const width of ['wide', 'narrow'] as const)
  test(`ADM-5: the button leads to the provider and back without script, or says plainly why not, on a ${width} screen`, async () => {
    await app.addUser({ email: `${width}@harbour.example`, name: 'Ama Mensah' })
    const context = await newPerson(browser, { width, javaScript: width === 'wide' })
    const page = await context.newPage()
    // The installation's public address stands for this port.
    await page.route(`${baseUrl}/**`, route =>
      route.fulfill({ status: 303, headers: { location: route.request().url().replace(baseUrl, app.url) } }),
    )
    await page.goto(`${app.url}/sign-in`)
    await expectClean(page)
    provider.seat({ subject: 'nobody', email: 'nobody@harbour.example' })
    await page.getByRole('link', { name: 'Sign in with Harbour ID' }).click()
    await page.getByRole('alert').getByText('for an invitation').waitFor()
    await expectClean(page)

    await context.clearCookies()
    await page.goto(`${app.url}/sign-in`)
    provider.seat({ subject: width, email: `${width}@harbour.example` })
    await page.getByRole('link', { name: 'Sign in with Harbour ID' }).click()
    await page.waitForURL(`${app.url}/`)
    expect(await page.content()).toContain('Ama Mensah')
    await context.close()
  })
