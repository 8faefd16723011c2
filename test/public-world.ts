/** A network with an open directory, on a day on which it is known what is open. */
import { changeService, type ServiceParts } from '#src/db/services/save.ts'
import type { Catchment } from '#src/domain/catchment.ts'
import { type App, startApp } from './app.ts'
import { network, type ServiceKey } from './network.ts'

export type PublicWorld = Awaited<ReturnType<typeof openPublicWorld>>

/** A Monday in summer, ten past ten in the morning by London's clock. */
export const monday = new Date('2026-06-01T09:10:00Z')

export async function openPublicWorld() {
  const app = await startApp()
  app.clock.now = () => monday
  const world = await network({ database: app.database, settings: { publicDirectory: true }, now: () => monday })
  const { owner } = app.database
  const slug = (await owner.selectFrom('network').select('slug').executeTakeFirstOrThrow()).slug
  const at = `/n/${slug}/services`
  const browser = app.browser()
  return {
    ...{ app, world, slug, at, browser, owner },
    get: (query = '') => browser.get(`${at}${query}`),
    page: (key: ServiceKey) => browser.get(`${at}/${world.services[key]}`),
    change: (key: ServiceKey, parts: ServiceParts) =>
      owner.transaction().execute(trx => changeService(trx, world.services[key], parts)),
    /** As a reader does: posts the two questions, and follows. */
    search: async (asked: { words?: string; place?: string }, filters = '') => {
      const { location, ...answer } = await browser.post(`${at}${filters}`, { words: '', place: '', ...asked })
      return location ? { ...(await browser.get(location)), address: location } : { ...answer, address: '' }
    },
    stop: () => app.stop(),
  }
}

/** The names of what was found, in order. */
export function found(text: string): string[] {
  const list = /<ol class="found-list"[\s\S]*?<\/ol>/.exec(text)?.[0] ?? ''
  return [...list.matchAll(/<h2><a[^>]*>([^<]*)</g)].map(([, name = '']) => name)
}

export async function addVenue(
  { owner }: App['database'],
  organisationId: string,
  more: { secret?: boolean; city?: string; latitude?: number; longitude?: number } = {},
): Promise<string> {
  const place = {
    address1: '3 Heron Street',
    city: 'Gullhaven',
    postcode: 'L4 9ZQ',
    latitude: 53.441,
    longitude: -2.961,
  }
  const { id } = await owner
    .insertInto('location')
    .values({ organisationId, name: 'Heron House', ...place, ...more })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Everything public says this, and nothing else may. */
export const nearby: Catchment = { kind: 'radius', metres: 3000 }
