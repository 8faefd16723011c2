/** When a service is reminded, the coordinator told, the referral passed on (RES-5): for referrals sent from now on. */
import { recordEvents } from '../db/events.ts'
import { saveSettings } from '../db/network-area.ts'
import { readNetwork } from '../db/networks.ts'
import { lockSettings } from '../db/settings.ts'
import { type ClockSettings, clockSettings } from '../domain/clock.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

/** `seen`: as `clockMark` gave it when the form was opened. */
export function keepResponseTimes(
  ctx: ActingContext,
  networkId: string,
  clock: ClockSettings,
  seen: string,
): Promise<void> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    const { settings } = await readNetwork(trx, networkId)
    if (clockMark(settings.clock) !== seen)
      throw new Problem('conflict', 'Somebody changed the response times while this page was open.')
    await saveSettings(trx, networkId, { ...settings, clock: clockSettings.parse(clock) })
    const event = eventBy(ctx, { action: 'keepResponseTimes', networkId, codes: { part: 'response-times', clock } })
    await recordEvents(trx, ctx.now(), [event])
  })
}

export function clockMark({ normal, urgent, nation }: ClockSettings): string {
  const paces = [normal, urgent].map(({ unit, remind, escalate, passOn }) => [unit, remind, escalate, passOn])
  return JSON.stringify([paces, nation])
}
