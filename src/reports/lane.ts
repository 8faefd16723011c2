/** One report at a time in each process: whoever reads a list or opens a referral meanwhile has the other core and the other connections. */
import { Problem } from '../domain/problem.ts'

const most = 20
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** In the order in which they were asked for; too many at once are told so. Take no connection before one's turn. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= most) throw new Problem('unavailable', 'Many people are reading reports now. Try again in a minute.')
  waiting++
  const turn = last.then(work)
  last = turn.catch(() => {})
  try {
    return await turn
  } finally {
    waiting--
  }
}
