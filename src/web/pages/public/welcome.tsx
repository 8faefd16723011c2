/** PUB-1: what the network is, where it works, what it offers, and the ways in. */
import { Hono } from 'hono'
import { type Land, readLand } from '../../../db/directory/grid.ts'
import { formatList } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { paths, signInThen } from '../../paths.ts'
import { publicPaths } from '../../public-paths.ts'
import type { Children } from '../../ui/context.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { MapPicture } from '../../ui/map-picture.tsx'
import { InEnglish } from '../../ui/own-words.tsx'
import { AskForHelp } from './ask-for-help.tsx'
import { KindCards } from './kind-cards.tsx'
import { kindsOf } from './kinds.ts'
import { show } from './show.tsx'
import { openSite, type Site } from './site.ts'
import { WelcomeSearch } from './welcome-search.tsx'

export const welcomePage = new Hono<PublicEnv>().get('/n/:slug', async c => {
  const site = await openSite(c, 'network')
  return show(c, site, async () => {
    const land = await readLand(c.var.ctx.db, site.network)
    const { t, network, open } = site
    return {
      title: titleOf(site, land),
      about: t(open ? 'publicSite.welcome.describe' : 'publicSite.welcome.describeOff', { network: network.name }),
      head: open && <Followed site={site} />,
      sheets: ['public-site'],
      view: <Welcome site={site} land={land} />,
    }
  })
})

/** Where a program that follows news finds them. */
function Followed({ site: { t, slug, network } }: { site: Site }) {
  const title = t('publicSite.changes.title', { network: network.name })
  const types = { rss: 'application/rss+xml', json: 'application/feed+json' } as const
  return (
    <>
      {(['rss', 'json'] as const).map(format => (
        <link
          key={format}
          rel="alternate"
          type={types[format]}
          title={title}
          href={publicPaths.changes(slug, format)}
        />
      ))}
    </>
  )
}

/** More names than these make no heading. */
const mostNamed = 2

function titleOf({ t, open }: Site, { areas }: Land): string {
  if (!open) return t('publicSite.welcome.titleOff')
  const names = areas.map(({ name }) => name)
  const isFew = names.length > 0 && names.length <= mostNamed
  return isFew ? t('publicSite.welcome.titleIn', { areas: formatList(t, names) }) : t('publicSite.welcome.title')
}

function Welcome({ site, land }: { site: Site; land: Land }) {
  const { t, network, open } = site
  return (
    <div class="welcome">
      <div class="hero">
        <div class="hero-text">
          <p class="over">{t('publicSite.welcome.over', { network: network.name })}</p>
          <h1>{titleOf(site, land)}</h1>
          {network.description && (
            <p class="lead">
              <InEnglish>{network.description}</InEnglish>
            </p>
          )}
          {open ? <WelcomeSearch site={site} /> : <Closed site={site} />}
          <AskForHelp site={site} />
        </div>
        <Where site={site} land={land} />
      </div>
      <KindCards site={site} kinds={kindsOf(site)} />
      <Ways site={site} />
    </div>
  )
}

function Closed({ site: { t } }: { site: Site }) {
  return (
    <div class="notice">
      <div>
        <h2>{t('publicSite.welcome.off')}</h2>
        <p>{t('publicSite.welcome.offText')}</p>
      </div>
    </div>
  )
}

function Where({ site: { t }, land: { areas, outlines } }: { site: Site; land: Land }) {
  const drawn = areas.flatMap(({ code, name }) => {
    const outline = outlines.get(code)
    return outline ? [{ name, outline, chosen: true }] : []
  })
  if (areas.length === 0) return null
  const names = formatList(
    t,
    areas.map(({ name }) => name),
  )
  return (
    <section class="hero-where" aria-labelledby="where">
      <h2 id="where">{t('publicSite.welcome.area')}</h2>
      <p class="small">{names}</p>
      {drawn.length > 0 && <MapPicture alt={t('publicSite.welcome.areaAlt', { areas: names })} areas={drawn} full />}
    </section>
  )
}

/** Who runs it, and what else somebody may have come for. */
function Ways({ site: { t, slug, to, network } }: { site: Site }) {
  const { helpName } = network
  return (
    <section class="ways" aria-labelledby="ways">
      <h2 id="ways">{t('publicSite.welcome.about', { network: network.name })}</h2>
      <ul>
        {helpName && (
          <Way
            icon="hand-helping"
            title={t('publicSite.welcome.run')}
            text={t('publicSite.welcome.runText', { name: helpName })}
          >
            <a href="#help">{t('publicSite.welcome.askHelp')}</a>
          </Way>
        )}
        <Way icon="forward" title={t('publicSite.welcome.refer')} text={t('publicSite.welcome.referText')}>
          <a href={signInThen(paths.refer)}>{t('publicSite.welcome.referGo')}</a>
        </Way>
        <Way icon="building-2" title={t('publicSite.welcome.join')} text={t('publicSite.welcome.joinText')}>
          <a href={paths.askToJoin(slug)}>{t('publicSite.welcome.joinGo')}</a>
        </Way>
        <Way icon="flag" title={t('publicSite.welcome.complain')} text={t('publicSite.welcome.complainText')}>
          <a href={to(publicPaths.complaints(slug))}>{t('publicSite.welcome.complainGo')}</a>
        </Way>
      </ul>
    </section>
  )
}

function Way({ icon, title, text, children }: { icon: IconName; title: string; text: string; children: Children }) {
  return (
    <li>
      <Icon name={icon} />
      <h3>{title}</h3>
      <p>{text}</p>
      <p>{children}</p>
    </li>
  )
}
