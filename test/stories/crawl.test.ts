/** Every page of the demonstration that each role can reach by its links: it is there, it is light, it is all ours. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { crawl, type Visited } from '#test/crawling.ts'
import { freshDemonstration } from '#test/demonstration.ts'

let app: App
/** By address, compressed. */
const sheets = new Map<string, number>()
const kilobyte = 1024

beforeAll(async () => {
  app = await startApp({ DEMO: 'on' }, await freshDemonstration())
}, 180_000)
afterAll(() => app?.stop())

const people = {
  nobody: null,
  'an administrator': 'priya@onward.example.org',
  'a coordinator': 'colm@mersey.example.org',
  'a commissioner': 'hazel@funders.example.org',
  'a primary user': 'bernie@lamps.example.org',
  'a member of two organisations': 'asha@lamps.example.org',
  'a member without the agreement': 'dot@tidewell.example.org',
} as const

for (const [who, email] of Object.entries(people))
  test(`NAV-1: every link that ${who} finds leads somewhere, to a page that is light and all our own`, async () => {
    const browser = email ? await app.as(await idOf(email)) : app.browser()
    const visited = await crawl(browser, email ? '/' : '/sign-in')
    expect(visited.length).toBeGreaterThan(email ? 2 : 1)
    expect(visited.filter(({ status }) => status !== 200).map(({ path, status }) => `${path} ${status}`)).toEqual([])
    const pages = visited.filter(({ type }) => type.startsWith('text/html'))
    expect(pages.flatMap(foreignIn)).toEqual([])
    expect(
      pages
        .filter(({ text }) =>
          /<script(?![^>]*\s(?:src=|type="application\/(?:ld\+)?json"))|<style|\sstyle="|\son\w+="/i.test(text),
        )
        .map(pathOf),
    ).toEqual([])
    for (const { path, text } of pages)
      expect((await weightOfSheets(text)) + squeezed(text), `${path}: HTML and CSS`).toBeLessThanOrEqual(30 * kilobyte)
  }, 120_000)

const pathOf = ({ path }: Visited) => path

async function idOf(email: string): Promise<string> {
  const found = app.database.owner.selectFrom('user').select('id').where('email', '=', email)
  return (await found.executeTakeFirstOrThrow()).id
}

/** Whatever a browser would fetch by itself from somewhere else; where a page really is, and in which other language, is only said. */
function foreignIn({ path, text }: Visited): string[] {
  const fetched =
    /<(?:script|img|link(?! rel="(?:canonical|alternate)")|iframe|source|video|use|image)\b[^>]*?\s(?:src|href|srcset)="(?:https?:)?\/\/[^"]*"/gi
  return [...text.matchAll(fetched)].map(([tag]) => `${path}: ${tag}`)
}

async function weightOfSheets(text: string): Promise<number> {
  const hrefs = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '')
  for (const href of hrefs) if (!sheets.has(href)) sheets.set(href, squeezed((await app.browser().get(href)).text))
  return hrefs.reduce((sum, href) => sum + (sheets.get(href) ?? 0), 0)
}

function squeezed(text: string): number {
  return gzipSync(text).length
}
