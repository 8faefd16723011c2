/** On which page a form was that somebody sent. */
import type { Context } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { doors } from './doors.ts'
import type { PublicEnv } from './env.ts'
import { ownPath, paths } from './paths.ts'

/** What the browser says it came from, or where it was sent; or what stands above, where that itself is no page. */
export function pageOf({ req }: Context<PublicEnv>): string {
  const from = req.header('referer')
  const addresses = [...(from && URL.canParse(from) ? [from] : []), req.url].map(address => new URL(address))
  for (const { pathname, search } of addresses)
    for (const path of upwards(pathname))
      if (isPage(path)) return ownPath(path === pathname ? `${path}${search}` : path)
  return paths.home
}

function upwards(path: string): string[] {
  const parts = path.split('/').slice(1)
  return parts.map((_, at) => `/${parts.slice(0, parts.length - at).join('/')}`)
}

let pages: TrieRouter<true> | undefined
function isPage(path: string): boolean {
  pages ??= routerOf(Object.keys(doors).filter(door => /^GET \/(?!api\/|assets\/)/.test(door)))
  return pages.match('GET', path)[0].length > 0
}

function routerOf(found: readonly string[]): TrieRouter<true> {
  const router = new TrieRouter<true>()
  for (const door of found) router.add('GET', door.slice('GET '.length), true)
  return router
}
