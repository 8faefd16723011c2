/** What a clock in London shows: worked out once for a moment, which is asked about for many services. */
import { Temporal } from 'temporal-polyfill'

/** `weekday` 1 is Monday; `minutes` after midnight. */
export type WallClock = { date: string; weekday: number; minutes: number; yesterday: string }

export function wallClock(at: Date): WallClock {
  const known = clocks.get(at)
  if (known) return known
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London')
  const date = there.toPlainDate()
  const clock = {
    ...{ date: date.toString(), yesterday: date.subtract({ days: 1 }).toString() },
    ...{ weekday: there.dayOfWeek, minutes: there.hour * 60 + there.minute },
  }
  clocks.set(at, clock)
  return clock
}

const clocks = new WeakMap<Date, WallClock>()
