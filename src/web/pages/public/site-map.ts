/** PUB-2: where search engines begin: what they may read, and every public page in both languages. */
import { Hono } from 'hono'
import { listPublicPages, type NetworkPages } from '../../../db/open-data/pages.ts'
import { type Language, languages } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { publicPaths } from '../../public-paths.ts'

/** No more than these may stand in one file; where there are more, the file lists files. */
const mostInFile = 50_000

export const siteMap = new Hono<PublicEnv>()
  .get(publicPaths.robots, c => {
    c.header('Cache-Control', 'public, max-age=3600')
    return c.text(robots(new URL(publicPaths.siteMap, c.var.deps.config.baseUrl).href))
  })
  .get(publicPaths.siteMap, async c => {
    const { baseUrl } = c.var.deps.config
    const networks = await listPublicPages(c.var.ctx.db)
    const several = networks.filter(({ open }) => open).length > 1
    const pages = [...(several ? [{ path: publicPaths.networks, at: null }] : []), ...networks.flatMap(pagesOf)]
    const entries = pages.flatMap(page => entriesOf(page, baseUrl))
    const files = Math.ceil(entries.length / mostInFile)
    const wanted = c.req.query('file')
    if (wanted !== undefined && !(/^\d{1,4}$/.test(wanted) && Number(wanted) < files)) throw absent()
    const at = Number(wanted ?? 0) * mostInFile
    c.header('Cache-Control', 'public, max-age=3600')
    c.header('Content-Type', 'application/xml; charset=utf-8')
    if (wanted === undefined && files > 1) return c.body(indexOf(files, new URL(publicPaths.siteMap, baseUrl).href))
    return c.body(urlSet(entries.slice(at, at + mostInFile)))
  })

/** A reader's own list and search are theirs alone; behind signing in there is nothing to find. The longest rule that fits holds. */
function robots(siteMapUrl: string): string {
  const own = ['list', 's'].flatMap(name => [`/*?${name}=`, `/*&${name}=`])
  const shut = ['/', ...own, '/n/*/embed', '/n/*/ask'].map(path => `Disallow: ${path}`)
  const open = ['/n$', '/n/', '/networks/*/join', '/sign-in$', '/assets/', '/pictures/'].map(path => `Allow: ${path}`)
  return ['User-agent: *', ...shut, ...open, '', `Sitemap: ${siteMapUrl}`, ''].join('\n')
}

type Listed = { path: string; at: string | null }

function pagesOf({ slug, open, changedAt, services, organisations }: NetworkPages): Listed[] {
  const plain = [publicPaths.welcome(slug), publicPaths.complaints(slug), publicPaths.safety(slug)]
  const directory = [publicPaths.services(slug), publicPaths.organisations(slug)]
  return [
    ...[...plain, ...(open ? directory : [])].map(path => ({ path, at: changedAt })),
    ...services.map(({ id, at }) => ({ path: publicPaths.service(slug, id), at })),
    ...organisations.map(({ id, at }) => ({ path: publicPaths.organisation(slug, id), at })),
  ]
}

/** Once for each language, each naming all. */
function entriesOf({ path, at }: Listed, baseUrl: string): string[] {
  const url = (language: Language) => new URL(language === 'en' ? path : `${path}?lang=${language}`, baseUrl).href
  const links = languages
    .map(it => `<xhtml:link rel="alternate" hreflang="${it}" href="${escaped(url(it))}"/>`)
    .join('')
  const changed = at ? `<lastmod>${at}</lastmod>` : ''
  return languages.map(language => `<url><loc>${escaped(url(language))}</loc>${changed}${links}</url>`)
}

function urlSet(entries: readonly string[]): string {
  return `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
}

function indexOf(files: number, url: string): string {
  const all = Array.from(
    { length: files },
    (_, nth) => `<sitemap><loc>${escaped(`${url}?file=${nth}`)}</loc></sitemap>`,
  )
  return `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${all.join('\n')}\n</sitemapindex>\n`
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
