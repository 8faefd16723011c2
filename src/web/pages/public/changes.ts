/** PUB-2: what is new in a network's directory, for programs that follow it. */
import { Hono } from 'hono'
import { type DirectoryChange, listChanges } from '../../../db/open-data/changes.ts'
import { type Feed, writeJsonFeed, writeRss } from '../../../files/feed.ts'
import type { PublicEnv } from '../../env.ts'
import { publicPaths } from '../../public-paths.ts'
import { openSite, type Site } from './site.ts'

const mostTold = 50
const types = { rss: 'application/rss+xml; charset=utf-8', json: 'application/feed+json; charset=utf-8' } as const

export const directoryChanges = new Hono<PublicEnv>().get('/n/:slug/:file{changes\\.(rss|json)}', async c => {
  const site = await openSite(c)
  const changes = await listChanges(c.var.ctx.db, site.network.id, mostTold)
  const format = c.req.path.endsWith('json') ? 'json' : 'rss'
  const last = changes[0]?.at ?? new Date(0)
  const tag = `W/"${changes.length}-${last.getTime()}-${site.t.language}"`
  c.header('Cache-Control', 'public, max-age=300, stale-while-revalidate=3600')
  c.header('Vary', 'Accept-Language')
  c.header('ETag', tag)
  c.header('Last-Modified', last.toUTCString())
  if (isKnown(c.req.header('if-none-match'), c.req.header('if-modified-since'), tag, last)) return c.body(null, 304)
  const base = new URL(c.var.deps.config.baseUrl)
  c.header('Content-Type', types[format])
  c.header('Access-Control-Allow-Origin', '*')
  const feed = feedOf(site, changes, base, c.req.path)
  return c.body(format === 'json' ? writeJsonFeed(feed) : writeRss(feed))
})

/** The tag counts where both are given. */
function isKnown(tags: string | undefined, since: string | undefined, tag: string, last: Date): boolean {
  if (tags !== undefined) return tags.split(/,\s*/).includes(tag)
  return since !== undefined && Date.parse(since) >= Math.floor(last.getTime() / 1000) * 1000
}

function feedOf({ t, network, slug }: Site, changes: readonly DirectoryChange[], base: URL, path: string): Feed {
  const at = (path: string) => new URL(path, base).href
  return {
    title: t('publicSite.changes.title', { network: network.name }),
    about: t('publicSite.changes.about'),
    ...{ page: at(publicPaths.services(slug)), self: at(path), language: t.language },
    items: changes.map(({ serviceId, name, organisation, description, kind, at: when }) => ({
      id: `${serviceId}:${kind}:${when.toISOString()}`,
      title: t(`publicSite.changes.${kind}`, { name }),
      text: [
        t('publicSite.changes.by', { organisation }),
        kind === 'gone' ? t('publicSite.changes.goneText') : description,
      ]
        .filter(Boolean)
        .join('. '),
      url: at(kind === 'gone' ? publicPaths.services(slug) : publicPaths.service(slug, serviceId)),
      at: when,
      tag: kind,
    })),
  }
}
