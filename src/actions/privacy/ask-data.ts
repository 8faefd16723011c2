/** PRIV-2: a person asked. The request is put on record with its reason, and the authors of private notes are asked for them. */
import { recordEvents } from '../../db/events.ts'
import { askAuthors, insertRequest, ownParts } from '../../db/privacy/subjects.ts'
import { lockCase } from '../../db/referrals/load.ts'
import { sightOf } from '../../domain/policy.ts'
import type { Controller } from '../../domain/policy-on-privacy.ts'
import { Problem } from '../../domain/problem.ts'
import type { SubjectAsk } from '../../domain/subject.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { enqueueLetter } from '../enqueue-letter.ts'
import { eventBy } from '../event-by.ts'
import { asSystem, requireController } from './controller.ts'

/** Returns the request's id. What is given out has to be readable by who gives it; what is erased only has to be theirs. */
export async function askData(ctx: ActingContext, of: Controller, ask: SubjectAsk): Promise<string> {
  requireController(ctx, of)
  if (ask.kind === 'access' && 'networkId' in of) await assertReadable(ctx, ask.parts)
  const { userId: madeBy, organisationId } = ctx.actor
  return asSystem(ctx, async trx => {
    const parts = await ownParts(trx, of, ask.parts)
    if (parts.length !== new Set(ask.parts).size)
      throw new Problem('invalid', 'Choose what is this person’s.', { field: 'parts' })
    const remark = ask.kind === 'access' ? ask.remark : ''
    const made = { kind: ask.kind, reason: ask.reason, remark, madeBy, madeAt: ctx.now() }
    const id = await insertRequest(trx, of, made, parts)
    const networkId = 'networkId' in of ? of.networkId : null
    const codes = { request: id, kind: ask.kind, reason: ask.reason, count: parts.length }
    const party = networkId ? 'coordinator' : 'keeper'
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'askData', party, networkId, organisationId, codes })])
    if (ask.kind === 'access' && networkId)
      for (const userId of await askAuthors(trx, id, parts))
        await enqueueLetter(trx, ctx, { template: 'notes_asked', codes: { networkId }, to: { userId } })
    return id
  })
}

/** A restricted referral is opened with a reason first. */
function assertReadable(ctx: ActingContext, referralIds: readonly string[]): Promise<void> {
  return inTransaction(ctx, async trx => {
    for (const id of referralIds) {
      const { sides, settings } = await lockCase(trx, id)
      if (sightOf(ctx.actor, sides, settings).level !== 'full')
        throw new Problem('invalid', 'Open a restricted referral with a reason first.', { field: 'parts' })
    }
  })
}
