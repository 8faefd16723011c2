/** Where the network works (NET-1): local authorities, and areas of its own from a file. */
import { randomUUID } from 'node:crypto'
import { listServicesIn } from '../db/agreements.ts'
import { listNetworkAuthorities } from '../db/areas.ts'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { insertDrawnArea, listChoices, replaceNetworkAreas } from '../db/network-area.ts'
import type { DB } from '../db/schema.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import { lockSettings } from '../db/settings.ts'
import { checkDrawn } from '../domain/drawn.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

/** `seen`: the codes that the form was opened with. Services that reach the whole network reach the new area at once. */
export function keepAreas(
  ctx: ActingContext,
  networkId: string,
  { codes, seen }: { codes: readonly string[]; seen: readonly string[] },
): Promise<void> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    if ((await listNetworkAuthorities(trx, networkId)).toSorted().join() !== seen.toSorted().join())
      throw new Problem('conflict', 'Somebody changed the area while this page was open.')
    const known = new Set((await listChoices(trx, networkId)).map(({ code }) => code))
    if (codes.length === 0 || codes.some(code => !known.has(code)))
      throw new Problem('invalid', 'Choose at least one area.', { field: 'areas' })
    await replaceNetworkAreas(trx, networkId, codes)
    await afterwards(trx, ctx, networkId, { codes: [...codes] })
  })
}

/** GeoJSON, checked as a drawn catchment is. It belongs to the network's area from then on. Returns its code. */
export function addDrawnArea(
  ctx: ActingContext,
  networkId: string,
  { name, geojson }: { name: string; geojson: unknown },
): Promise<string> {
  requireCoordinator(ctx, networkId)
  const geometry = checkDrawn(geojson, 'file')
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    const code = `OWN-${randomUUID().slice(0, 8).toUpperCase()}`
    await insertDrawnArea(trx, networkId, { code, name, geometry })
    await replaceNetworkAreas(trx, networkId, [...(await listNetworkAuthorities(trx, networkId)), code])
    await afterwards(trx, ctx, networkId, { code })
    return code
  })
}

async function afterwards(
  trx: Transaction<DB>,
  ctx: ActingContext,
  networkId: string,
  codes: Record<string, unknown>,
): Promise<void> {
  await refreshCandidates(trx, await listServicesIn(trx, networkId))
  const event = eventBy(ctx, { action: 'keepAreas', networkId, codes: { part: 'areas', ...codes } })
  await recordEvents(trx, ctx.now(), [event])
}
