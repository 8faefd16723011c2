import { expect, test } from 'vitest'
import { demoNetworks } from '../../db/seed/demo/networks.ts'
import { undoWithin } from '../../domain/lifecycle.ts'
import { timetable } from './timetable.ts'

const demoReferrals = demoNetworks.flatMap(({ referrals }) => referrals)
const hour = 3_600_000
/** Every 31 hours of two weeks over Christmas, when offices are shut for days. */
const moments = Array.from({ length: 11 }, (_, at) => new Date(Date.UTC(2026, 11, 20) + at * 31 * hour))

test('whenever it is loaded, everything has happened already, in its order', () => {
  for (const now of moments) checkLoadedAt(now)
})

test('what waits for an exact time waits for that, whatever the office hours', () => {
  const [now = new Date()] = moments
  for (const { at, referral } of timetable(demoReferrals, now).filter(({ step }) => step === null))
    if (referral.exact) expect(now.getTime() - at.getTime()).toBe(referral.ago * hour)
})

function checkLoadedAt(now: Date) {
  const last = new Map<object, Date>()
  for (const { at, referral, step } of timetable(demoReferrals, now)) {
    const before = last.get(referral)
    const gap = at.getTime() - (before?.getTime() ?? 0)
    expect(before === undefined).toBe(step === null)
    expect(at < now && gap > 0, `${referral.last} at ${now.toISOString()}`).toBe(true)
    if (step?.[1] === 'undo') expect(gap).toBeLessThanOrEqual(undoWithin)
    last.set(referral, at)
  }
}
