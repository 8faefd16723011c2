/** The referral form, filled in as somebody in a hurry would: what has to be given, and what the story needs. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectClean } from './chromium.ts'
import { button, link, open, press, wordsOf } from './steps.ts'

export type Made = { id: string; reference: string }

export const story = {
  firstName: 'Rosalind',
  lastName: 'Featherstonehaugh',
  email: 'rosalind@example.com',
  street: '11 Bellows Yard',
  circumstances:
    'The meter runs out on Friday and the cupboards are empty; she has two jobs and no savings left at all.',
}

/** Emergency food and energy, in L4: Crisis Grants does both, the food bank is next. Returns the referral's id and reference. */
export async function refer(page: Page, url: string, javaScript: boolean): Promise<Made> {
  await open(page, `${url}/refer`)
  await fillIn(page)
  await press(page, button(page, 'Continue to services'))
  // Without script the first press shows the questions that the needs bring with them.
  if (!page.url().endsWith('/services')) await press(page, button(page, 'Continue to services'))
  await chooseServices(page, javaScript)
  await press(page, link(page, 'Continue to consent'))
  await page.getByLabel('Yes, they agree to this').check()
  await page.getByLabel('Spoken, by phone or video').check()
  await press(page, button(page, 'Continue to check'))
  expect(await wordsOf(page)).toContain(story.lastName)
  await press(page, button(page, /^Send to 1 organisation/))
  const id = /referrals\/([\w-]+)\/sent/.exec(page.url())?.[1] ?? ''
  const reference = (await page.locator('.reference').first().textContent())?.trim() ?? ''
  return { id, reference }
}

async function fillIn(page: Page) {
  await page.getByLabel('First name').fill(story.firstName)
  await page.getByLabel('Last name').fill(story.lastName)
  for (const [part, value] of [
    ['day', '27'],
    ['month', '3'],
    ['year', '1987'],
  ])
    await page.locator(`[name="person.dateOfBirth-${part}"]`).fill(value ?? '')
  await page.locator('[name="person.email"]').fill(story.email)
  await page.locator('[name="safeContact.channels"][value="email"]').check()
  await page.getByLabel('Address line 1').fill(story.street)
  await page.locator('[name="address.postcode"]').fill('L4 0TH')
  await page.getByLabel('Emergency food').check()
  await page.getByLabel('Help with energy bills').check()
  await page.getByLabel('Their circumstances').fill(story.circumstances)
}

/** Leaves Crisis Grants first and the food bank after it, and takes everybody else off. */
async function chooseServices(page: Page, javaScript: boolean) {
  const list = page.locator('ol.picks > li')
  const names = await list.locator('h3').evaluateAll(found => found.map(one => one.firstChild?.textContent ?? ''))
  expect(names[0]).toBe('Crisis Grants')
  for (const name of names) {
    if (name === 'Crisis Grants' || name === 'Three Lamps Food Bank') continue
    const take = page.getByRole('button', { name: `Remove ${name} from the list` })
    if (javaScript) {
      await take.click()
      await take.waitFor({ state: 'detached' })
    } else await press(page, take)
  }
  await expectClean(page)
}
