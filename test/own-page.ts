/** The person who was referred, at the page of their own. */
import { expect } from 'vitest'
import type { App } from './app.ts'
import type { Answer, Browser } from './browser-like.ts'
import type { Role, World } from './network.ts'

export type Card = { reference: string; code: string }

/** By the page that makes it, as the card shows it. */
export async function cardFor(app: App, world: World, id: string, by: Role = 'referrer'): Promise<Card> {
  const browser = await app.as(world.users[by])
  await browser.get(`/referrals/${id}/person-code`)
  const card = await browser.post(`/referrals/${id}/person-code`, {})
  expect(card.status).toBe(200)
  const [, code = ''] = /<dd>(\d{4} \d{4})<\/dd>/.exec(card.text) ?? []
  const [, reference = ''] = /<dd>([\dA-Z]{4}-[\dA-Z]{5})<\/dd>/.exec(card.text) ?? []
  expect([code, reference]).not.toContain('')
  return { reference, code }
}

export const keyIn = ({ text }: Answer) => /name="key" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Reference and code shown; what is posted after that carries the page's key. */
export async function atOwnPage(app: App, card: Card) {
  const browser: Browser = app.browser()
  const page = await browser.fill('/p', card)
  const key = keyIn(page)
  const post = (act: string, fields: Record<string, string> = {}) => browser.post(`/p${act}`, { key, ...fields })
  return { browser, page, post }
}
