/** Marker words, each its own for what it was typed into, and what the journeys that typed them were answered with. */
import type { App } from '#test/app.ts'
import type { Answer, Browser } from '#test/browser-like.ts'
import type { World } from '#test/network.ts'

/** What was typed where. A telephone number, a day and a postcode cannot hold a word: these are like no other's. */
export type Markers = ReturnType<typeof openMarkers>

export type Seen = { path: string; answer: Answer }

export const letters = 'bcdfghjklmnpqrstvwxz'

export const number = { phone: '07700900461', dateOfBirth: '1961-07-13', postcode: 'L19 9QX' } as const

export function openMarkers() {
  const words = new Map<string, string>()
  return {
    /** A word of letters alone that no text has: names take it too. */
    of: (what: string) => {
      const known = words.get(what)
      if (known) return known
      const nth = words.size
      const word = `Zq${letters[nth % 20]}${letters[Math.floor(nth / 20)]}vurx`
      words.set(what, word)
      return word
    },
    number,
    all: () =>
      [...words].concat([
        ['phone', number.phone.slice(1)],
        ['dateOfBirth', number.dateOfBirth],
        ['postcode', number.postcode],
      ]),
  }
}

/** Everything that the journeys were answered with: for what stands in addresses, links and titles. */
export function recording(app: App, seen: Seen[]) {
  const wrap = (browser: Browser): Browser => {
    const kept = async (path: string, answer: Promise<Answer>) => {
      seen.push({ path, answer: await answer })
      return answer
    }
    return {
      ...browser,
      get: path => kept(path, browser.get(path)),
      post: (path, fields) => kept(path, browser.post(path, fields)),
      fill: (path, fields) => kept(path, browser.fill(path, fields)),
      upload: (path, files, fields) => kept(path, browser.upload(path, files, fields)),
    }
  }
  return { as: async (userId: string) => wrap(await app.as(userId)), browser: () => wrap(app.browser()) }
}

export type Planted = { app: App; world: World; markers: Markers; seen: Seen[] }
