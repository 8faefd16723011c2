/** PUB-3: the person takes their consent back. Everybody's access ends with this transaction, and who held it is told. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../db/database.ts'
import { type NewEvent, recordEvents } from '../../db/events.ts'
import { withdrawConsent } from '../../db/own-page.ts'
import { type CaseFile, lockCase } from '../../db/referrals/load.ts'
import { saveCase } from '../../db/referrals/save.ts'
import type { DB } from '../../db/schema.ts'
import { take } from '../../domain/moves.ts'
import { isSettled } from '../../domain/referral.ts'
import { type Context, inTransaction } from '../context.ts'
import { enqueueNotices } from '../enqueue-notices.ts'
import { keepClock } from '../keep-clock.ts'
import { asProgram, opened, type PageKey } from './key.ts'

/** Of everything that the code opens. Doing it twice is doing it once. */
export function takeConsentBack(ctx: Context, key: PageKey): Promise<void> {
  return inTransaction(asProgram(ctx), async trx => {
    for (const id of await opened(trx, key)) {
      const file = await lockCase(trx, id)
      if (!file.sides.consentWithdrawn && !file.anonymised) await withdraw(trx, ctx, file)
    }
  })
}

/** What had ended already stays as it ended; nobody reads it any more all the same. */
async function withdraw(trx: Transaction<DB>, ctx: Context, file: CaseFile): Promise<void> {
  const at = ctx.now()
  const { referral } = file
  const taken = referral.needs.every(isSettled)
    ? null
    : take(referral, { action: 'withdraw' }, ['person'], { at, newId: randomUUID })
  const after = taken?.referral ?? referral
  if (taken) {
    await saveCase(trx, file, after, at)
    const needs = taken.happened.flatMap(({ needIds }) => needIds.map(id => file.needLabels.get(id) ?? ''))
    await recordEvents(trx, at, [byThePerson(file, 'withdraw', { needs })])
    await keepClock(trx, { before: referral, after, file })
  }
  await withdrawConsent(trx, file.id, at)
  const events = await recordEvents(trx, at, [byThePerson(file, 'withdrawConsent')])
  await enqueueNotices(trx, ctx, { before: referral, after, file, events })
}

export function byThePerson(
  { id, networkId }: Pick<CaseFile, 'id' | 'networkId'>,
  action: string,
  codes: Record<string, unknown> = {},
): NewEvent {
  const nobody = { userId: null, organisationId: null, assignmentId: null, noteId: null }
  return { action, networkId, referralId: id, party: 'person', ...nobody, codes }
}
