/** Loads the demonstration: two believable networks with two weeks of referrals, all of it made by the same actions as real life. */
import type { Kysely } from 'kysely'
import { isNew } from '../db/demonstration.ts'
import type { DB } from '../db/schema.ts'
import { drawnAreas } from '../db/seed/demo/areas.ts'
import { type DemoNetwork, demoNetworks, demoUsers } from '../db/seed/demo/networks.ts'
import { drawnOutwards } from '../db/seed/demo/outwards.ts'
import { settleMessages } from '../db/seed/history.ts'
import { insertPast, insertPastDays, readPastWorld } from '../db/seed/past.ts'
import { insertDrawnPlaces } from '../db/seed/places.ts'
import { Problem } from '../domain/problem.ts'
import { acceptConnection, requestConnection } from './connect-networks.ts'
import { type Context, inTransaction } from './context.ts'
import { actingAs, type Cast, gather, type Ids } from './demonstration/cast.ts'
import { keepPeople } from './demonstration/keep-people.ts'
import { knock } from './demonstration/knock.ts'
import { makeForm } from './demonstration/make-form.ts'
import { makeServices } from './demonstration/make-services.ts'
import { makeNetwork } from './demonstration/make-world.ts'
import { openWays } from './demonstration/open-ways.ts'
import { pastReferrals } from './demonstration/past.ts'
import { play } from './demonstration/play.ts'

/** `deliverSince`: messages of what happened from then on stay queued for the worker; by default none do. `past`: with the year before it, for reports. */
export type Loading = { secret: string; baseUrl: string; now?: () => Date; deliverSince?: Date; past?: boolean }
/** `networkId`: of the first network; the numbers are of both. */
export type Loaded = { networkId: string; referrals: number; services: number; organisations: number; users: number }

/** Into an empty installation only. */
export async function loadDemonstration({ db }: { db: Kysely<DB> }, loading: Loading): Promise<Loaded> {
  const { secret, baseUrl, now = () => new Date(), deliverSince } = loading
  if (!(await isNew(db)))
    throw new Problem(
      'conflict',
      'There is a network or an account here already: the demonstration needs an empty place.',
    )
  const loadedAt = now()
  const ctx: Context = { db, actor: null, now: () => loadedAt, secret, baseUrl }
  await inTransaction(ctx, trx => insertDrawnPlaces(trx, drawnAreas, drawnOutwards))
  const ids: Ids = { organisations: new Map(), services: new Map(), users: new Map(), primaries: new Map() }
  const first = await setUp(ctx, demoNetworks[0], ids)
  const second = await setUp(ctx, demoNetworks[1], ids)
  await connect(ctx, first, second)
  await openWays(ctx, first, 'lamps')
  if (loading.past) await tellPast(ctx, first)
  await play(ctx, [first, second])
  if (loading.past) await inTransaction(ctx, trx => insertPastDays(trx, 400))
  await keepPeople(ctx, first)
  await knock(ctx, first)
  await settleMessages(db, deliverSince ?? loadedAt)
  const referrals = demoNetworks.flatMap(one => one.referrals)
  return {
    ...{ networkId: first.network.id, referrals: referrals.length, users: demoUsers.length },
    ...{ services: ids.services.size, organisations: ids.organisations.size },
  }
}

/** Its form was designed by its coordinator two months ago: all referrals were sent by it. */
async function setUp(ctx: Context, demo: DemoNetwork, ids: Ids): Promise<Cast> {
  const networkId = await makeNetwork(ctx, demo, ids)
  await makeServices(ctx, networkId, ids, demo)
  const cast = await gather(ctx, networkId, ids, demo)
  const designer = await actingAs(ctx, cast, demo.coordinator, daysAgo(ctx, 60))
  return { ...cast, network: await makeForm(designer, cast.network, demo) }
}

/** NET-4: the first asked, the second accepted. */
async function connect(ctx: Context, first: Cast, second: Cast): Promise<void> {
  const asker = await actingAs(ctx, first, first.demo.coordinator, daysAgo(ctx, 45))
  const id = await requestConnection(asker, first.network.id, second.network.id)
  await acceptConnection(await actingAs(ctx, second, second.demo.coordinator, daysAgo(ctx, 44)), second.network.id, id)
}

/** Ended long ago, so that today's inbox is as it was. */
async function tellPast(ctx: Context, { network }: Cast): Promise<void> {
  await inTransaction(ctx, async trx => {
    const world = await readPastWorld(trx, network.id)
    await insertPast(trx, network.id, pastReferrals(world, ctx.now()))
  })
}

function daysAgo({ now }: Context, days: number): Date {
  return new Date(now().getTime() - days * 24 * 60 * 60 * 1000)
}
