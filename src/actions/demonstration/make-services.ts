/** The venues and services of one of the demonstration's networks. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../db/database.ts'
import { readNetwork } from '../../db/networks.ts'
import type { DB } from '../../db/schema.ts'
import type { DemoNetwork } from '../../db/seed/demo/networks.ts'
import type { DemoService } from '../../db/seed/demo/services.ts'
import type { DemoVenue } from '../../db/seed/demo/venues.ts'
import { saveService } from '../../db/services/save.ts'
import { parseOpeningTimes } from '../../domain/opening-times.ts'
import { type Context, inTransaction } from '../context.ts'
import { find, type Ids } from './cast.ts'

export function makeServices(ctx: Context, networkId: string, ids: Ids, demo: DemoNetwork): Promise<void> {
  return inTransaction(ctx, async trx => {
    const { categories } = await readNetwork(trx, networkId)
    const byLabel = new Map([...categories.values()].map(({ id, label }) => [label, id]))
    const venues = new Map<string, string>()
    for (const service of demo.services) {
      const organisationId = find(ids.organisations, service.of)
      const venue = service.at ? demo.venues[service.at] : undefined
      const locationId = venue ? await venueOf(trx, venues, organisationId, venue) : null
      const categoryIds = service.does.map(label => find(byLabel, label))
      const record = recordOf(ctx, service, { organisationId, locationId, networkId, categoryIds })
      ids.services.set(service.key, record.id)
      await saveService(trx, { ...record, ...allSaved(ctx.now()) })
    }
  })
}

type Places = { organisationId: string; locationId: string | null; networkId: string; categoryIds: string[] }

function recordOf(ctx: Context, service: DemoService, { networkId, categoryIds, ...places }: Places) {
  const { of, name, about, reach, room, open, only = {}, unlisted = false, closed, at } = service
  const { ways = at ? ['self'] : ['self', 'phone'] } = service
  return {
    ...places,
    ...{ id: randomUUID(), name, description: about, catchment: reach, capacity: room, status: 'active' as const },
    ...{ phone: null, email: `${service.key.toLowerCase()}@${of}.example.org`, website: null, sourceKey: null },
    ways: [...ways],
    hours: parseOpeningTimes(open) ?? [],
    closures: closed
      ? [
          {
            firstDay: dayFrom(ctx, closed.from),
            lastDay: dayFrom(ctx, closed.from + closed.days - 1),
            reason: closed.reason,
          },
        ]
      : [],
    networks: [{ networkId, categoryIds, restrictions: only, active: true, listed: !unlisted }],
  }
}

/** Every section of its editor has been seen to. */
const allSaved = (at: Date) => ({ placedAt: at, hoursAt: at, capacityAt: at, describedAt: at, restrictedAt: at })

/** Several services of one organisation share a venue; two organisations in one house have a row each. */
async function venueOf(trx: Transaction<DB>, made: Map<string, string>, organisationId: string, venue: DemoVenue) {
  const key = `${organisationId} ${venue.name}`
  const known = made.get(key)
  if (known) return known
  const { id } = await trx
    .insertInto('location')
    .values({ organisationId, ...columnsOf(venue) })
    .returning('id')
    .executeTakeFirstOrThrow()
  made.set(key, id)
  return id
}

function columnsOf({ address, authority, access = '', secret = false, ...rest }: DemoVenue) {
  return { ...rest, address1: address, authorityCode: authority, accessibility: access, secret }
}

function dayFrom({ now }: Context, days: number): string {
  return new Date(now().getTime() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
