/** Begins and ends cover when its day comes (RES-17), each in a transaction of its own. Give it a context without an actor. */
import { listDueHandOvers } from '../../db/hand-overs.ts'
import { dayOf } from '../../domain/week.ts'
import type { Context } from '../context.ts'
import { tendHandOver } from './hand-over.ts'

const batch = 200

/** How many began or ended. */
export async function tendCovers(ctx: Context): Promise<number> {
  let done = 0
  for (const id of await listDueHandOvers(ctx.db, dayOf(ctx.now()), batch)) if (await tendHandOver(ctx, id)) done++
  return done
}
