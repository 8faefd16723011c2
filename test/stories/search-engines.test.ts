/** PUB-2: what a search engine finds: it begins at robots.txt, reads the site map, and follows every link that it may. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { linksIn } from '#test/crawling.ts'
import { freshDemonstration } from '#test/demonstration.ts'

type Read = { url: URL; status: number; type: string; tag: string; text: string }

let app: App
const pages = new Map<string, Read>()
let listed: string[]
let robots: string

beforeAll(async () => {
  app = await startApp({ BASE_URL: 'https://onward.example.org' }, await freshDemonstration())
  robots = (await fetchHere('/robots.txt')).text
  const [, siteMap = ''] = /^Sitemap: https:\/\/onward\.example\.org(.+)$/m.exec(robots) ?? []
  listed = locationsIn((await fetchHere(siteMap)).text)
  await readAll(listed.map(pathOf))
}, 180_000)
afterAll(() => app?.stop())

const networkPages = () => [...pages.values()].filter(({ url }) => /^\/n\//.test(url.pathname))
/** What search engines are asked to show: each as the site map names it, or a kind of help. */
const indexed = () =>
  networkPages().filter(
    ({ url, text }) => text.includes('<link rel="canonical"') && url.searchParams.get('lang') !== 'en',
  )

test('PUB-2: the site map names every public page in both languages, and each answers', () => {
  expect(listed.length).toBeGreaterThan(100)
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed.filter(url => url.includes('?lang=cy'))).toHaveLength(listed.length / 2)
  expect(listed.filter(url => /[?&](list|s)=/.test(url))).toEqual([])
  expect(
    [...pages.values()].filter(({ status }) => status !== 200).map(({ url, status }) => `${url.href} ${status}`),
  ).toEqual([])
})

test('PUB-2: every page has one heading, a title and a description of its own, and says where it really is', () => {
  const named = new Set(listed.map(pathOf))
  const seen = indexed().filter(({ url }) => named.has(`${url.pathname}${url.search}`))
  expect(seen.length).toBeGreaterThan(100)
  for (const { url, text } of seen) {
    expect(text.match(/<h1[\s>]/g), url.href).toHaveLength(1)
    expect(pathOf(canonicalIn(text)), url.href).toBe(`${url.pathname}${url.search}`)
  }
  const open = seen.filter(({ text }) => !text.includes('data-leave'))
  for (const some of Map.groupBy(open, ({ url }) => url.search).values()) {
    expect(repeated(some.map(({ text }) => tagIn(text, /<title>([^<]*)/)))).toEqual([])
    expect(repeated(some.map(({ text }) => tagIn(text, /<meta name="description" content="([^"]*)"/)))).toEqual([])
  }
})

test('PUB-2: each page names its other language, and that one names it back', () => {
  for (const { url, text } of indexed()) {
    const others = alternatesIn(text)
    expect(Object.keys(others).sort(), url.href).toEqual(['cy', 'en', 'x-default'])
    expect(Object.values(others), url.href).toContain(canonicalIn(text))
    for (const other of Object.values(others)) {
      const there = pages.get(pathOf(other))
      if (there) expect(alternatesIn(there.text), other).toEqual(others)
    }
  }
})

test('PUB-2: what is said in the words of schema.org is well formed, and of what the page is', () => {
  const said = indexed().flatMap(({ url, text }) =>
    [...text.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, json = '']) => ({
      url,
      data: JSON.parse(json),
    })),
  )
  const kinds = (path: RegExp) =>
    new Set(said.filter(({ url }) => path.test(url.pathname)).map(({ data }) => data['@type']))
  expect([...kinds(/\/organisations\//)]).toEqual(['Organization'])
  expect([...kinds(/\/services\//)]).toEqual(['Service'])
  for (const { data } of said) expect(data['@context']).toBe('https://schema.org')
})

test('PUB-2: nothing but signing in, joining and one’s own page is led to besides, and nothing that is not public is said', async () => {
  const elsewhere = new Set(
    networkPages()
      .flatMap(({ text }) => linksIn(text))
      .filter(path => !/^\/n(\/|$|\?)/.test(path))
      .map(path => path.replace(/[?#].*/, '')),
  )
  expect([...elsewhere].filter(path => !/^\/(sign-in|p|f\/[\w-]+|networks\/[\w-]+\/join)$/.test(path))).toEqual([])
  const hidden = await app.database.owner
    .selectFrom('service as s')
    .innerJoin('serviceInNetwork as i', 'i.serviceId', 's.id')
    .select('s.name')
    .where('i.listed', '=', false)
    .execute()
  const secret = await app.database.owner.selectFrom('location').select('address1').where('secret', '=', true).execute()
  const words = [...hidden.map(({ name }) => name), ...secret.map(({ address1 }) => address1)].filter(Boolean)
  expect(words.length).toBeGreaterThan(0)
  const shown = [...new Set(hidden.map(({ name }) => name))].filter(name => isListedToo(name))
  for (const word of words.filter(word => !shown.includes(word)))
    expect(
      networkPages()
        .filter(({ text }) => text.includes(word))
        .map(({ url }) => url.href),
      word,
    ).toEqual([])
})

test('PUB-2: a page that did not change is not sent again', async () => {
  const some = indexed().filter((_, nth) => nth % 10 === 0)
  expect(some.length).toBeGreaterThan(10)
  for (const { url, tag } of some)
    expect((await fetchHere(`${url.pathname}${url.search}`, { 'if-none-match': tag })).status, url.href).toBe(304)
})

test('PUB-2: robots leave a reader’s list and search alone, and all that is behind signing in', () => {
  for (const path of [
    '/n/mersey/saved?list=1',
    '/n/mersey/services?need=2&s=3',
    '/n/mersey/embed',
    '/referrals',
    '/system',
  ])
    expect(mayRead(path), path).toBe(false)
  for (const path of [
    '/n',
    '/n/mersey',
    '/n/mersey/services?need=2',
    '/n/mersey?lang=cy',
    '/sign-in',
    '/networks/mersey/join',
  ])
    expect(mayRead(path), path).toBe(true)
})

/** Those of the site map, then whatever they lead to, a few at a time. */
async function readAll(paths: string[]) {
  const waiting = [...new Set(paths)]
  const known = new Set(waiting)
  while (waiting.length > 0) {
    const read = await Promise.all(waiting.splice(0, 6).map(path => fetchHere(path)))
    for (const page of read) pages.set(`${page.url.pathname}${page.url.search}`, page)
    for (const path of read.flatMap(followedFrom)) {
      if (known.has(path) || !mayRead(path)) continue
      known.add(path)
      waiting.push(path)
    }
  }
}

/** Filters in all their mixtures would never end: a kind of help alone, and of each other filter a few. */
function followedFrom({ type, text }: Read): string[] {
  if (!type.startsWith('text/html')) return []
  const links = [...text.matchAll(/<a\b(?![^>]*nofollow)[^>]*?\shref="(\/n[^"#]*)/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
  return links.filter(href => {
    const { searchParams } = new URL(href, app.url)
    const [name, more] = [...searchParams.keys()].filter(key => key !== 'lang')
    if (more || searchParams.get('lang') === 'en') return false
    if (!name || name === 'need') return true
    followed.set(name, (followed.get(name) ?? 0) + 1)
    return (followed.get(name) ?? 0) <= 4
  })
}
const followed = new Map<string, number>()

async function fetchHere(path: string, headers: Record<string, string> = {}): Promise<Read> {
  const answer = await fetch(new URL(path, app.url), { headers })
  const { searchParams } = new URL(path, app.url)
  const text = await answer.text()
  const url = new URL(path, app.url)
  url.search = searchParams.toString() === '' ? '' : url.search
  return {
    url,
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    tag: answer.headers.get('etag') ?? '',
    text,
  }
}

/** As the rules of robots.txt are read: the longest that fits holds, and an allowing one before a forbidding one of its length. */
function mayRead(path: string): boolean {
  const rules = [...robots.matchAll(/^(Allow|Disallow): (.+)$/gm)].map(([, kind, rule = '']) => ({
    allows: kind === 'Allow',
    rule,
  }))
  const fitting = rules
    .filter(({ rule }) => fits(path, rule))
    .sort((a, b) => b.rule.length - a.rule.length || Number(b.allows) - Number(a.allows))
  return fitting[0]?.allows ?? true
}

function fits(path: string, rule: string): boolean {
  const pattern = rule.replaceAll(/[.+?^{}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${pattern}`).test(path)
}

function isListedToo(name: string): boolean {
  return (
    listed.length > 0 &&
    networkPages().some(
      ({ url, text }) => /\/services\/[0-9a-f-]{36}$/.test(url.pathname) && text.includes(`<h1>${name}</h1>`),
    )
  )
}

function locationsIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'))
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}

function canonicalIn(text: string): string {
  return tagIn(text, /<link rel="canonical" href="([^"]*)"/).replaceAll('&amp;', '&')
}

function alternatesIn(text: string): Record<string, string> {
  const found = [...text.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)]
  return Object.fromEntries(found.map(([, language, href = '']) => [language, href.replaceAll('&amp;', '&')]))
}

function tagIn(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? ''
}

function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, at) => texts.indexOf(text) !== at))]
}
