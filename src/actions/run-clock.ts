/** What the clock does when a step falls due (RES-5): remind, tell the coordinator, pass on. Each once, whoever runs it. */
import { claimDueSteps, type DueStep, type Lapse, listDueLapses } from '../db/clock-steps.ts'
import type { Transaction } from '../db/database.ts'
import { type NewEvent, type Recorded, recordEvents } from '../db/events.ts'
import { type Codes, insertNotices, type NoticeRow } from '../db/messages.ts'
import type { DB } from '../db/schema.ts'
import { type Notice, notices } from '../domain/notices.ts'
import { isProblem } from '../domain/problem.ts'
import { actOnReferral } from './act-on-referral.ts'
import { type Context, inTransaction } from './context.ts'

const batch = 200

/** Everything due now, until `signal` says stop. How many steps were done. Give it a context without an actor. */
export async function runClock(ctx: Context, signal?: AbortSignal): Promise<number> {
  let [done, last] = [0, 1]
  while (last > 0 && !signal?.aborted) {
    last = await tellOfDueSteps(ctx)
    done += last
  }
  return done + (await passOn(ctx, signal))
}

function tellOfDueSteps(ctx: Context): Promise<number> {
  return inTransaction(ctx, async trx => {
    const at = ctx.now()
    const due = await claimDueSteps(trx, at, batch)
    const events = await recordEvents(trx, at, due.map(eventOf))
    await enqueue(trx, ctx, due, events)
    return due.length
  })
}

function eventOf({ step, networkId, referralId, assignmentId, needs }: DueStep): NewEvent {
  const nobody = { party: 'clock', userId: null, organisationId: null, noteId: null }
  return { action: step, networkId, referralId, assignmentId, ...nobody, codes: { needs } }
}

function enqueue(trx: Transaction<DB>, { baseUrl }: Context, due: DueStep[], events: Recorded[]): Promise<void> {
  const rows = due.flatMap((step, at) =>
    notices[step.step].map(notice => noticeRow(notice, step, events[at]?.id ?? Number.NaN)),
  )
  return insertNotices(trx, new URL(baseUrl).hostname, rows)
}

function noticeRow({ to, template }: Notice, step: DueStep, eventId: number): NoticeRow {
  const { referralId, organisationId, networkId } = step
  const recipients = to === 'coordinator' ? { coordinatorsOf: networkId } : { organisationId }
  return { eventId, template, referralId, actorId: null, to: recipients, codes: codesFor(to, step) }
}

function codesFor(to: Notice['to'], { reference, restricted, needs, outwardCode, answerBy }: DueStep): Codes {
  if (to === 'coordinator') return restricted ? { reference } : { reference, needs, area: outwardCode }
  return { reference, needs, area: outwardCode, answerBy: answerBy?.toISOString() ?? null }
}

/** Each on its own, by the one door: it locks the referral, and does nothing where somebody has answered or passed it on already. */
async function passOn(ctx: Context, signal?: AbortSignal): Promise<number> {
  const due = await listDueLapses(ctx.db, ctx.now(), batch)
  let done = 0
  for (const lapse of due) {
    if (signal?.aborted) break
    if (await passOnOne(ctx, lapse)) done++
  }
  return done
}

async function passOnOne(ctx: Context, { referralId, assignmentId }: Lapse): Promise<boolean> {
  try {
    const { happened } = await actOnReferral(ctx, { referralId, assignmentId, action: 'lapse' }, {})
    return happened.length > 0
  } catch (error) {
    if (isProblem(error)) return false
    throw error
  }
}
