/** FORM-13: which sites may show the form inside their pages, and whether people may refer themselves. */
import { recordEvents } from '../db/events.ts'
import { saveSettings } from '../db/network-area.ts'
import { readNetwork } from '../db/networks.ts'
import { lockSettings } from '../db/settings.ts'
import type { NetworkSettings } from '../domain/network.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

export type EntrySettings = Pick<NetworkSettings, 'embedOrigins' | 'selfReferral'>

export function keepEntrySettings(
  ctx: ActingContext,
  networkId: string,
  changed: Partial<EntrySettings>,
): Promise<void> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    const { settings } = await readNetwork(trx, networkId)
    await saveSettings(trx, networkId, { ...settings, ...changed })
    const codes = { part: 'entry-links', ...changed }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'keepEntrySettings', networkId, codes })])
  })
}
