/** In which language a page answers: as switched on this browser, as the user prefers, as the browser asks. */
import type { Context, HonoRequest } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { isLanguage, type Language, type T, translator } from '../words/index.ts'
import type { PageEnv, PublicEnv } from './env.ts'
import { isCookieless, ownPath } from './paths.ts'

const year = 365 * 86_400

export function languageOf(c: Context<PublicEnv>, preferred?: Language): T {
  const switched = getCookie(c, nameFor(c))
  return translator(isLanguage(switched) ? switched : (preferred ?? asked(c.req.header('accept-language'))))
}

/** As the address says, or the browser: for pages that remember nothing. */
export function languageWithoutCookie(c: Context<PublicEnv>): T {
  const chosen = c.req.query('lang')
  return translator(isLanguage(chosen) ? chosen : asked(c.req.header('accept-language')))
}

/** Another address of pages that remember nothing, in the language that this one’s address asks for. */
export function sameLanguage(c: { req: Pick<HonoRequest, 'query'> }, path: string): string {
  const chosen = c.req.query('lang')
  return isLanguage(chosen) ? `${path}${path.includes('?') ? '&' : '?'}lang=${chosen}` : path
}

/** `?lang=cy` on any page: remembers it and shows the same page. */
export const switchLanguage = createMiddleware<PublicEnv>(async (c, next) => {
  const chosen = c.req.query('lang')
  if (c.req.method !== 'GET' || !isLanguage(chosen) || isCookieless(c.req.path)) return next()
  keepLanguage(c, chosen)
  return c.redirect(inLanguage(c.req.url, null), 303)
})

/** On this browser, whoever signs in. */
export function keepLanguage(c: Context<PublicEnv> | Context<PageEnv>, language: Language): void {
  const secure = c.var.deps.config.baseUrl.startsWith('https:')
  setCookie(c, nameFor(c), language, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: year })
}

function nameFor(c: Context<PublicEnv> | Context<PageEnv>): string {
  return c.var.deps.config.baseUrl.startsWith('https:') ? '__Host-language' : 'language'
}

/** The same page's address with or without the word for another language. */
export function inLanguage(url: string, language: Language | null): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.delete('lang')
  if (language) searchParams.set('lang', language)
  const query = searchParams.toString()
  return ownPath(query ? `${pathname}?${query}` : pathname)
}

function asked(header = ''): Language {
  return /^\s*cy\b/i.test(header) ? 'cy' : 'en'
}
