/** One organisation as members see it: what it needs to know before the button that begins a referral, what it offers, when, where. */
import { Hono } from 'hono'
import { readLand } from '../../../db/directory/grid.ts'
import { networksOfOrganisation, readAgency, readServiceExtras } from '../../../db/directory/organisations.ts'
import { listOverview } from '../../../db/directory/services.ts'
import { may } from '../../../domain/policy.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { AgencyFacts } from './agency-facts.tsx'
import { type AgencyData, AgencyServices } from './agency-services.tsx'
import { AgencyWhere } from './agency-where.tsx'
import { Guidance } from './guidance.tsx'
import { dayOf, networkOf } from './network.ts'
import { OpeningTable } from './opening-table.tsx'
import { namesOf } from './reaches.ts'

export const agencyPage = new Hono<PageEnv>().get('/organisations/:id{[0-9a-f-]{36}}', async c => {
  const { t, ctx, actor, session } = c.var
  const id = c.req.param('id')
  const within = await networkOf(c, undefined)
  const theirs = await networksOfOrganisation(ctx.db, id)
  const candidates = within?.networks.filter(one => theirs.includes(one.id)) ?? []
  const network = candidates.find(one => one.id === (c.req.query('network') ?? session?.networkId)) ?? candidates[0]
  const agency = network && (await readAgency(ctx.db, network.id, id))
  if (!network || !agency) throw absent()
  const now = ctx.now()
  const mayKnow = actor.organisationId === id || actor.coordinates.includes(network.id)
  const only = { ids: [], organisationIds: [id] }
  const services = await listOverview(ctx.db, { networkId: network.id, only }, dayOf(now))
  const land = await readLand(ctx.db, network)
  const data: AgencyData = {
    ...{ t, actor, now, network, agency, services, land, mayKnow },
    extras: new Map((await readServiceExtras(ctx.db, network.id, id, mayKnow)).map(one => [one.id, one])),
    names: await namesOf(
      ctx.db,
      land.areas,
      services.map(({ catchment }) => catchment),
    ),
    mayRefer: may(actor, 'refer') && actor.networks.some(one => one.id === network.id && one.agreed),
  }
  return render(c, <AgencyView data={data} />, { title: t('directory.title') })
})

function AgencyView({ data }: { data: AgencyData }) {
  const { t, agency, now } = data
  return (
    <>
      <BackLink href={paths.organisations()}>{t('directory.agency.back')}</BackLink>
      <PageHead
        over={[agency.kind, agency.city].filter(Boolean).join(' · ')}
        title={agency.name}
        lead={agency.description || undefined}
      />
      <div class="agency-page">
        <div class="stack">
          <Guidance data={data} />
          <AgencyServices data={data} />
        </div>
        <div class="stack">
          <AgencyFacts data={data} />
          <OpeningTable t={t} name={agency.name} spans={agency.spans} now={now} />
          <AgencyWhere data={data} />
        </div>
      </div>
    </>
  )
}
