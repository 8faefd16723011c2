/** RES-17: handing over to a colleague, for oneself or (a primary user) for somebody; and coming back before the last day of cover. */
import { type Colleague, findColleague, listColleagues, lockColleagues } from '../../db/colleagues.ts'
import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import { giveBack, type HandOver, insertHandOver, lockHandOver, markHandOver } from '../../db/hand-overs.ts'
import type { DB } from '../../db/schema.ts'
import { dayErrors, daysOf, dueOf, type HandOverForm } from '../../domain/hand-over.ts'
import { mayHandOver } from '../../domain/policy.ts'
import { Problem } from '../../domain/problem.ts'
import { dayOf } from '../../domain/week.ts'
import { type ActingContext, type Context, inTransaction } from '../context.ts'
import { eventBy } from '../event-by.ts'
import { giveWork, recordGiven, tellTaker } from './give-work.ts'

/** `membershipId`: whose work it is. The id of what was arranged. */
export function handOver(ctx: ActingContext, membershipId: string, form: HandOverForm): Promise<string> {
  return inTransaction(ctx, async trx => {
    const whose = await lockWhose(trx, ctx, membershipId)
    const today = dayOf(ctx.now())
    const days = daysOf(form, today)
    const [wrong, ...others] = dayErrors(days, today)
    if (wrong) throw new Problem('invalid', 'Those days cannot be.', { field: wrong.field }, [wrong, ...others])
    const { organisationId, userId: from } = whose
    const to = await takerAmong(trx, whose, form.to)
    const between = { organisationId, from, to }
    const id = await insertHandOver(trx, { ...between, days, by: ctx.actor.userId, at: ctx.now() })
    if (!id) throw new Problem('not_now', 'This is arranged already: end that first.')
    const codes = { user: from, to, from: days.from, until: days.until }
    await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'handOver', party: partyOf(ctx, from), codes })])
    if (days.from <= today) await begin(trx, ctx, { ...between, id, until: days.until })
    return id
  })
}

/** What is left of it goes back. */
export function endCover(ctx: ActingContext, id: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const cover = await lockHandOver(trx, id)
    const { actor } = ctx
    const isOwn = cover?.organisationId === actor.organisationId
    if (!cover || !isOwn || !mayHandOver(actor, { userId: cover.fromUserId, organisationId: cover.organisationId }))
      throw new Problem('not_found', 'There is no such cover.')
    await finish(trx, ctx, cover)
  })
}

/** Begins or ends what a day begins or ends. Give it a context without an actor. Whether there was anything to do. */
export function tendHandOver(ctx: Context, id: string): Promise<boolean> {
  return inTransaction(ctx, async trx => {
    const cover = await lockHandOver(trx, id)
    const due = cover && dueOf(cover, dayOf(ctx.now()))
    if (!cover || !due) return false
    if (due === 'end') await finish(trx, ctx, cover)
    else {
      const { organisationId, fromUserId: from, toUserId: to, untilDay: until } = cover
      await begin(trx, ctx, { organisationId, from, to, id, until })
    }
    return true
  })
}

/** Before somebody leaves: what they cover goes back to whom it belongs, and cover for them ends; the work stays where it went. */
export async function endAllOf(trx: Transaction<DB>, ctx: Context, theirs: readonly HandOver[], userId: string) {
  for (const cover of theirs) {
    if (cover.toUserId === userId) await finish(trx, ctx, cover)
    else await markHandOver(trx, cover.id, { endedAt: ctx.now() })
  }
}

type Beginning = { id: string; organisationId: string; from: string; to: string; until: string | null }

async function begin(trx: Transaction<DB>, ctx: Context, { id, until, ...between }: Beginning): Promise<void> {
  const at = ctx.now()
  await giveWork(trx, ctx, between, until ? { id, until } : null)
  await markHandOver(trx, id, until ? { begunAt: at } : { begunAt: at, endedAt: at })
}

async function finish(trx: Transaction<DB>, ctx: Context, cover: HandOver): Promise<void> {
  const { id, organisationId, fromUserId, toUserId } = cover
  const given = await giveBack(trx, cover)
  await recordGiven(trx, ctx, organisationId, given, fromUserId)
  await markHandOver(trx, id, { endedAt: ctx.now() })
  const codes = { user: fromUserId, to: toUserId, count: given.length }
  const party = ctx.actor ? partyOf(ctx, fromUserId) : 'system'
  await recordEvents(trx, ctx.now(), [eventBy(ctx, { action: 'endCover', party, organisationId, codes })])
  if (given.length > 0) await tellTaker(trx, ctx, fromUserId, { count: given.length })
}

function partyOf({ actor }: Context, from: string): string {
  return actor?.userId === from ? 'self' : 'primary'
}

async function lockWhose(trx: Transaction<DB>, { actor }: ActingContext, membershipId: string): Promise<Colleague> {
  const found = await findColleague(trx, membershipId)
  if (found) await lockColleagues(trx, found.organisationId)
  const whose = await findColleague(trx, membershipId)
  if (!whose || whose.endedAt || !mayHandOver(actor, whose)) throw new Problem('not_found', 'There is no such account.')
  return whose
}

async function takerAmong(trx: Transaction<DB>, { organisationId, userId }: Colleague, to: string): Promise<string> {
  const colleagues = await listColleagues(trx, organisationId)
  const taker = colleagues.find(one => one.userId === to && one.userId !== userId && !one.endedAt)
  if (!taker) throw new Problem('invalid', 'Choose one of your colleagues.', { field: 'to' })
  return taker.userId
}
