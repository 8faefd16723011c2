/** Where and for which need nobody offers a service (DIR-7): squares over the network's area, exact counts in a table and a file. */
import { Hono } from 'hono'
import { formatNumber, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { Card } from '../../ui/card.tsx'
import { CoverageMap } from '../../ui/charts/coverage-map.tsx'
import { Details } from '../../ui/details.tsx'
import { Table } from '../../ui/table.tsx'
import { type Cover, coverFor } from './cover.ts'
import { hrefWith, readDirectoryQuery } from './filter.ts'
import { Frame, NoNetwork } from './frame.tsx'
import { type Directory, loadDirectory, narrowTo } from './load.ts'
import { FileLinks } from './parts.tsx'

export const organisationCoverage = new Hono<PageEnv>().get('/organisations/coverage', async c => {
  const { t } = c.var
  const query = readDirectoryQuery(c.req.url)
  // Beside one need the others stay, to go on to.
  const whole = await loadDirectory(c, { ...query, category: undefined })
  const directory = whole && query.category ? narrowTo(whole, query.category) : whole
  const view = directory && whole ? <Coverage directory={directory} whole={whole} /> : <NoNetwork t={t} />
  return render(c, view, { title: t('directory.view.coverage') })
})

function Coverage({ directory, whole }: { directory: Directory; whole: Directory }) {
  const { t, network, land } = directory
  const cover = coverFor(directory)
  const { needs } = whole === directory ? cover : coverFor(whole)
  const heading = findingOf(t, cover)
  const { cells } = land.grid
  const isDrawn = land.outlines.size > 0
  return (
    <Frame directory={directory} view="coverage" heading={heading} lead={leadOf(directory)}>
      <div class="coverage">
        {isDrawn && (
          <Card flush>
            <CoverageMap
              alt={t('directory.coverage.alt', { network: network.name, finding: heading })}
              cells={cells}
              counts={cover.counts}
              land={land.areas.flatMap(area => ({ ...area, outline: land.outlines.get(area.code) }))}
              shows={cover.chosen ? 'services' : 'needs'}
            />
          </Card>
        )}
        <Card flush title={t('directory.coverage.needs')} id="needs">
          <NeedList directory={directory} needs={needs} chosen={cover.chosen?.id} />
        </Card>
      </div>
      <Card flush title={t('directory.tableTitle')} aside={<FileLinks directory={directory} view="coverage" />}>
        <CoverTable directory={directory} cover={cover} />
      </Card>
    </Frame>
  )
}

function findingOf(t: T, { needs, chosen }: Cover): string {
  if (!chosen) {
    const missing = needs.filter(({ unserved }) => unserved > 0).length
    return missing === 0 ? t('directory.coverage.headingAll') : t('directory.coverage.headingSome', { count: missing })
  }
  const need = chosen.label
  if (chosen.unserved === 0) return t('directory.coverage.headingServed', { need })
  if (chosen.unserved === chosen.counts.length) return t('directory.coverage.headingNowhere', { need })
  return t('directory.coverage.headingPart', { need, share: shareOf(t, chosen) })
}

function leadOf({ t, land: { grid } }: Directory): string {
  const cells = formatNumber(t, grid.cells.length)
  if (grid.metres === 0) return t('directory.coverage.leadDistricts', { cells })
  const size =
    grid.metres < 1000
      ? t('directory.coverage.sizeMetres', { count: grid.metres })
      : t('directory.coverage.size', { count: grid.metres / 1000 })
  return t('directory.coverage.lead', { cells, size })
}

function shareOf(t: T, { unserved, counts }: { unserved: number; counts: readonly number[] }): string {
  const share = Math.round((unserved / Math.max(1, counts.length)) * 100)
  return share === 0 && unserved > 0 ? t('directory.coverage.lessThanOne') : t('directory.coverage.share', { share })
}

type NeedsProps = { directory: Directory; needs: Cover['needs']; chosen: string | undefined }

/** Those with a gap as bars; the others, who have none, folded. */
function NeedList({ directory, needs, chosen }: NeedsProps) {
  const { t, query } = directory
  const listed = needs.filter(({ id, unserved }) => unserved > 0 || id === chosen)
  const served = needs.filter(({ id, unserved }) => unserved === 0 && id !== chosen)
  return (
    <>
      <ol class="need-list">
        {listed.map(need => (
          <NeedLine key={need.id} directory={directory} need={need} isOn={need.id === chosen} />
        ))}
      </ol>
      {query.category && (
        <p class="served">
          <a href={hrefWith('coverage', query, { category: undefined })}>{t('directory.coverage.allNeeds')}</a>
        </p>
      )}
      {served.length > 0 && (
        <div class="served">
          <Details summary={t('directory.coverage.served', { count: served.length })} open={listed.length === 0}>
            <ul class="plain-list">
              {served.map(({ id, label, services }) => (
                <li key={id}>
                  <a href={hrefWith('coverage', query, { category: id })}>{label}</a>
                  <span class="small"> · {t('directory.services', { count: services })}</span>
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
    </>
  )
}

type LineProps = { directory: Directory; need: Cover['needs'][number]; isOn: boolean }

function NeedLine({ directory: { t, query }, need, isOn }: LineProps) {
  const share = (need.unserved / Math.max(1, need.counts.length)) * 100
  return (
    <li class={isOn ? 'on' : undefined}>
      <a href={hrefWith('coverage', query, { category: need.id })} aria-current={isOn ? 'true' : undefined}>
        {need.label}
      </a>
      <span class="figure">{need.unserved === 0 ? t('directory.coverage.allServed') : shareOf(t, need)}</span>
      <svg class="gap-bar" width="100%" height="8" aria-hidden="true">
        <rect class="room" width="100%" height="8" />
        <rect class="gap" width={`${Math.round(share)}%`} height="8" />
      </svg>
      <span class="small">{t('directory.services', { count: need.services })}</span>
    </li>
  )
}

const mostColumns = 8

function CoverTable({ directory: { t, land }, cover: { needs } }: { directory: Directory; cover: Cover }) {
  const areas = land.areas.length <= mostColumns ? land.areas : []
  type Need = Cover['needs'][number]
  const squares = (unserved: number, cells: number) =>
    unserved === 0 ? t('directory.coverage.allServed') : t('directory.coverage.squares', { unserved, cells })
  const placeOf = (need: Need, code: string) => need.places.find(({ authority }) => authority === code)
  return (
    <Table<Need>
      caption={t('directory.coverage.table')}
      hideCaption
      keyOf={({ id }) => id}
      rows={needs}
      columns={[
        { heading: t('directory.coverage.need'), cell: ({ label }) => label },
        { heading: t('directory.coverage.services'), cell: ({ services }) => services, number: true },
        {
          heading: t('directory.coverage.unserved'),
          cell: need => squares(need.unserved, need.counts.length),
          number: true,
        },
        ...areas.map(({ code, name }) => ({
          heading: name,
          number: true,
          cell: (need: Need) => {
            const place = placeOf(need, code)
            return place ? squares(place.unserved, place.cells) : ''
          },
        })),
      ]}
    />
  )
}
