/** How many tries a secret of an account gets: a browser that it knows counts for itself, all others together, whatever their address. */
import { knownDevice } from '../../auth/device.ts'
import { sign } from '../../auth/secrets.ts'
import { admitGuess, forgiveGuess, type Limit } from '../../db/guesses.ts'
import { Problem } from '../../domain/problem.ts'
import type { Context } from '../context.ts'

type Ctx = Pick<Context, 'db' | 'secret' | 'now'>

export function guessBucket({ secret }: Pick<Context, 'secret'>, account: string, device: string | null): Buffer {
  return sign(secret, 'guesses', account, device ?? '')
}

/** Six digits could be found in weeks at the password's pace: so many a day besides. */
const dayLimit = { most: 60, withinMinutes: 24 * 60 } as const satisfies Limit

/** Counts a try at a code or a password of somebody who is known already, before it is tried; throws where there were too many. What was right is then forgiven. */
export async function countTry(
  ctx: Ctx,
  kind: 'code' | 'password',
  { id, email }: { id: string; email: string },
  device?: string,
): Promise<{ forgive: () => Promise<void> }> {
  const now = ctx.now()
  const known = knownDevice(ctx.secret, device, email)
  const buckets = [guessBucket(ctx, `${kind} ${id}`, known), guessBucket(ctx, `${kind} ${id} day`, known)] as const
  const admitted = await admitGuess(ctx.db, buckets[0], now)
  if (!admitted || !(await admitGuess(ctx.db, buckets[1], now, dayLimit))) throw tooMany()
  return {
    forgive: async () => {
      for (const bucket of buckets) await forgiveGuess(ctx.db, bucket, now)
    },
  }
}

export function tooMany(): Problem {
  return new Problem('too_many', 'There were too many tries for this account. Wait five minutes, then try again.')
}
