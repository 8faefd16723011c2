/** Files with script: chosen or dropped, they are added where one is, with nothing that was typed lost. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { html, pdf } from '#test/made-files.ts'
import { network, type World } from '#test/network.ts'
import { expectClean, newPerson, openChromium } from './chromium.ts'

let app: App
let world: World
let browser: Browser

beforeAll(async () => {
  browser = await openChromium()
  app = await startApp()
  world = await network({ database: app.database })
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

test('FORM-8: a file is chosen and another dropped without leaving the page, one is refused by name, one removed', async () => {
  const { cookies } = await app.as(world.users.referrer)
  const context = await newPerson(browser)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: app.url })))
  const page = await context.newPage()
  await page.goto(`${app.url}/refer`)
  const here = page.url()
  await page.locator('[name="person.lastName"]').fill('Quill')
  const added = page.locator('#files-added')

  const letter = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: pdf }
  await page.locator('input[type="file"]').setInputFiles(letter)
  await added.getByText('letter.pdf').waitFor()

  const dropped = await page.evaluateHandle(content => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'notice.pdf', { type: 'application/pdf' }))
    return data
  }, pdf.toString('latin1'))
  await page.locator('[data-drop]').first().dispatchEvent('drop', { dataTransfer: dropped })
  await added.getByText('notice.pdf').waitFor()

  const disguised = { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from(html) }
  await page.locator('input[type="file"]').setInputFiles(disguised)
  await page
    .getByText(/picture\.png/)
    .first()
    .waitFor()
  expect(await added.getByText('picture.png').count()).toBeLessThanOrEqual(1)
  expect(page.url()).toBe(here)
  expect(await page.locator('[name="person.lastName"]').inputValue()).toBe('Quill')
  await expectClean(page)

  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: /letter\.pdf/ }).click()])
  expect(await added.textContent()).not.toContain('letter.pdf')
  expect(await added.textContent()).toContain('notice.pdf')
  expect(await page.locator('[name="person.lastName"]').inputValue()).toBe('Quill')
  await context.close()
})
