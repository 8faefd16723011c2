/** Lets few work at a time and a bounded number wait, before they take a connection or a core. */

export function takeTurns(most: { atOnce: number; waiting: number }, refuse: () => never) {
  const queue: (() => void)[] = []
  let working = 0

  async function enter() {
    if (working < most.atOnce) working++
    else if (queue.length >= most.waiting) refuse()
    else await new Promise<void>(resolve => queue.push(resolve))
  }

  function leave() {
    const next = queue.shift()
    if (next) next()
    else working--
  }

  return async <T>(work: () => Promise<T>): Promise<T> => {
    await enter()
    return work().finally(leave)
  }
}
