/** A coordinator builds an eviction question, tries it, publishes it; the referrer meets it. At a screen with script and on a phone without. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'
import { newPerson, openChromium } from './chromium.ts'
import { button, follow, link, open, press, wordsOf } from './steps.ts'

let app: App
let world: World
let browser: Browser

beforeAll(async () => {
  browser = await openChromium()
  app = await startApp()
  world = await network({ database: app.database })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const ways = [
  { way: 'with script', javaScript: true, width: 'wide', danger: 'eviction' },
  { way: 'without script, on a phone', javaScript: false, width: 'narrow', danger: 'repossession' },
] as const

for (const { way, javaScript, width, danger } of ways)
  test(`FORM-5: an urgency question is designed, tried, published and met, ${way}`, async () => {
    const colm = await signedIn('coordinator', { javaScript, width })
    await open(colm, `${app.url}/system/form`)
    await press(colm, link(colm, 'Add a section'))
    await colm.getByLabel('Name of the section').fill(`Home and ${danger}`)
    await press(colm, button(colm, 'Save'))

    await design(colm, danger, javaScript)
    expect(await wordsOf(colm)).toContain(`Asked if “Is there a risk of ${danger}?” is Yes`)
    expect(await wordsOf(colm)).toContain('If it is Yes: the referral is urgent')

    await press(colm, link(colm, 'See changes and publish'))
    await press(colm, button(colm, 'Publish'))
    expect(await wordsOf(colm)).toContain('Published. Referrals begun from now on use this version.')

    const rosa = await signedIn('referrer', { javaScript, width })
    await open(rosa, `${app.url}/refer`)
    const second = rosa.getByLabel(`What happened about the ${danger}?`)
    expect(await second.isVisible()).toBe(false)
    await rosa
      .getByRole('group', { name: `Is there a risk of ${danger}?` })
      .getByLabel('Yes')
      .check()
    if (!javaScript) await press(rosa, button(rosa, 'Continue to services'))
    await second.waitFor()
  })

test('FORM-5: a question is dragged into another section, and is not dragged behind one that hangs on it', async () => {
  const colm = await signedIn('coordinator', { javaScript: true, width: 'wide' })
  await colm.setViewportSize({ width: 1280, height: 1800 })
  await open(colm, `${app.url}/system/form`)
  const sections = () => colm.locator('[data-sort]').allInnerTexts()
  const rowOf = (label: string) =>
    colm.locator('[data-item]').filter({ has: colm.getByRole('link', { name: label, exact: true }) })
  const about = rowOf('What happened about the eviction?')
  await drag(colm, about, colm.locator('.card', { hasText: 'No questions in this section yet' }))
  const [first, second] = await sections()
  expect(first).not.toContain('What happened about the eviction?')
  expect(second).toContain('What happened about the eviction?')
  await open(colm, `${app.url}/system/form`)
  const before = await sections()
  await drag(colm, rowOf('Is there a risk of repossession?'), rowOf('What happened about the repossession?'))
  expect(await wordsOf(colm)).toContain('Nothing was changed')
  expect(await sections()).toEqual(before)
})

/** By its handle, to the lower end of something else. */
async function drag(page: Page, row: Locator, over: Locator) {
  const from = await row.locator('[data-handle]').boundingBox()
  const to = await over.boundingBox()
  if (!from || !to) throw new Error('nothing to drag')
  await follow(page, async () => {
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + from.width / 2, to.y + to.height - 8, { steps: 10 })
    await page.mouse.up()
  })
}

/** Two questions: one that makes it urgent, one that is asked because of it; tried before they are saved. */
async function design(page: Page, danger: string, javaScript: boolean) {
  await press(page, link(page, 'Add a question').last())
  await page.getByLabel('What you ask', { exact: true }).fill(`Is there a risk of ${danger}?`)
  await change(
    page,
    javaScript,
    () => button(page, 'Let an answer do something').click(),
    '[name="effects.0.operator"]',
  )
  await page.getByLabel('How it is compared').selectOption({ label: 'is' })
  await page.getByLabel('Answer to “').selectOption({ label: 'Yes' })
  await page.getByLabel('Effect 1: what it does').selectOption({ label: 'the referral is urgent' })
  if (javaScript) await page.locator('[data-effect]').waitFor({ state: 'attached' })
  await page
    .getByRole('group', { name: /Is there a risk|Your question/ })
    .getByLabel('Yes')
    .check()
  if (!javaScript) await press(page, button(page, 'Try these answers'))
  await page.locator('.doings').getByText('the referral is urgent').waitFor()
  await press(page, button(page, 'Save question'))

  await press(page, link(page, 'Add a question').last())
  await page.getByLabel('What you ask', { exact: true }).fill(`What happened about the ${danger}?`)
  await page.getByLabel('How it is answered').selectOption({ label: 'A few words' })
  await change(page, javaScript, () => button(page, 'Ask it only sometimes').click(), '[name="when.0.question"]')
  const choose = () =>
    page.getByLabel('Condition 1: what it looks at').selectOption({ label: `Is there a risk of ${danger}?` })
  if (javaScript) await choose()
  else {
    await choose()
    await press(page, button(page, 'Show the answers to choose from'))
  }
  await page.locator('[name="when.0.answer"]').selectOption({ label: 'Yes' })
  await press(page, button(page, 'Save question'))
}

/** Script changes the page in place; without it there is a new page. */
async function change(page: Page, javaScript: boolean, act: () => Promise<unknown>, appears: string) {
  if (javaScript) await act()
  else await follow(page, act)
  await page.locator(appears).waitFor()
}

async function signedIn(role: 'coordinator' | 'referrer', screen: Parameters<typeof newPerson>[1]): Promise<Page> {
  const { cookies } = await app.as(world.users[role])
  const context = await newPerson(browser, screen)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: app.url })))
  return context.newPage()
}
