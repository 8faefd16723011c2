/** Whether a service takes referrals now, and if not why: said plainly wherever it is listed. */

export type Availability =
  | { code: 'open' | 'full' }
  /** `until`: YYYY-MM-DD. */
  | { code: 'paused'; until: string | null }
  | { code: 'no_places' | 'suspended' | 'not_agreed' | 'unfinished' }

export type Circumstances = {
  /** What the search for suggestions goes by: all of the below together. */
  open: boolean
  status: 'active' | 'paused' | 'archived'
  pausedUntil: string | null
  capacity: number | null
  cases: number
  waiting: number
  /** Its organisation takes part in the network. */
  member: boolean
  /** It is in at least one category. */
  described: boolean
}

/** `today`: YYYY-MM-DD. A full service still can be asked. */
export function availabilityOf(its: Circumstances, today: string): Availability {
  if (its.open) return { code: isFull(its) ? 'full' : 'open' }
  const isPaused = its.pausedUntil !== null && its.pausedUntil >= today
  if (its.status !== 'active' || isPaused) return { code: 'paused', until: isPaused ? its.pausedUntil : null }
  if (its.capacity === 0) return { code: 'no_places' }
  if (!its.member) return { code: 'suspended' }
  return { code: its.described ? 'not_agreed' : 'unfinished' }
}

export function takesReferrals({ code }: Availability): boolean {
  return code === 'open' || code === 'full'
}

function isFull({ capacity, cases, waiting }: Circumstances): boolean {
  return capacity !== null && cases + waiting >= capacity
}
