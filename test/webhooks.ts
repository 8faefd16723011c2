/** What stories about webhooks share: a world, and another system that takes what is delivered. */
import { sql } from 'kysely'
import { makeWebhook } from '#src/actions/webhooks/make.ts'
import { webhookKinds } from '#src/domain/webhook.ts'
import { allowedHosts } from '#src/outgoing/hosts.ts'
import { type Dispatch, deliverDue } from '#src/worker/deliver.ts'
import { startApp } from './app.ts'
import { freshDatabase } from './database.ts'
import { network, type Role } from './network.ts'
import { openReceiver } from './receiver.ts'

export type Hooks = Awaited<ReturnType<typeof openHooks>>

const log = { info: () => {}, warn: () => {}, error: () => {} }
const never = new AbortController().signal

export const later = (hours: number) => () => new Date(Date.now() + hours * 3_600_000)

/** Starts a program with a world of its own; `stop()` ends it. */
export async function openHooks() {
  const fresh = await freshDatabase()
  const app = await startApp({ OUTGOING_ALLOW: '127.0.0.1' }, fresh)
  const world = await network({ database: app.database })
  const receiver = await openReceiver()
  const { owner } = app.database
  const allowed = allowedHosts(['127.0.0.1'])
  const ctx = { ...world.ctx, db: app.database.db }

  const form = (changes = {}) => ({
    ...{ name: 'Case system', address: receiver.address, kinds: [...webhookKinds] },
    ...changes,
  })
  const dispatch = (over: Partial<Dispatch> = {}): Dispatch => ({
    ...{ db: owner, ctx, allowed, log, milliseconds: 3000, ...over },
  })
  return {
    ...{ app, world, receiver, owner, allowed, databaseUrl: fresh.url, form, dispatch },
    /** Delivers whatever is due. */
    drain: async (over: Partial<Dispatch> = {}) => {
      while (await deliverDue(dispatch(over), never));
    },
    /** Of the organisation of somebody in this role; the coordinator's is the network's. */
    hook: async (role: Role = 'firstPrimary', changes = {}) => {
      const acting = await world.as(role)
      const whose =
        role === 'coordinator' ? { networkId: world.networkId } : { organisationId: acting.actor.organisationId ?? '' }
      return makeWebhook(acting, whose, form(changes), allowed)
    },
    /** What arrived of a referral, in its order. */
    typesOf: (referral: string) => receiver.heard(referral).map(({ body }) => body.type.replace('referral.', '')),
    statesOf: async (id: string) => {
      const { rows } = await sql<{ line: string }>`
        select concat_ws(' ', kind, status, attempts, last_status, last_error) as line
        from webhook_delivery where webhook_id = ${id} order by event_id`.execute(owner)
      return rows.map(({ line }) => line)
    },
    /** As if nothing had been set up or sent. */
    forget: async () => {
      await sql`delete from webhook`.execute(owner)
      receiver.taken.length = 0
      receiver.behave(() => 200)
    },
    stop: async () => {
      receiver.close()
      await app.stop()
    },
  }
}
