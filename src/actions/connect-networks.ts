/** NET-4: a coordinator asks another network to connect; its coordinator accepts; either ends it. */
import {
  acceptConnection as accept,
  endConnection as end,
  insertConnection,
  listUnconnected,
} from '../db/connections.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { readNetwork } from '../db/networks.ts'
import type { DB } from '../db/schema.ts'
import type { JoiningTemplate } from '../domain/joining.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { enqueueLetter } from './enqueue-letter.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

/** Returns the connection's id. Whoever coordinates both still accepts in the name of the other. */
export function requestConnection(ctx: ActingContext, networkId: string, otherNetworkId: string): Promise<string> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    const open = await listUnconnected(trx, networkId)
    if (!open.some(({ id }) => id === otherNetworkId))
      throw new Problem('invalid', 'Choose a network that you are not connected with.', { field: 'network' })
    const id = await insertConnection(trx, { networkId, otherNetworkId, by: ctx.actor.userId, at: ctx.now() })
    if (!id) throw new Problem('conflict', 'A colleague has asked for this already.', { field: 'network' })
    await tell(trx, ctx, { action: 'requestConnection', template: 'connection_asked', networkId, otherNetworkId, id })
    return id
  })
}

export function acceptConnection(ctx: ActingContext, networkId: string, id: string): Promise<void> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    const sides = await accept(trx, id, { networkId, by: ctx.actor.userId, at: ctx.now() })
    if (!sides) throw new Problem('conflict', 'It was answered already, or is not yours to answer.')
    const told = { networkId, otherNetworkId: sides.networkId, id }
    await tell(trx, ctx, { action: 'acceptConnection', template: 'connection_accepted', ...told })
  })
}

/** Referrals that were sent through it stay as they are. */
export function endConnection(ctx: ActingContext, networkId: string, id: string): Promise<void> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    const sides = await end(trx, id, { networkId, by: ctx.actor.userId, at: ctx.now() })
    if (!sides) throw new Problem('conflict', 'It has ended already.')
    const otherNetworkId = sides.networkId === networkId ? sides.otherNetworkId : sides.networkId
    await tell(trx, ctx, { action: 'endConnection', template: 'connection_ended', networkId, otherNetworkId, id })
  })
}

type Told = { action: string; template: JoiningTemplate; networkId: string; otherNetworkId: string; id: string }

/** In the history of both, and by letter to the other side's coordinators. */
async function tell(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { action, template, networkId, otherNetworkId, id }: Told,
) {
  const { name } = await readNetwork(trx, networkId)
  const events = [
    eventBy(ctx, { action, networkId, codes: { connection: id, with: otherNetworkId } }),
    eventBy(ctx, { action, networkId: otherNetworkId, codes: { connection: id, with: networkId } }),
  ]
  await recordEvents(trx, ctx.now(), events)
  const codes = { networkId: otherNetworkId, organisation: name }
  await enqueueLetter(trx, ctx, { template, codes, to: { coordinatorsOf: otherNetworkId } })
}
