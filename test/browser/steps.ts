/** What people do on a page: sign in, follow a letter, press, and look whether the page is as it should be. */
import type { Locator, Page } from 'playwright-core'
import { vi } from 'vitest'
import { demonstrationPassword } from '#src/db/demonstration.ts'
import type { PostOffice } from '#test/post-office.ts'
import { expectClean } from './chromium.ts'

/** Presses it, waits for the page that follows and checks that one. */
export async function press(page: Page, what: Locator): Promise<void> {
  await follow(page, () => what.click())
  await expectClean(page)
}

/** Does what leads to another page, and waits until it is there. */
export async function follow(page: Page, go: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), go()])
}

export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expectClean(page)
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first()
export const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true }).first()

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(demonstrationPassword)
  await press(page, button(page, 'Sign in'))
}

/** Of the last letter to them about this referral that has this title; waits until it has arrived. */
export async function letterTo({ letters }: PostOffice, email: string, title: string, reference: string) {
  const isIt = ({ envelopeTo, subject, text }: PostOffice['letters'][number]) =>
    envelopeTo === email && subject?.includes(reference) && text?.includes(title)
  const find = () => letters.findLast(isIt)
  return vi.waitFor(
    () => {
      const letter = find()
      if (!letter) throw new Error(`no letter: ${title}, to ${email}`)
      return letter
    },
    { timeout: 20_000, interval: 100 },
  )
}

/** The address in it, as a path. */
export function pathIn({ text = '' }: { text?: string | undefined }): string {
  const { pathname } = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '')
  return pathname
}

/** Everything that the page says. */
export async function wordsOf(page: Page): Promise<string> {
  return (await page.locator('main').textContent()) ?? ''
}
