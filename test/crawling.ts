/** Follows every link, as a person with time would: each address once, and of addresses that differ by ids or filters a few. */
import type { Browser } from './browser-like.ts'

export type Visited = { path: string; status: number; type: string; text: string }

/** `from`: where it begins. `most`: how many addresses of one kind; filtered lists, one. Redirects are followed and count as where they lead. */
export async function crawl(
  browser: Pick<Browser, 'get'>,
  from: string | readonly string[],
  most = 2,
): Promise<Visited[]> {
  const waiting = [from].flat()
  const known = new Set(waiting)
  const kinds = new Map<string, number>()
  const visited: Visited[] = []
  while (waiting.length > 0) {
    // A few at a time, and what they lead to in their order: each run takes the same way.
    const pages = await Promise.all(waiting.splice(0, atOnce).map(path => visit(browser, path)))
    visited.push(...pages)
    for (const link of pages.flatMap(({ type, text }) => (type.startsWith('text/html') ? linksIn(text) : []))) {
      const its = kindsOf(link)
      if (known.has(link) || its.every(kind => (kinds.get(kind) ?? 0) >= (kind.includes('?') ? 1 : most))) continue
      known.add(link)
      for (const kind of its) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      waiting.push(link)
    }
  }
  return visited
}
const atOnce = 4

/** Our own addresses on the page, without the place on it. */
export function linksIn(text: string): string[] {
  const links = [...text.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  const own = links.filter(href => href.startsWith('/') && !href.startsWith('//'))
  return [...new Set(own.map(href => href.replace(/#.*$/, '')))].filter(href => !/[?&]lang=/.test(href))
}

async function visit(browser: Pick<Browser, 'get'>, path: string, hops = 4): Promise<Visited> {
  const { status, text, location, headers } = await browser.get(path)
  if (location && hops > 0) return visit(browser, location, hops - 1)
  return { path, status, type: headers.get('content-type') ?? '', text }
}

/**
 * Addresses that differ only by ids are of one kind. Of a list, each name that it is filtered by makes a kind, and no
 * mixture of them does: a page with ten filters would otherwise have a thousand. A file is made the same way however
 * filtered, and a thing's own page takes the filters along only to lead back to the list.
 */
function kindsOf(path: string): string[] {
  const [route = '', query = ''] = path.split('?')
  const kind = routeOf(route)
  const names = [...new Set(new URLSearchParams(query).keys())]
  if (names.length === 0 || /\.(csv|xlsx)$/.test(route)) return [kind]
  return kind === route ? names.map(name => `${kind}?${name}`) : [`${kind}?`]
}

/** Without which thing it is, and which field of the form. */
export function routeOf(path: string): string {
  const [route = ''] = path.split('?')
  return route.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/fields\/.+$/, '/fields/:field')
}
