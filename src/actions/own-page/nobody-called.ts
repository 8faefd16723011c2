/** PUB-3: "Nobody has called me": the coordinator and those asked or helping are told, once a day at most. */
import { sign } from '../../auth/secrets.ts'
import { recordEvents } from '../../db/events.ts'
import { admitGuess } from '../../db/guesses.ts'
import { lockCase } from '../../db/referrals/load.ts'
import { calledLimit, goesOn } from '../../domain/own-page.ts'
import { Problem } from '../../domain/problem.ts'
import { type Context, inTransaction } from '../context.ts'
import { enqueueNotices } from '../enqueue-notices.ts'
import { asProgram, opened, type PageKey } from './key.ts'
import { byThePerson } from './withdraw-consent.ts'

/** Of what one code opens, a part that was told already does not keep the others from it. */
export function sayNobodyCalled(ctx: Context, key: PageKey): Promise<void> {
  return inTransaction(asProgram(ctx), async trx => {
    const at = ctx.now()
    const told: boolean[] = []
    for (const id of await opened(trx, key)) {
      const file = await lockCase(trx, id)
      if (file.sides.consentWithdrawn || file.anonymised || !goesOn(file.status)) continue
      const isFirst = await admitGuess(trx, sign(ctx.secret, 'nobody called', id), at, calledLimit)
      told.push(isFirst)
      if (!isFirst) continue
      const events = await recordEvents(trx, at, [byThePerson(file, 'nobodyCalled')])
      await enqueueNotices(trx, ctx, { before: file.referral, after: file.referral, file, events })
    }
    if (told.length === 0) throw new Problem('not_now', 'There is nobody to tell any more.')
    if (!told.includes(true))
      throw new Problem('too_many', 'They were told already.', { retryAfter: calledLimit.withinMinutes * 60 })
  })
}
