/** NET-1: a network's logo, made safe and never without words, as other pictures are; or none. */
import { randomUUID } from 'node:crypto'
import { recordEvents } from '../db/events.ts'
import { saveNetworkLogo } from '../db/network-columns.ts'
import { readNetwork } from '../db/networks.ts'
import { insertPicture } from '../db/pictures.ts'
import { lockSettings } from '../db/settings.ts'
import type { Permission } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { readPicture } from '../files/picture.ts'
import type { FileStore } from '../files/store.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

const size = { width: 600, height: 200 }
type Given = { bytes: Uint8Array; alt: string }

/** Throws at `picture` for what is none, at `alt` where nobody says what it shows. */
export async function keepNetworkLogo(
  ctx: ActingContext,
  store: FileStore,
  networkId: string,
  { bytes, alt }: Given,
  permission: Permission = 'coordinate',
): Promise<void> {
  requireCoordinator(ctx, networkId, permission)
  const said = alt.trim()
  if (said === '' || said.length > 300)
    throw new Problem('invalid', 'Say in a few words what the logo shows.', { field: 'alt' })
  const { bytes: safe, ...picture } = await readPicture(bytes, size, 'picture')
  const storageKey = `pictures/${randomUUID()}.webp`
  await inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    const { coordinatingOrganisationId: organisationId } = await readNetwork(trx, networkId)
    if (!organisationId) throw new Problem('not_now', 'A network that nobody coordinates keeps no pictures.')
    await store.put(storageKey, safe, picture.type)
    const row = { ...picture, organisationId, storageKey, alt: said, addedBy: ctx.actor.userId }
    await saveNetworkLogo(trx, networkId, await insertPicture(trx, row))
    await recordEvents(trx, ctx.now(), [lookEvent(ctx, networkId, 'added')])
  })
}

export function removeNetworkLogo(
  ctx: ActingContext,
  networkId: string,
  permission: Permission = 'coordinate',
): Promise<void> {
  requireCoordinator(ctx, networkId, permission)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    await saveNetworkLogo(trx, networkId, null)
    await recordEvents(trx, ctx.now(), [lookEvent(ctx, networkId, 'removed')])
  })
}

function lookEvent(ctx: ActingContext, networkId: string, logo: 'added' | 'removed') {
  return eventBy(ctx, { action: 'keepLook', networkId, codes: { part: 'look', logo } })
}
