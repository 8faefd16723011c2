/** PRIV-1: what has been kept long enough goes, a few at a time; each batch is a transaction of its own, so that stopping loses nothing. Give it a context without an actor. */
import { recordEvents } from '../../db/events.ts'
import { groupsOf, lockDuePeople, lockDueReferrals } from '../../db/privacy/retention.ts'
import { wipePeople, wipeReferrals } from '../../db/privacy/wipe.ts'
import { dueBefore } from '../../domain/retention.ts'
import { type Context, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'

const batch = 20

/** How many went; with as many as a batch there may be more. */
export async function retainDue(ctx: Context): Promise<{ referrals: number; people: number; more: boolean }> {
  const before = dueBefore(ctx.now())
  const referrals = await anonymiseDue(ctx, before)
  const people = await deleteDuePeople(ctx, before)
  return { referrals, people, more: referrals === batch || people === batch }
}

function anonymiseDue(ctx: Context, before: Date): Promise<number> {
  return inTransaction(ctx, async trx => {
    const due = await lockDueReferrals(trx, before, batch)
    await wipeReferrals(
      trx,
      due.map(({ id }) => id),
      'retention',
      ctx.now(),
    )
    const events = due.map(({ id, networkId }) => eventBy(ctx, { action: 'anonymised', networkId, referralId: id }))
    await recordEvents(trx, ctx.now(), events)
    return due.length
  })
}

function deleteDuePeople(ctx: Context, before: Date): Promise<number> {
  return inTransaction(ctx, async trx => {
    const due = await lockDuePeople(trx, before, batch)
    const ids = await groupsOf(
      trx,
      due.map(({ id }) => id),
    )
    await wipePeople(trx, ids, 'retention', ctx.now())
    const events = due.map(({ id, organisationId }) =>
      eventBy(ctx, { action: 'deletedPerson', organisationId, codes: { person: id } }),
    )
    await recordEvents(trx, ctx.now(), events)
    return due.length
  })
}
