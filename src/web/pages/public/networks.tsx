/** PUB-1: the networks here that have a public directory; where it is one alone, that one. */
import { Hono } from 'hono'
import { listOpenNetworks, type OpenNetwork } from '../../../db/open-data/networks.ts'
import { formatList, type T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { sameLanguage } from '../../language.ts'
import { render } from '../../page-context.tsx'
import { publicPaths } from '../../public-paths.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { headOf } from './head.tsx'

export const networksForEverybody = new Hono<PublicEnv>().get('/n', async c => {
  const { t, deps } = c.var
  const networks = await listOpenNetworks(deps.database.db)
  const to = (path: string) => sameLanguage(c, path)
  const [only, ...others] = networks
  if (only && others.length === 0) return c.redirect(to(publicPaths.welcome(only.slug)), 302)
  const title = t(only ? 'publicSite.networks.title' : 'publicSite.networks.none')
  const lead = t(only ? 'publicSite.networks.lead' : 'publicSite.networks.noneText')
  const view = (
    <>
      <PageHead title={title} lead={lead} />
      <ul class="places">
        {networks.map(one => (
          <Place key={one.slug} t={t} network={one} href={to(publicPaths.welcome(one.slug))} />
        ))}
      </ul>
    </>
  )
  const head = headOf(c, { about: t('publicSite.networks.about'), title })
  c.header('Cache-Control', 'public, max-age=300, stale-while-revalidate=3600')
  c.header('Vary', 'Accept-Language')
  return render(c, view, { title, head, sheets: ['public-site'], width: 'narrow' })
})

function Place({ t, network, href }: { t: T; network: OpenNetwork; href: string }) {
  const { name, description, services, areas } = network
  return (
    <li class="card">
      <h2>
        <a href={href}>{name}</a>
      </h2>
      {areas.length > 0 && <p class="small">{formatList(t, areas)}</p>}
      {description && <p lang={t.language === 'en' ? undefined : 'en'}>{description}</p>}
      <p class="small">{t('publicSite.services', { count: services })}</p>
    </li>
  )
}
