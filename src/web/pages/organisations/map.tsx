/** Where services reach (DIR-4): catchments over the boundaries, the same in words beside; or circles round the venues. */
import { Hono } from 'hono'
import { readAtlas } from '../../../db/atlas.ts'
import { readDistrictPoints } from '../../../db/directory/grid.ts'
import type { OverviewService } from '../../../db/directory/services.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ReachMap } from '../../ui/charts/reach-map.tsx'
import { InsetText } from '../../ui/notice.tsx'
import { hrefWith } from './filter.ts'
import { Frame, NoNetwork } from './frame.tsx'
import { type Directory, loadDirectory } from './load.ts'
import { Pages, pageOf } from './parts.tsx'
import { type Drawn, drawableOf, namesOf } from './reaches.ts'
import { sayReach } from './say.ts'

export const organisationMap = new Hono<PageEnv>().get('/organisations/map', async c => {
  const { t, ctx } = c.var
  const whole = await loadDirectory(c)
  if (!whole) return render(c, <NoNetwork t={t} />, { title: t('directory.view.map') })
  const { directory, page, pages } = cut(whole)
  const { services, network, land } = directory
  const catchments = services.map(({ catchment }) => catchment)
  const atlas = await readAtlas(ctx.db, network.id, catchments)
  const drawn = drawableOf(directory, { atlas, points: await readDistrictPoints(ctx.db, catchments, atlas) })
  const names = await namesOf(ctx.db, land.areas, catchments)
  const view = <MapView {...{ whole, directory, drawn, names, page, pages }} />
  return render(c, view, { title: t('directory.view.map'), islands: ['map-highlight'] })
})

type Props = {
  whole: Directory
  /** The page of it that is drawn. */
  directory: Directory
  drawn: Drawn
  names: ReadonlyMap<string, string>
  page: number
  pages: number
}

/** More at once would be one green. */
const mostOnPage = 300

function cut(whole: Directory) {
  const { rows, page, pages } = pageOf(whole.organisations, whole, mostOnPage)
  if (pages === 1) return { directory: whole, page, pages }
  const ids = new Set(rows.map(({ id }) => id))
  const services = whole.services.filter(({ organisationId }) => ids.has(organisationId))
  return { directory: { ...whole, organisations: rows, services }, page, pages }
}

function MapView({ whole, directory, drawn, names, page, pages }: Props) {
  const { t, services, query, network, land } = directory
  const isCircles = query.as === 'circles'
  const count = whole.services.length
  const said = t('directory.services', { count: services.length })
  return (
    <Frame
      directory={whole}
      view="map"
      heading={t(isCircles ? 'directory.map.headingCircles' : 'directory.map.heading', { count })}
      lead={t(isCircles ? 'directory.map.leadCircles' : 'directory.map.lead')}
    >
      <div class="atlas" data-atlas>
        <div class="atlas-map" id="map">
          <ReachMap
            alt={t(isCircles ? 'directory.map.altCircles' : 'directory.map.alt', {
              network: network.name,
              services: said,
            })}
            land={land.areas.flatMap(area => ({ ...area, outline: land.outlines.get(area.code) }))}
            drawn={drawn}
            as={isCircles ? 'circles' : 'areas'}
            on={query.on}
          />
          <div class="buttons">
            <LinkButton
              look="quiet"
              small
              icon={isCircles ? 'map' : 'map-pin'}
              href={hrefWith('map', query, { as: isCircles ? undefined : 'circles' })}
            >
              {t(isCircles ? 'directory.map.areas' : 'directory.map.circles')}
            </LinkButton>
            {query.on && <a href={hrefWith('map', query, { on: undefined })}>{t('directory.map.showAll')}</a>}
          </div>
          {pages > 1 && <p class="small">{t('directory.more', { shown: services.length, count })}</p>}
          <Notes directory={directory} drawn={drawn} />
        </div>
        <Card flush title={t(isCircles ? 'directory.map.listedCircles' : 'directory.map.listed')} id="reaches">
          <ReachList directory={directory} names={names} />
          <Pages t={t} page={page} pages={pages} hrefOf={page => hrefWith('map', query, { page, as: query.as })} />
        </Card>
      </div>
    </Frame>
  )
}

function Notes({ directory: { t, land, query }, drawn }: { directory: Directory; drawn: Drawn }) {
  const whole = drawn.organisations.flatMap(({ reaches }) => reaches).filter(({ kind }) => kind === 'whole').length
  if (land.outlines.size === 0) return <InsetText>{t('directory.map.noOutline')}</InsetText>
  if (whole === 0 || query.as) return null
  return <p class="small">{t('directory.map.wholeArea', { count: whole })}</p>
}

function ReachList({ directory, names }: Pick<Props, 'directory' | 'names'>) {
  const { t, organisations, services } = directory
  const byOrganisation = Map.groupBy(services, ({ organisationId }) => organisationId)
  return (
    <ul class="reach-list" aria-label={t('directory.map.listed')}>
      {organisations.flatMap(one => {
        const own = byOrganisation.get(one.id)
        return own ? (
          <OrganisationReach key={one.id} directory={directory} names={names} own={own} organisation={one} />
        ) : (
          []
        )
      })}
    </ul>
  )
}

type ReachProps = {
  directory: Directory
  names: ReadonlyMap<string, string>
  organisation: { id: string; name: string }
  own: OverviewService[]
}

function OrganisationReach({ directory: { t, query }, names, organisation: { id, name }, own }: ReachProps) {
  const isOn = query.on === id
  return (
    <li data-organisation={id} class={isOn ? 'on' : undefined}>
      <a href={`${hrefWith('map', query, { on: isOn ? undefined : id })}#map`} aria-current={isOn ? 'true' : undefined}>
        {name}
      </a>
      <ul>
        {own.map(service => (
          <li key={service.id}>
            <a class="service" href={`${paths.organisation(id)}#service-${service.id}`}>
              {service.name}
            </a>
            <span class="small">
              {' '}
              {query.as
                ? service.secret
                  ? t('directory.map.secret')
                  : service.city
                : sayReach(t, service.catchment, names)}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}
