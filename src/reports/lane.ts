/** One report at a time in each process: whoever reads a list or opens a referral meanwhile has the other core and the other connections. */
import { takeTurns } from '../db/turns.ts'
import { Problem } from '../domain/problem.ts'

/** In the order in which they were asked for. Take no connection before one's turn. */
export const inTurn = takeTurns({ atOnce: 1, waiting: 20 }, () => {
  throw new Problem('unavailable', 'Many people are reading reports now. Try again in a minute.')
})
