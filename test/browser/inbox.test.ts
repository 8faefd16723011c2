/** LST-1: the inbox as one lives in it: a row opens beside the list, back works, and two people see what the other did. */
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'
import { markers, plant } from '#test/planted.ts'
import { expectClean, newPerson, openChromium, type Screen } from './chromium.ts'
import { button, follow, link, wordsOf } from './steps.ts'

let app: App
let world: World
let browser: Browser
const sent: { id: string; reference: string }[] = []

beforeAll(async () => {
  const [started, chromium] = await Promise.all([startApp(), openChromium()])
  app = started
  browser = chromium
  world = await network({ database: app.database })
  for (let n = 0; n < 12; n++) sent.push(await world.send())
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

test('LST-1: a row opens beside the list, which stays where it was; back and forward work', async () => {
  const page = await signedIn('first', { javaScript: true, width: 'wide' })
  await page.goto(`${app.url}/referrals?sort=urgency`)
  await page.evaluate(() => Object.assign(window, { stayed: true }))
  const row = page.locator('.row-name').nth(9)
  await row.scrollIntoViewIfNeeded()
  const before = await page.locator('.split-list').evaluate(list => list.scrollTop)
  await row.click()
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}\?sort=urgency/)
  await expect.poll(() => wordsOf(page)).toContain('Morag Penhaligon')
  expect(await page.locator('h1').count()).toBe(1)
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
  expect(await page.locator('.split-list').evaluate(list => list.scrollTop)).toBe(before)
  expect(await page.locator('.row.current .row-name').getAttribute('aria-current')).toBe('true')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.row').nth(10).getAttribute('class')).toContain('current')
  await page.goBack()
  await expect.poll(() => page.locator('.row').nth(9).getAttribute('class')).toContain('current')
  await page.goBack()
  await expect.poll(() => wordsOf(page)).toContain('Choose a referral')
})

test('LST-1: without JavaScript the same links lead there and back; on a phone one is seen at a time', async () => {
  for (const screen of [
    { javaScript: false, width: 'wide' },
    { javaScript: true, width: 'narrow' },
  ] as const) {
    const page = await signedIn('first', screen)
    await page.goto(`${app.url}/referrals?sort=urgency`)
    await follow(page, () => page.locator('.row-name').first().click())
    expect(page.url()).toContain('?sort=urgency')
    expect(await wordsOf(page)).toContain('Morag Penhaligon')
    expect(await page.locator('.split-list').isVisible()).toBe(screen.width === 'wide')
    if (screen.width === 'narrow')
      await follow(page, () => page.getByRole('link', { name: 'Back to the list' }).click())
    else await follow(page, () => page.goBack())
    expect(await page.locator('.row').count()).toBe(12)
  }
})

test('LST-1: j and k do nothing until they are switched on', async () => {
  const page = await signedIn('first', { javaScript: true, width: 'wide' })
  await page.goto(`${app.url}/referrals`)
  await page.keyboard.press('j')
  expect(page.url()).toMatch(/\/referrals$/)
  await page.getByRole('button', { name: 'Switch on j and k' }).click()
  await page.locator('.list-title').click()
  await page.keyboard.press('j')
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}/)
  expect(await page.getByRole('button', { name: 'Switch off j and k' }).count()).toBe(1)
})

test('RES-15: one organisation splits while the other watches; after a reload both see what is so', async () => {
  const screen = { javaScript: true, width: 'wide' } as const
  const { id } = sent[0] ?? { id: '' }
  const [first, coordinator] = [await signedIn('first', screen), await signedIn('coordinator', screen)]
  for (const page of [first, coordinator]) await page.goto(`${app.url}/referrals/${id}?tab=all`)
  expect(await wordsOf(coordinator)).toContain('Waiting')

  await follow(first, () => link(first, 'Split…').click())
  await first.getByLabel('Food').check()
  await first.getByLabel('The next on the list').check()
  await follow(first, () => button(first, 'Keep these and pass on the rest').click())
  for (const page of [first, coordinator]) await follow(page, () => page.reload())

  expect(await wordsOf(first)).toContain('The first organisation kept Food')
  expect(await wordsOf(coordinator)).toContain('The second organisation')
  const second = await signedIn('second', screen)
  await second.goto(`${app.url}/referrals`)
  expect(await second.locator(`.row-name[href*="${id}"]`).count()).toBe(1)
})

test('QUALITY: a referral with notes of both kinds and a file, and a person with a file, pass axe, wide and narrow', async () => {
  const id = await plant(world, app)
  const first = await app.as(world.users.first)
  const { rows } = await sql<{ person: string }>`select person_id as person from person_referral
    where referral_id = ${id}`.execute(app.database.owner)
  const person = `/people/${rows[0]?.person}`
  await first.get(person)
  expect((await first.upload(`${person}/files`, { 'letter.txt': 'Dear all' })).status).toBe(303)
  for (const width of ['wide', 'narrow'] as const) {
    const page = await signedIn('referrer', { javaScript: true, width })
    await page.goto(`${app.url}/referrals/${id}`)
    for (const kind of ['note', 'privateNote', 'file'] as const) expect(await wordsOf(page)).toContain(markers[kind])
    await expectClean(page, 'notes and files')
    const keeper = await signedIn('first', { javaScript: true, width })
    await keeper.goto(app.url + person)
    expect(await wordsOf(keeper)).toContain('letter.txt')
    await expectClean(keeper, 'a file')
  }
})

async function signedIn(role: Role, screen: Screen): Promise<Page> {
  const context = await newPerson(browser, screen)
  const { cookies } = await app.as(world.users[role])
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: app.url })))
  return context.newPage()
}
