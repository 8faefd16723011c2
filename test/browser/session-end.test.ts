/** SECURITY: the warning before a session ends, with a clock that is moved on. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { expectClean, newPerson, openChromium } from './chromium.ts'

let app: App
let browser: Browser
beforeAll(async () => {
  browser = await openChromium()
  app = await startApp()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

test('SECURITY: some minutes before the end a page says so, in every tab; staying ends the warning in all, and what is typed remains', async () => {
  const signedIn = await app.as(await app.addUser({ email: 'ama@latebank.example' }))
  const person = await newPerson(browser, { width: 'narrow' })
  await person.addCookies([{ name: 'session', value: signedIn.cookies.get('session') ?? '', url: app.url }])
  const tabs = [await person.newPage(), await person.newPage()]
  await person.clock.install()
  for (const tab of tabs) await tab.goto(`${app.url}/preferences/name`)
  const [page = await person.newPage(), other = page] = tabs
  await page.locator('input[name="name"]').fill('Bethan Quayle')
  const bar = page.getByRole('region', { name: 'End of your session' })
  expect(await bar.isVisible()).toBe(false)

  await page.clock.fastForward('56:00')
  await bar.waitFor()
  expect(await bar.getByRole('alert').textContent()).toMatch(/You will be signed out at \d/)
  await expectClean(page, 'warned')
  await other.getByRole('region', { name: 'End of your session' }).waitFor()
  await bar.getByRole('button', { name: 'Stay signed in' }).click()
  await bar.waitFor({ state: 'hidden' })
  await other.getByRole('region', { name: 'End of your session' }).waitFor({ state: 'hidden' })
  expect(await page.locator('input[name="name"]').inputValue()).toBe('Bethan Quayle')

  await page.clock.fastForward('11:00:00')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await bar.getByText('You are signed out').waitFor()
  expect(await bar.getByRole('button').count()).toBe(0)
}, 120_000)
