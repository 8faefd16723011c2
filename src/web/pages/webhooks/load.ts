/** Whose webhooks somebody keeps, and the one that a page is about. */
import type { Context } from 'hono'
import { readNetwork } from '../../../db/networks.ts'
import { type Owner, readWebhook, type Webhook } from '../../../db/webhooks/keep.ts'
import { type Allowed, allowedHosts } from '../../../outgoing/hosts.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { idOf } from '../services/load.ts'

export type Keeper = { id: string; name: string; owner: Owner }

/** The own organisation of a primary user, and the networks that they coordinate. */
export async function keepersOf({ var: { actor, ctx } }: Context<PageEnv>): Promise<Keeper[]> {
  const { organisationId, organisationName, role, coordinates } = actor
  const own = role === 'primary' && organisationId
  const networks = await Promise.all(coordinates.map(id => readNetwork(ctx.db, id)))
  return [
    ...(own ? [{ id: own, name: organisationName ?? '', owner: { organisationId: own } }] : []),
    ...networks.map(({ id, name }) => ({ id, name, owner: { networkId: id } })),
  ]
}

export async function webhookOf(c: Context<PageEnv>): Promise<Webhook> {
  const webhook = await readWebhook(c.var.ctx.db, c.var.actor, idOf(c.req.param('id')))
  if (!webhook) throw absent()
  return webhook
}

export function allowedBy({ var: { deps } }: Context<PageEnv>): Allowed {
  return allowedHosts(deps.config.outgoingAllow)
}
