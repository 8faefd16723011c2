/** The demonstration's two weeks: what is sent in both networks, and what happens then, in the order of time. */
import type { DemoReferral } from '../../db/seed/demo/referral.ts'
import { nextDueStep } from '../../db/seed/history.ts'
import type { Context } from '../context.ts'
import { runClock } from '../run-clock.ts'
import type { Cast } from './cast.ts'
import { send } from './send.ts'
import { takeStep } from './step.ts'
import { timetable } from './timetable.ts'

/** Where a referral is, and of which other it is the part in a connected network. */
type Scene = { cast: Cast; other: Cast; wholeOf: DemoReferral | null }

/** Moment by moment; between two of them the clock does what fell due. */
export async function play(ctx: Context, casts: readonly [Cast, Cast]): Promise<void> {
  const scenes = scenesOf(casts)
  const sent = new Map<DemoReferral, { id: string; linkedId: string | null }>()
  for (const { at, referral, step } of timetable([...scenes.keys()], ctx.now())) {
    await runClockUntil(ctx, at)
    const { cast, other, wholeOf } = scenes.get(referral) ?? { cast: casts[0], other: casts[1], wholeOf: null }
    const id = wholeOf ? sent.get(wholeOf)?.linkedId : sent.get(referral)?.id
    if (step && id) await takeStep(ctx, cast, referral, id, step, at)
    else if (!wholeOf) sent.set(referral, await send(ctx, cast, other, referral, at, sent.size))
  }
  await runClockUntil(ctx, ctx.now())
}

function scenesOf([first, second]: readonly [Cast, Cast]): Map<DemoReferral, Scene> {
  const scenes = new Map<DemoReferral, Scene>()
  for (const [cast, other] of [
    [first, second],
    [second, first],
  ] as const)
    for (const referral of cast.demo.referrals) {
      scenes.set(referral, { cast, other, wholeOf: null })
      const { linked, ...rest } = referral
      if (linked) scenes.set({ ...rest, next: [], ...linked }, { cast: other, other: cast, wholeOf: referral })
    }
  return scenes
}

async function runClockUntil(ctx: Context, at: Date): Promise<void> {
  for (;;) {
    const due = await nextDueStep(ctx.db)
    if (!due || due > at || (await runClock({ ...ctx, now: () => due })) === 0) return
  }
}
