/** PUB-2: one service for everybody: how to get help first, then what, for whom, when and where. */
import { Hono } from 'hono'
import { readAreaNames, readLand } from '../../../db/directory/grid.ts'
import { readOpenServices } from '../../../db/open-data/services.ts'
import { absent } from '../../doors.ts'
import type { AnyContext, PublicEnv } from '../../env.ts'
import { publicPaths } from '../../public-paths.ts'
import { isSensitive } from './finding.ts'
import { asService } from './service/as-service.ts'
import { ServiceView } from './service/view.tsx'
import { show } from './show.tsx'
import { openSite, type Site } from './site.ts'

export const servicePage = new Hono<PublicEnv>().get('/n/:slug/services/:id', async c => {
  const site = await openSite(c)
  const service = site.byId.get(c.req.param('id'))
  if (!service) throw absent()
  return show(c, site, async () => {
    const data = await load(c, site, service)
    return {
      ...{ title: service.name, at: 'find', islands: ['print'] },
      sensitive: isSensitive(site.network, service.categoryIds),
      about: service.description.slice(0, 160) || service.name,
      back: { href: site.to(publicPaths.services(site.slug)), label: site.t('publicService.back') },
      data: asService(data),
      view: <ServiceView data={data} />,
    }
  })
})

export type ServiceData = Awaited<ReturnType<typeof load>>

async function load(c: AnyContext, site: Site, service: Site['services'][number]) {
  const { db } = c.var.deps.database
  const { catchment } = service
  const [[open], land, named] = await Promise.all([
    readOpenServices(db, [service.id], site.clock.date),
    readLand(db, site.network),
    readAreaNames(db, catchment.kind === 'authorities' ? catchment.authorities : []),
  ])
  if (!open) throw absent()
  const organisation = site.organisations.find(({ id }) => id === service.organisationId)
  const names = new Map([...land.areas, ...named].map(({ code, name }) => [code, name]))
  const address = new URL(publicPaths.service(site.slug, service.id), c.var.deps.config.baseUrl).href
  return { site, service, open, organisation, land, names, address }
}
