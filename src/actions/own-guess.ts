/** Showing a reference and a code, without an account: guesses are counted by reference and by where they come from. */
import { sign } from '../auth/secrets.ts'
import { admitGuess, forgiveGuess } from '../db/guesses.ts'
import { Problem } from '../domain/problem.ts'
import { parseReference } from '../domain/reference.ts'
import type { Context } from './context.ts'

/** What `open` finds, or null; a Problem after too many guesses at one reference or from one place. */
export async function guess<T>(
  ctx: Context,
  { reference, from }: { reference: string; from: string },
  open: (parsed: string | null) => Promise<T | null>,
): Promise<T | null> {
  const parsed = parseReference(reference)
  const at = ctx.now()
  const buckets = [sign(ctx.secret, 'own code of', parsed ?? ''), sign(ctx.secret, 'own code from', from)]
  for (const bucket of buckets)
    if (!(await admitGuess(ctx.db, bucket, at))) throw new Problem('too_many', 'Too many tries.', { retryAfter: 300 })
  const opened = await open(parsed)
  if (opened !== null) for (const bucket of buckets) await forgiveGuess(ctx.db, bucket, at)
  return opened
}
