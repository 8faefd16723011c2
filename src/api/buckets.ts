/** A bucket of turns for each client, which fills again evenly. In this process alone: it is for fairness, not for safety. */

export type Buckets = { take(id: string, now: number): boolean }

const mostKept = 10_000

/** `now` in milliseconds. */
export function openBuckets(perMinute: number): Buckets {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(id, now) {
      const { left, at } = buckets.get(id) ?? { left: perMinute, at: now }
      const filled = Math.min(perMinute, left + ((now - at) / 60_000) * perMinute)
      if (filled < 1) return false
      if (buckets.size > mostKept) buckets.clear()
      buckets.set(id, { left: filled - 1, at: now })
      return true
    },
  }
}
