/** PUB-2: when a service is open, for a calendar program to follow. */
import { Hono } from 'hono'
import { type OpenService, readOpenServices } from '../../../db/open-data/services.ts'
import { nations } from '../../../domain/bank-holidays.ts'
import { openingHours } from '../../../domain/hours.ts'
import { writeOpenings } from '../../../files/calendar.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { publicPaths } from '../../public-paths.ts'
import { tagOf } from './show.tsx'
import { openSite, type Site } from './site.ts'

export const openingCalendar = new Hono<PublicEnv>().get('/n/:slug/services/:id/calendar.ics', async c => {
  const site = await openSite(c)
  const known = site.byId.get(c.req.param('id'))
  const [service] = known ? await readOpenServices(c.var.ctx.db, [known.id], site.clock.date) : []
  if (!known || !service) throw absent()
  const tag = tagOf(c, site)
  c.header('Cache-Control', 'public, max-age=3600, stale-while-revalidate=86400')
  c.header('Vary', 'Accept-Language')
  c.header('ETag', tag)
  if (c.req.header('if-none-match') === tag) return c.body(null, 304)
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Content-Disposition', 'inline; filename="opening-times.ics"')
  return c.body(calendarOf(site, service, new URL(c.var.deps.config.baseUrl)))
})

/** Without fixed hours there is nothing in it but that: who followed it sees no more what is out of date. */
function calendarOf({ t, slug, clock }: Site, service: OpenService, base: URL): string {
  const { id, spans, closures, closedOnBankHolidays, venue, lastModified } = service
  const name = { name: service.name }
  const nation = nations.find(one => one === venue?.nation) ?? 'england'
  return writeOpenings({
    ...{ id, host: base.hostname, name: service.name, from: clock.date, changedAt: lastModified },
    about: t(spans.length > 0 ? 'publicSite.calendar.about' : 'publicSite.calendar.byArrangement', name),
    url: new URL(publicPaths.service(slug, id), base).href,
    place: venue && [venue.name, venue.address1, venue.city, venue.postcode].filter(Boolean).join(', '),
    titles: { open: t('publicSite.calendar.open', name), closed: t('publicSite.calendar.closed', name) },
    hours: openingHours(spans, { closures, closedOnBankHolidays, nation }),
  })
}
