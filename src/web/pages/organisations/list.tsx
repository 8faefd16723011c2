/** All organisations, A to Z (DIR-2). */
import { Hono } from 'hono'
import type { MemberOrganisation } from '../../../db/directory/organisations.ts'
import type { OverviewService } from '../../../db/directory/services.ts'
import { formatList } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { labelsOf } from './categories.ts'
import { hrefWith } from './filter.ts'
import { Frame, NoNetwork } from './frame.tsx'
import { type Directory, loadDirectory } from './load.ts'
import { FileLinks, isOpenTo, Pages, pageOf, ReferButton } from './parts.tsx'
import { sayTaking } from './say.ts'

export const organisationList = new Hono<PageEnv>().get('/organisations', async c => {
  const { t } = c.var
  const directory = await loadDirectory(c)
  const view = directory ? <List directory={directory} /> : <NoNetwork t={t} />
  return render(c, view, { title: t('directory.title') })
})

const mostOnPage = 100

function List({ directory }: { directory: Directory }) {
  const { t, organisations, services, query } = directory
  const byOrganisation = Map.groupBy(services, ({ organisationId }) => organisationId)
  const { rows, page, pages } = pageOf(organisations, directory, mostOnPage)
  const open = organisations.filter(({ id }) => isOpenTo(byOrganisation.get(id) ?? [])).length
  return (
    <Frame directory={directory} view="list" heading={headingOf(directory)} lead={leadOf(directory, open)}>
      <Card flush title={t('directory.list.title')} aside={<FileLinks directory={directory} view="list" />}>
        <ul class="agencies">
          {rows.map(one => (
            <Agency key={one.id} directory={directory} organisation={one} services={byOrganisation.get(one.id) ?? []} />
          ))}
        </ul>
        <Pages t={t} page={page} pages={pages} hrefOf={page => hrefWith('list', query, { page })} />
      </Card>
    </Frame>
  )
}

function headingOf({ t, organisations, services }: Directory): string {
  const count = organisations.length
  if (services.length === 0) return t('directory.list.heading', { count })
  return t('directory.list.headingWith', { count, services: t('directory.services', { count: services.length }) })
}

function leadOf({ t, organisations }: Directory, open: number): string {
  const all = organisations.length
  return open === all ? t('directory.list.takesAll', { count: all }) : t('directory.list.takes', { open, all })
}

type AgencyProps = { directory: Directory; organisation: MemberOrganisation; services: OverviewService[] }

function Agency({ directory, organisation, services }: AgencyProps) {
  const { t, mayRefer } = directory
  const { id, name, kind, city, description } = organisation
  const isOpen = isOpenTo(services)
  const offers = offersOf(directory, organisation, services)
  return (
    <li class="agency">
      <div class="agency-text">
        <h2>
          <a href={paths.organisation(id)}>{name}</a>
        </h2>
        <p class="small">{[kind, city].filter(Boolean).join(' · ')}</p>
        {description && <p class="clamp">{description}</p>}
        {offers && <p class="small offers">{offers}</p>}
      </div>
      <div class="agency-does">
        {isOpen ? (
          mayRefer && <ReferButton t={t} to={organisation} small />
        ) : (
          <p class="small why">{sayTaking(t, services)}</p>
        )}
        <a class="details" href={paths.organisation(id)}>
          {t('directory.viewDetails')}
          <span class="hidden"> {name}</span>
        </a>
      </div>
    </li>
  )
}

function offersOf({ t, network }: Directory, { categoryIds }: MemberOrganisation, services: OverviewService[]): string {
  const ids = [...new Set([...services.flatMap(service => service.categoryIds), ...categoryIds])]
  const labels = labelsOf(network, ids)
  return labels.length > 6
    ? t('directory.reach.more', { names: labels.slice(0, 6).join(', '), count: labels.length - 6 })
    : formatList(t, labels)
}
