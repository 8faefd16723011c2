/** FORM-11: a new version of the consent wording and the data protection statement. Old versions stay as they were agreed to. */
import { insertWording, listWordings } from '../db/consent-wordings.ts'
import { recordEvents } from '../db/events.ts'
import { lockSettings } from '../db/settings.ts'
import type { WordingForm } from '../domain/consent.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { requireCoordinator } from './require-coordinator.ts'

/** Returns its version. Whoever is being asked at this moment is asked again, in the new words. */
export function publishWording(ctx: ActingContext, networkId: string, form: WordingForm): Promise<number> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    await lockSettings(trx, networkId)
    const [current] = await listWordings(trx, networkId)
    if ((current?.version ?? 0) !== form.seen)
      throw new Problem('conflict', 'Somebody published another version while this page was open.')
    const version = form.seen + 1
    await insertWording(trx, networkId, { ...form, version, by: ctx.actor.userId, at: ctx.now() })
    await recordEvents(trx, ctx.now(), [
      eventBy(ctx, { action: 'publishWording', networkId, codes: { part: 'consent', version } }),
    ])
    return version
  })
}
