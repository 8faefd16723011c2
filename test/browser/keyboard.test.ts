/** The form and an answer, without touching the mouse: Tab goes straight through, Enter goes on and never sends by itself. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { freshDemonstration } from '#test/demonstration.ts'
import { newPerson, openChromium } from './chromium.ts'
import { story } from './referring.ts'
import { follow, wordsOf } from './steps.ts'

let app: App
let browser: Browser

beforeAll(async () => {
  browser = await openChromium()
  app = await startApp({ DEMO: 'on' }, await freshDemonstration())
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

test('FORM-12: the whole form is filled in, checked and sent by keyboard alone', async () => {
  const page = await signedIn('ines@sandstone.example.org', '/refer')
  await typeInto(page, 'person.firstName', story.firstName)
  await typeInto(page, 'person.lastName', story.lastName)
  for (const [part, text] of Object.entries({ day: '27', month: '3', year: '1987' }))
    await typeInto(page, `person.dateOfBirth-${part}`, text)
  await typeInto(page, 'address.postcode', 'L4 0TH')
  await tabTo(page, 'input[name="needs"]', 'Emergency food')
  await page.keyboard.press('Space')
  await typeInto(page, 'circumstances', story.circumstances)
  await shiftTo(page, 'address.line1')
  await follow(page, () => page.keyboard.press('Enter'))
  expect(page.url()).toMatch(/\/services$/)

  await tabTo(page, 'a', 'Continue to consent')
  await follow(page, () => page.keyboard.press('Enter'))
  await tabTo(page, 'input[name="given"]')
  await page.keyboard.press('Space')
  await tabTo(page, 'input[name="how"]')
  await page.keyboard.press('Space')
  await follow(page, () => page.keyboard.press('Enter'))
  expect(page.url()).toMatch(/\/check$/)
  await tabTo(page, 'button', 'Send to')
  await follow(page, () => page.keyboard.press('Enter'))
  expect(page.url()).toMatch(/\/sent$/)
})

test('RES-3: a referral is found, opened and accepted by keyboard alone', async () => {
  const page = await signedIn('bernie@lamps.example.org', '/')
  await tabTo(page, 'main .row a, main li a[href*="/referrals/"]')
  await follow(page, () => page.keyboard.press('Enter'))
  await tabTo(page, 'button', 'Accept')
  await follow(page, () => page.keyboard.press('Enter'))
  expect(await wordsOf(page)).toContain('Accepted. The referrer has been told')
})

async function signedIn(email: string, path: string): Promise<Page> {
  const { id } = await app.database.owner
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const { cookies } = await app.as(id)
  const context = await newPerson(browser)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: app.url })))
  const page = await context.newPage()
  await page.goto(app.url + path)
  return page
}

async function typeInto(page: Page, name: string, text: string) {
  await tabTo(page, `[name="${name}"]`)
  await page.keyboard.type(text)
}

/** Back a little, as somebody who remembers something. */
async function shiftTo(page: Page, name: string) {
  await press(page, 'Shift+Tab', `[name="${name}"]`, '')
}

function tabTo(page: Page, selector: string, words = '') {
  return press(page, 'Tab', selector, words)
}

async function press(page: Page, key: string, selector: string, words: string) {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press(key)
    if (await page.evaluate(isThere, { selector, words })) return
  }
  throw new Error(`${key} does not come to ${selector} ${words}`)
}

/** Whether the focus is on it, and can be seen. Runs in the page. */
function isThere({ selector, words }: { selector: string; words: string }): boolean {
  const focused = document.activeElement as HTMLInputElement | null
  if (!focused?.matches(selector)) return false
  const label = [...(focused.labels ?? [])].map(one => one.textContent).join(' ')
  return `${label} ${focused.textContent}`.includes(words)
}
