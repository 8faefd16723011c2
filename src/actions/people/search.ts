/** Keeping the name that somebody looks for, so that the address of the result tells nobody. Returns its id. */
import { savePeopleSearch } from '../../db/people/searches.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { keeperOf } from './keeper.ts'

export function searchPeople(ctx: ActingContext, words: string): Promise<string> {
  keeperOf(ctx)
  return inTransaction(ctx, trx => savePeopleSearch(trx, ctx.actor.userId, words))
}
