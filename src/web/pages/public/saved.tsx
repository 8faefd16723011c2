/** PUB-2: what a reader keeps: to ring, to print, to send to somebody. The address is the list, and nothing else holds it. */
import { type Context, Hono } from 'hono'
import { type OpenService, readOpenServices } from '../../../db/open-data/services.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { publicPaths } from '../../public-paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SavedService } from './saved-service.tsx'
import { show } from './show.tsx'
import { mostKept, openSite, type Site, writeList } from './site.ts'

export const savedPage = new Hono<PublicEnv>().get('/n/:slug/saved', async c => {
  const site = await openSite(c)
  return show(c, site, async () => {
    const { t, list } = site
    const services = await readOpenServices(
      c.var.ctx.db,
      list.map(({ id }) => id),
      site.clock.date,
    )
    return {
      at: 'list',
      title: t('publicSite.saved.tab'),
      islands: ['copy', 'print'],
      sheets: ['public-site'],
      view:
        list.length === 0 && goneOf(c, site) === 0 ? (
          <Nothing site={site} />
        ) : (
          <Saved site={site} services={services} own={ownOf(c, site)} gone={goneOf(c, site)} />
        ),
    }
  })
})

/** How many of those in the address can be found here no more; which they were is not told. */
function goneOf(c: Context<PublicEnv>, { list }: Site): number {
  const typed = c.req.query('list')?.split('.').filter(Boolean) ?? []
  return new Set(typed.slice(0, mostKept)).size - list.length
}

/** This page's address, whole, to be sent to somebody. */
function ownOf(c: Context<PublicEnv>, { to, slug }: Site): string {
  return new URL(to(publicPaths.saved(slug)), c.var.deps.config.baseUrl).href
}

function Nothing({ site: { t, to, slug } }: { site: Site }) {
  return (
    <>
      <PageHead title={t('publicSite.saved.empty')} lead={t('publicSite.saved.emptyText')} />
      <p>
        <LinkButton href={to(publicPaths.services(slug))} icon="search">
          {t('publicSite.saved.find')}
        </LinkButton>
      </p>
    </>
  )
}

type Props = { site: Site; services: readonly OpenService[]; own: string; gone: number }

function Saved({ site, services, own, gone }: Props) {
  const { t, slug, to, list } = site
  const byOrganisation = [...Map.groupBy(services, ({ organisation }) => organisation.id).values()]
  return (
    <>
      <PageHead title={t('publicSite.saved.title', { count: services.length })}>
        <button type="button" class="button quiet" data-print hidden>
          <Icon name="printer" />
          {t('publicSite.saved.print')}
        </button>
      </PageHead>
      {gone > 0 && <Gone t={t} count={gone} href={to(publicPaths.saved(slug), { list: writeList(list) })} />}
      {byOrganisation.map(some => (
        <section key={some[0]?.organisation.id} class="saved" aria-labelledby={`of-${some[0]?.organisation.id}`}>
          <h2 id={`of-${some[0]?.organisation.id}`}>{some[0]?.organisation.name}</h2>
          <ul>
            {some.map(service => (
              <SavedService key={service.id} site={site} service={service} />
            ))}
          </ul>
        </section>
      ))}
      <Share t={t} own={own} clearHref={to(publicPaths.saved(slug), { list: undefined })} />
      <p class="only-print small printed">{t('publicSite.printed', { date: formatDate(t, site.now), address: own })}</p>
    </>
  )
}

function Gone({ t, count, href }: { t: T; count: number; href: string }) {
  return (
    <Notice tone="warning">
      <p>
        <strong>{t('publicSite.saved.gone', { count })}.</strong> {t('publicSite.saved.goneText')}{' '}
        <a href={href} rel="nofollow">
          {t('publicSite.saved.goneWithout')}
        </a>
      </p>
    </Notice>
  )
}

function Share({ t, own, clearHref }: { t: T; own: string; clearHref: string }) {
  return (
    <section class="card share no-print" aria-labelledby="share">
      <h2 id="share">{t('publicSite.saved.share')}</h2>
      <p class="small">{t('publicSite.saved.kept')}</p>
      <label for="address">{t('publicSite.saved.address')}</label>
      <div class="share-line">
        <input id="address" class="input full" readOnly value={own} />
        <CopyButton text={own} />
      </div>
      <p>
        <a href={clearHref} rel="nofollow">
          {t('publicSite.saved.clear')}
        </a>
      </p>
    </section>
  )
}
