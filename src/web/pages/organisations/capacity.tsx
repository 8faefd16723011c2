/** How full services are (DIR-5): a treemap, on phones bars, and the same numbers as a table and a file. */
import { Hono } from 'hono'
import type { OverviewService } from '../../../db/directory/services.ts'
import { fillingOf, fullestFirst, totalsOf } from '../../../domain/filling.ts'
import { formatNumber } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Treemap, TreemapKey } from '../../ui/charts/treemap.tsx'
import { groupsOf } from './fillings.ts'
import { hrefWith } from './filter.ts'
import { Frame, NoNetwork } from './frame.tsx'
import { type Directory, loadDirectory } from './load.ts'
import { FileLinks, Pages, pageOf } from './parts.tsx'

export const organisationCapacity = new Hono<PageEnv>().get('/organisations/capacity', async c => {
  const { t } = c.var
  const directory = await loadDirectory(c)
  const view = directory ? <Capacity directory={directory} /> : <NoNetwork t={t} />
  return render(c, view, { title: t('directory.view.capacity') })
})

const mostOnPage = 500
const mostTiles = 600

function Capacity({ directory }: { directory: Directory }) {
  const { t, services } = directory
  const totals = totalsOf(services)
  const { groups, left } = groupsOf(directory, mostTiles)
  const heading = totals.places > 0 ? 'directory.capacity.heading' : 'directory.capacity.headingNone'
  return (
    <Frame
      directory={directory}
      view="capacity"
      heading={t(heading, { used: formatNumber(t, totals.used), places: formatNumber(t, totals.places) })}
      lead={t('directory.capacity.lead', {
        free: formatNumber(t, totals.free),
        waiting: formatNumber(t, totals.waiting),
      })}
    >
      {groups.length > 0 && (
        <div class="treemap-part">
          <p class="small">{t('directory.capacity.boxes')}</p>
          <TreemapKey />
          <Treemap
            alt={t('directory.capacity.treemap', {
              services: t('directory.services', { count: services.length - left }),
            })}
            groups={groups}
          />
          {left > 0 && (
            <p class="small">{t('directory.more', { shown: services.length - left, count: services.length })}</p>
          )}
        </div>
      )}
      <Card flush title={t('directory.capacity.table')} aside={<FileLinks directory={directory} view="capacity" />}>
        <CapacityTable directory={directory} />
      </Card>
    </Frame>
  )
}

function CapacityTable({ directory }: { directory: Directory }) {
  const { t, query } = directory
  const { rows, page, pages } = pageOf(fullestFirst(directory.services), directory, mostOnPage)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it */}
      <section class="scroll" aria-label={t('directory.capacity.table')} tabIndex={0}>
        <table class="table fills">
          <caption class="hidden">{t('directory.capacity.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('directory.capacity.service')}</th>
              <th scope="col" class="fill-cell">
                {t('directory.capacity.bar')}
              </th>
              {(['cases', 'waiting', 'free', 'places'] as const).map(name => (
                <th key={name} scope="col" class="number">
                  {t(`directory.capacity.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(service => (
              <Row key={service.id} directory={directory} service={service} />
            ))}
          </tbody>
        </table>
      </section>
      <Pages t={t} page={page} pages={pages} hrefOf={page => hrefWith('capacity', query, { page })} />
    </>
  )
}

function Row({ directory: { t }, service }: { directory: Directory; service: OverviewService }) {
  const { used, waiting, free, over, share, asked } = fillingOf(service)
  const { capacity } = service
  return (
    <tr>
      <th scope="row">
        <a href={`${paths.organisation(service.organisationId)}#service-${service.id}`}>{service.name}</a>
        <span class="small">{service.organisationName}</span>
      </th>
      <td class="fill-cell">
        {capacity ? (
          <svg class="fill-bar" width="100%" height="12" aria-hidden="true">
            <rect class="room" width="100%" height="12" />
            <rect class={over ? 'over' : 'used'} width={`${share}%`} height="12" />
            <rect class="asked" x={`${share}%`} width={`${asked}%`} height="12" />
          </svg>
        ) : (
          <span class="small">{t(capacity === 0 ? 'directory.capacity.closed' : 'directory.capacity.unlimited')}</span>
        )}
      </td>
      <td class="number" data-label={t('directory.capacity.cases')}>
        {used}
      </td>
      <td class="number" data-label={t('directory.capacity.waiting')}>
        {waiting}
      </td>
      <td class="number" data-label={t('directory.capacity.free')}>
        {free ?? '–'}
      </td>
      <td class="number" data-label={t('directory.capacity.places')}>
        {capacity ?? t('directory.capacity.none')}
      </td>
    </tr>
  )
}
