/** The clock of one assignment (RES-5): remind, tell the coordinator, pass on; a question stops it once. */
import { z } from 'zod'
import { type Nation, nations } from './bank-holidays.ts'
import { addWorkingDays, addWorkingTime, workingTimeBetween } from './working-time.ts'

const amount = z.number().positive().max(2000)

/** Amounts are hours or working days by `unit`, from the asking; null is off. Steps may not overtake each other. */
export const pace = z
  .strictObject({
    unit: z.enum(['elapsed_hours', 'working_days']),
    remind: amount.nullable(),
    escalate: amount.nullable(),
    passOn: amount.nullable(),
  })
  .refine(isInOrder, { error: 'steps_out_of_order', path: ['escalate'] })
export type Pace = z.infer<typeof pace>

export const clockSettings = z.strictObject({ normal: pace, urgent: pace, nation: z.enum(nations) })
export type ClockSettings = z.infer<typeof clockSettings>

const twoDaysThenFour: Pace = { unit: 'elapsed_hours', remind: 48, escalate: 96, passOn: null }
export const defaultClock: ClockSettings = { normal: twoDaysThenFour, urgent: twoDaysThenFour, nation: 'england' }

/** While a question to the referrer is open; `to` null: not answered yet. */
export type Pause = { from: Date; to: Date | null }
export type ClockStep = 'remind' | 'escalate' | 'pass_on'
export type DueStep = { step: ClockStep; dueAt: Date }

/** When each step is due, soonest first. Of several pauses only the first counts, and of it five working days. */
export function stepsDue(
  startedAt: Date,
  settings: ClockSettings,
  urgent: boolean,
  pauses: readonly Pause[] = [],
): DueStep[] {
  const { unit, remind, escalate, passOn } = urgent ? settings.urgent : settings.normal
  const pause = firstPause(startedAt, pauses, settings.nation)
  const after = unit === 'working_days' ? afterWorkingDays : afterHours
  return [
    { step: 'remind' as const, amount: remind },
    { step: 'escalate' as const, amount: escalate },
    { step: 'pass_on' as const, amount: passOn },
  ].flatMap(({ step, amount }) =>
    amount === null ? [] : { step, dueAt: after(startedAt, amount, pause, settings.nation) },
  )
}

/** Unanswered by then, the clock goes on and the coordinator is told. */
export function pauseRunsOutAt(askedAt: Date, nation: Nation = 'england'): Date {
  return addWorkingDays(askedAt, longestPause, nation)
}

export function isPaused(at: Date, pauses: readonly Pause[], nation: Nation = 'england'): boolean {
  const pause = firstPause(new Date(0), pauses, nation)
  return pause !== null && pause.from <= at && at < pause.to
}

/** In working days. */
const longestPause = 5
const hour = 60 * 60 * 1000
const day = 24 * hour

type Standstill = { from: Date; to: Date }

function firstPause(startedAt: Date, pauses: readonly Pause[], nation: Nation): Standstill | null {
  const [first] = pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime())
  if (!first) return null
  const from = latest(first.from, startedAt)
  const to = earliest(first.to ?? pauseRunsOutAt(first.from, nation), pauseRunsOutAt(first.from, nation))
  return to > from ? { from, to } : null
}

function afterHours(startedAt: Date, hours: number, pause: Standstill | null): Date {
  const due = startedAt.getTime() + hours * hour
  const isStopped = pause !== null && pause.from.getTime() < due
  return new Date(isStopped ? due + pause.to.getTime() - pause.from.getTime() : due)
}

function afterWorkingDays(startedAt: Date, days: number, pause: Standstill | null, nation: Nation): Date {
  const due = addWorkingDays(startedAt, days, nation)
  if (!pause || pause.from >= due) return due
  const left = days * day - workingTimeBetween(startedAt, pause.from, nation)
  return addWorkingTime(pause.to, left, nation)
}

function isInOrder({
  remind,
  escalate,
  passOn,
}: {
  remind: number | null
  escalate: number | null
  passOn: number | null
}) {
  const given = [remind, escalate, passOn].filter(it => it !== null)
  return given.every((it, at) => it >= (given[at - 1] ?? 0))
}

const latest = (a: Date, b: Date) => (a > b ? a : b)
const earliest = (a: Date, b: Date) => (a < b ? a : b)
