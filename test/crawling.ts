/** Follows every link, as a person with time would: each address once, and of addresses that differ by ids a few. */
import type { Browser } from './browser-like.ts'

export type Visited = { path: string; status: number; type: string; text: string }

/** `from`: where it begins. `most`: how many addresses of one kind. Redirects are followed and count as where they lead. */
export async function crawl(
  browser: Pick<Browser, 'get'>,
  from: string | readonly string[],
  most = 2,
): Promise<Visited[]> {
  const waiting = [from].flat()
  const known = new Set(waiting)
  const kinds = new Map<string, number>()
  const visited: Visited[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = await visit(browser, path)
    visited.push(page)
    for (const link of page.type.startsWith('text/html') ? linksIn(page.text) : []) {
      const kind = kindOf(link)
      const count = kinds.get(kind) ?? 0
      if (known.has(link) || count >= most) continue
      known.add(link)
      kinds.set(kind, count + 1)
      waiting.push(link)
    }
  }
  return visited
}

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

/** Addresses that differ only by ids and by what is filtered are of one kind. */
function kindOf(path: string): string {
  const [route = '', query = ''] = path.split('?')
  const names = [...new URLSearchParams(query).keys()].sort().join()
  return `${route.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}?${names}`
}
