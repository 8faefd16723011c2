/** UX, lang switch: Welsh words are longer; each page of the form and of signing in still fits a phone and a desk, and passes axe. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'
import { publicForms } from '#test/public-form.ts'
import { expectClean, newPerson, openChromium } from './chromium.ts'
import { button } from './steps.ts'

let app: App
let world: World
let browser: Browser
beforeAll(async () => {
  app = await startApp({ DEMO: 'on' })
  world = await network({ database: app.database })
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const { link, upTo } = publicForms(() => ({ app, world }))

test.each(['wide', 'narrow'] as const)('the form, its check, its end and signing in fit in Welsh: %s', async width => {
  const path = `${(await link()).path}?lang=cy`
  const { form, page: consent } = await upTo('consent', path)
  const check = await form.post({ given: 'on', how: 'spoken', wordingId: world.wordingId })
  const checked = await form.post()
  const sent = form.at() === 'equality' ? await form.post() : checked
  expect(sent.text).toContain('Mae wedi’i anfon')
  const context = await newPerson(browser, { width })
  const page = await context.newPage()
  for (const { text } of [consent, check, sent]) {
    const body = text.replace(/<script[^>]*><\/script>/g, '')
    await page.route('**/f/**', route => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(app.url + path)
    await expectClean(page)
    await page.unroute('**/f/**')
  }
  await page.goto(`${app.url}/sign-in?lang=cy`)
  await expectClean(page)
  await context.close()
})

test('in a browser the switch on any step goes on in Welsh with what was typed', async () => {
  const context = await newPerson(browser, { width: 'narrow' })
  const page = await context.newPage()
  await page.goto(app.url + (await link()).path)
  await button(page, 'Start now').click()
  await page.locator('[name="source.name"]').fill('Tamsin Okafor')
  await page.getByRole('button', { name: 'Cymraeg' }).click()
  await page.getByRole('heading', { name: 'Pwy ydych chi?' }).waitFor()
  await expect.poll(() => page.locator('[name="source.name"]').inputValue()).toBe('Tamsin Okafor')
  await expectClean(page)
  expect(await context.cookies()).toEqual([])
  await context.close()
})
