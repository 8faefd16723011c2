/** QUALITY, Accessibility: axe finds nothing on any kind of page that each role comes to by links. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { crawl, routeOf, type Visited } from '#test/crawling.ts'
import { freshDemonstration } from '#test/demonstration.ts'
import { expectClean, newPerson, openChromium, ownTitle } from './chromium.ts'

let app: App
let browser: Browser
/** The page of the referral that is another to each role, however far down their lists it stands. */
let restricted: string

beforeAll(async () => {
  browser = await openChromium()
  app = await startApp({ DEMO: 'on' }, await freshDemonstration())
  const found = app.database.owner.selectFrom('referral').select('id').where('restricted', '=', true)
  restricted = `/referrals/${(await found.executeTakeFirstOrThrow()).id}`
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** Swagger UI's own markup has faults that we cannot mend here; /api/v1/openapi.json tells the same. */
const notOurMarkup = ['/api/docs/reference']

/** Pages that are another page to each role; the others are looked at once per width. */
const differs = /^\/(?:$|referrals|organisations|people)/

const people = {
  'an administrator': ['priya@onward.example.org', 'wide'],
  'a coordinator': ['colm@mersey.example.org', 'wide'],
  'a commissioner': ['hazel@funders.example.org', 'narrow'],
  'a primary user': ['bernie@lamps.example.org', 'narrow'],
  'a member of two organisations': ['asha@lamps.example.org', 'narrow'],
} as const

for (const [who, [email, width]] of Object.entries(people))
  test(`every kind of page that ${who} comes to passes axe and fits the screen, and asks nobody else for anything`, async () => {
    const { id } = await app.database.owner
      .selectFrom('user')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    const reader = await app.as(id)
    const visited = (await crawl(reader, ['/', restricted], 1)).filter(({ type }) => type.startsWith('text/html'))
    const context = await newPerson(browser, { width })
    const cookies = [...reader.cookies].map(([name, value]) => ({ name, value, url: app.url }))
    await context.addCookies(cookies)
    const page = await context.newPage()
    const elsewhere: string[] = []
    page.on('request', request => request.url().startsWith(app.url) || elsewhere.push(request.url()))
    const { true: special = [], false: usual = [] } = Object.groupBy(visited, ({ path }) => `${path === restricted}`)
    for (const one of [...special, ...onePerRoute(usual)]) {
      const { path } = one
      const kind = kindOf(one, who, width)
      if (notOurMarkup.includes(path) || looked.has(kind)) continue
      await page.goto(app.url + path)
      await expectClean(page, differs.test(path) ? who : '')
      looked.add(kind)
    }
    expect(elsewhere).toEqual([])
    await context.close()
  }, 600_000) // each page has a limit of its own

/** Filters change what a page lists, not how it is made. */
function onePerRoute(pages: readonly Visited[]): Visited[] {
  const routes = pages.map(({ path }) => routeOf(path))
  return pages.filter((_, at) => routes.indexOf(routes[at] ?? '') === at)
}

/** What axe would pass over need not be opened. */
function kindOf({ path, text }: Visited, who: string, width: string): string {
  const [, title = ''] = /<title>([^<]*)/.exec(text) ?? []
  return [differs.test(path) ? who : '', width, routeOf(path), ownTitle(title)].join()
}
const looked = new Set<string>()
