/** Puts a page for everybody into its shell, kept by browsers and proxies until something that it shows changes. */
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import type { Context } from 'hono'
import type { VNode } from 'preact'
import { stretchAt } from '../../../domain/week-edges.ts'
import type { PublicEnv } from '../../env.ts'
import { helpOf, logoOf, switchOf } from '../../page-context.tsx'
import { paths, signInThen } from '../../paths.ts'
import { publicPaths } from '../../public-paths.ts'
import type { Children } from '../../ui/context.tsx'
import { html } from '../../ui/html.ts'
import { PublicPage, type PublicPageProps } from '../../ui/public-page.tsx'
import { headOf } from './head.tsx'
import type { Site } from './site.ts'

type Given = 'title' | 'errors' | 'islands' | 'sheets' | 'back' | 'bare' | 'narrow'
export type Shown = Pick<PublicPageProps, Given> & {
  view: VNode
  /** Which entry of the menu it belongs to. */
  at?: 'find' | 'organisations' | 'list'
  /** Somebody may have to leave it at once. */
  sensitive?: boolean
  /** What search engines show of it; left out where they shall leave it alone. */
  about?: string | undefined
  /** Its address without what is a reader's own; left out where it is the page's path. */
  canonical?: string
  /** What it is, for search engines, in the words of schema.org. */
  data?: object | undefined
  head?: Children
}

/** Answers without drawing where the reader has it already. `show` is asked only where it has to be drawn. */
export async function show(c: Context<PublicEnv>, site: Site, draw: () => Shown | Promise<Shown>): Promise<Response> {
  if (c.req.method === 'POST' || isOwn(c)) return respond(c, site, await draw())
  const tag = tagOf(c, site)
  c.header('Cache-Control', 'public, max-age=300, stale-while-revalidate=3600')
  c.header('Vary', 'Accept-Language')
  c.header('ETag', tag)
  if (c.req.header('if-none-match')?.split(/,\s*/).includes(tag)) return c.body(null, 304)
  return respond(c, site, await draw())
}

/** A search with words in it is its reader's own, and nobody else keeps it. */
function isOwn(c: Context<PublicEnv>): boolean {
  return c.req.query('s') !== undefined
}

/** Another program may draw it otherwise. */
const drawnBy = statSync(import.meta.filename).mtimeMs

/** Weak: what compresses on the way may change the bytes and not what they say. */
export function tagOf(c: Context<PublicEnv>, { edition, edges, clock, t }: Site): string {
  const { pathname, search } = new URL(c.req.url)
  const parts = [edition, stretchAt(edges, clock), t.language, pathname, search, drawnBy]
  return `W/"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}"`
}

function respond(c: Context<PublicEnv>, site: Site, shown: Shown) {
  const { view, at, sensitive, about, canonical, data, head, ...rest } = shown
  const { t, network, slug, to } = site
  const isKept = about !== undefined && c.req.method === 'GET' && !isOwn(c)
  const logo = logoOf(network)
  const page = (
    <PublicPage
      t={t}
      {...rest}
      network={{ name: network.name, href: to(publicPaths.welcome(slug)), colour: network.colour, logo }}
      nav={menuOf(site, at)}
      languageSwitch={c.req.method === 'GET' ? switchOf(c.req.url, t.language) : undefined}
      help={helpOf(network)}
      footerLinks={linksOf(site)}
      exit={sensitive ? { href: to(publicPaths.safety(slug)), about: t('publicPages.exit.about') } : undefined}
      head={
        <>
          {isKept ? (
            headOf(c, { title: sensitive ? network.name : rest.title, about, path: canonical, data })
          ) : (
            <meta name="robots" content="noindex" />
          )}
          {head}
        </>
      }
    >
      {view}
    </PublicPage>
  )
  const isWrong = Object.keys(shown.errors ?? {}).length > 0
  return c.html(html(page), isWrong ? 422 : 200)
}

function menuOf({ t, slug, to, open, list }: Site, at: Shown['at']) {
  if (!open) return []
  return [
    { href: to(publicPaths.services(slug)), label: t('publicPages.find'), current: at === 'find' },
    {
      href: to(publicPaths.organisations(slug)),
      label: t('publicPages.organisations'),
      current: at === 'organisations',
    },
    { href: to(publicPaths.saved(slug)), label: t('publicPages.list'), current: at === 'list', count: list.length },
  ]
}

function linksOf({ t, slug, to }: Site) {
  return [
    { href: to(publicPaths.safety(slug)), label: t('publicPages.safety') },
    { href: to(publicPaths.complaints(slug)), label: t('publicPages.complaints') },
    { href: paths.askToJoin(slug), label: t('publicPages.join') },
    { href: signInThen(paths.home), label: t('publicPages.signIn') },
  ]
}
