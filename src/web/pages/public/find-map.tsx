/** PUB-2: the same search as a map: areas and places over the boundaries, the list beside it saying the same in words. */
import { Hono } from 'hono'
import { readAtlas } from '../../../db/atlas.ts'
import { type Land, readDistrictPoints, readLand } from '../../../db/directory/grid.ts'
import type { PublicService } from '../../../db/open-data/directory.ts'
import type { AnyContext, PublicEnv } from '../../env.ts'
import { publicPaths } from '../../public-paths.ts'
import { Card } from '../../ui/card.tsx'
import { type Drawn, ReachMap } from '../../ui/charts/reach-map.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Beside } from '../../ui/layout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { namesOf, reachesOf } from '../organisations/reaches.ts'
import { sayReach } from '../organisations/say.ts'
import { Applied, Filters } from './find/filters.tsx'
import { Notes, NothingFound } from './find/results.tsx'
import { SearchBox } from './find/search-box.tsx'
import { type Finding, loadFinding, mayHaveToLeave } from './finding.ts'
import { show } from './show.tsx'
import { openSite } from './site.ts'

/** More at once would be one green, and too much for an old phone. */
const mostOnMap = 60

export const findMap = new Hono<PublicEnv>().get('/n/:slug/services/map', async c => {
  const site = await openSite(c)
  return show(c, site, async () => {
    const finding = await loadFinding(c, site, publicPaths.servicesMap(site.slug))
    const services = servicesIn(finding)
    const map = await loadMap(c, finding, services.slice(0, mostOnMap))
    return {
      ...{ title: site.t('publicDirectory.map.title'), at: 'find', islands: ['map-highlight'] },
      sensitive: mayHaveToLeave(finding, finding.found.results),
      view: <MapPage finding={finding} map={map} count={services.length} />,
    }
  })
})

/** An organisation stands for its services. */
function servicesIn({ found }: Finding): PublicService[] {
  const all = found.results.flatMap(one => (one.kind === 'service' ? [one.service] : one.services))
  return [...new Map(all.map(service => [service.id, service])).values()]
}

type OnMap = { services: readonly PublicService[]; land: Land; drawn: Drawn; names: ReadonlyMap<string, string> }

async function loadMap(c: AnyContext, { site }: Finding, services: readonly PublicService[]): Promise<OnMap> {
  const { db } = c.var.deps.database
  const catchments = services.map(({ catchment }) => catchment)
  const [land, atlas] = await Promise.all([readLand(db, site.network), readAtlas(db, site.network.id, catchments)])
  const known = { atlas, points: await readDistrictPoints(db, catchments, atlas) }
  const drawn = {
    authorities: atlas.authorities,
    organisations: services.map(service => ({
      ...{ id: service.id, name: service.name, reaches: reachesOf(service, known) },
      venues: service.venue ? [{ point: service.venue, places: null, name: service.name }] : [],
    })),
  }
  return { services, land, drawn, names: await namesOf(db, land.areas, catchments) }
}

type Props = { finding: Finding; map: OnMap; count: number }

function MapPage({ finding, map, count }: Props) {
  const { site, typed, href } = finding
  const { t, slug, network } = site
  const shown = map.services.length
  return (
    <>
      <PageHead over={network.name} title={t('publicDirectory.map.title')} lead={t('publicDirectory.map.lead')} />
      <SearchBox t={t} action={href({ s: undefined }, publicPaths.services(slug))} values={typed} again />
      <Beside side={<Filters finding={finding} path={publicPaths.servicesMap(slug)} />}>
        <div class="found-head">
          <p role="status" class="found-count">
            {t('publicDirectory.found', { count })}
          </p>
          <a href={href({}, publicPaths.services(slug))}>
            <Icon name="list" />
            {t('publicDirectory.map.list')}
          </a>
        </div>
        <Applied finding={finding} />
        <Notes finding={finding} />
        {count === 0 && <NothingFound finding={finding} />}
        {shown < count && <p class="small">{t('publicDirectory.map.only', { shown, count })}</p>}
        {count > 0 && <Atlas finding={finding} map={map} />}
      </Beside>
    </>
  )
}

function Atlas({ finding: { site }, map: { services, land, drawn, names } }: Omit<Props, 'count'>) {
  const { t, slug, to, network } = site
  return (
    <div class="atlas public-atlas" data-atlas>
      <div class="atlas-map">
        <ReachMap
          alt={t('publicDirectory.map.alt', { network: network.name, count: services.length })}
          land={land.areas.map(area => ({ ...area, outline: land.outlines.get(area.code) }))}
          drawn={drawn}
          as="both"
          on={undefined}
        />
        {land.outlines.size === 0 && <p class="small">{t('publicDirectory.map.none')}</p>}
      </div>
      <Card flush title={t('publicDirectory.map.listed')} id="listed">
        <ul class="reach-list" aria-label={t('publicDirectory.map.listed')}>
          {services.map(service => (
            <li key={service.id} data-organisation={service.id}>
              <a href={to(publicPaths.service(slug, service.id))}>{service.name}</a>
              <p class="small">
                {[
                  service.secret ? t('publicDirectory.map.hidden') : service.city,
                  sayReach(t, service.catchment, names),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
