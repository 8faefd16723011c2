/** Loads the demonstration: one believable network with two weeks of referrals, all of it made by the same actions as real life. */
import type { Kysely } from 'kysely'
import { isNew } from '../db/demonstration.ts'
import type { DB } from '../db/schema.ts'
import { demoUsers } from '../db/seed/demo/people.ts'
import type { DemoReferral } from '../db/seed/demo/referral.ts'
import { endedReferrals } from '../db/seed/demo/referrals/ended.ts'
import { helpingReferrals } from '../db/seed/demo/referrals/helping.ts'
import { movedReferrals } from '../db/seed/demo/referrals/moved.ts'
import { waitingReferrals } from '../db/seed/demo/referrals/waiting.ts'
import { nextDueStep, settleMessages } from '../db/seed/history.ts'
import { Problem } from '../domain/problem.ts'
import type { Context } from './context.ts'
import { type Cast, gather } from './demonstration/cast.ts'
import { makeServices } from './demonstration/make-services.ts'
import { makeNetwork } from './demonstration/make-world.ts'
import { send } from './demonstration/send.ts'
import { takeStep } from './demonstration/step.ts'
import { timetable } from './demonstration/timetable.ts'
import { runClock } from './run-clock.ts'

/** `deliverSince`: messages of what happened from then on stay queued for the worker; by default none do. */
export type Loading = { secret: string; baseUrl: string; now?: () => Date; deliverSince?: Date }
export type Loaded = { networkId: string; referrals: number; services: number; organisations: number; users: number }

/** Into an empty installation only. */
export async function loadDemonstration({ db }: { db: Kysely<DB> }, loading: Loading): Promise<Loaded> {
  const { secret, baseUrl, now = () => new Date(), deliverSince } = loading
  if (!(await isNew(db)))
    throw new Problem(
      'conflict',
      'There is a network or an account here already: the demonstration needs an empty place.',
    )
  const loadedAt = now()
  const ctx: Context = { db, actor: null, now: () => loadedAt, secret, baseUrl }
  const { networkId, ids } = await makeNetwork(ctx)
  await makeServices(ctx, networkId, ids)
  const cast = await gather(ctx, networkId, ids, coordinator)
  await play(ctx, cast, demoReferrals)
  await settleMessages(db, deliverSince ?? loadedAt)
  const { organisations, services } = ids
  return {
    ...{ networkId, referrals: demoReferrals.length, users: demoUsers.length },
    ...{ services: services.size, organisations: organisations.size },
  }
}

export const demoReferrals: readonly DemoReferral[] = [
  ...waitingReferrals,
  ...helpingReferrals,
  ...movedReferrals,
  ...endedReferrals,
]

const coordinator = 'colm@mersey'

/** Moment by moment; between two of them the clock does what fell due. */
async function play(ctx: Context, cast: Cast, referrals: readonly DemoReferral[]): Promise<void> {
  const sent = new Map<DemoReferral, string>()
  for (const { at, referral, step } of timetable(referrals, ctx.now())) {
    await runClockUntil(ctx, at)
    const id = sent.get(referral)
    if (id && step) await takeStep(ctx, cast, referral, id, step, at)
    else sent.set(referral, await send(ctx, cast, referral, at, sent.size))
  }
  await runClockUntil(ctx, ctx.now())
}

async function runClockUntil(ctx: Context, at: Date): Promise<void> {
  for (;;) {
    const due = await nextDueStep(ctx.db)
    if (!due || due > at || (await runClock({ ...ctx, now: () => due })) === 0) return
  }
}
