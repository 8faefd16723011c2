/** While the mail server is away nothing is tried but one message now and then: the rest keep their tries for themselves. */

export type Pause = { lasts(): boolean; begin(): void; end(): void }

/** In milliseconds; doubles from the first to the longest until something goes through. */
export function openPause({ first = 2000, longest = 60_000 } = {}): Pause {
  let [until, next] = [0, first]
  return {
    lasts: () => performance.now() < until,
    begin: () => {
      if (performance.now() < until) return
      until = performance.now() + next
      next = Math.min(next * 2, longest)
    },
    end: () => {
      ;[until, next] = [0, first]
    },
  }
}
