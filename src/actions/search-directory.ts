/** Searching the directory (DIR-1): what was asked is kept for its owner, so that it can be run again and no address tells it. */
import { findInDirectory } from '../db/directory/find.ts'
import { forgetSearches, keepSearch } from '../db/directory/recent.ts'
import { readNetwork } from '../db/networks.ts'
import type { DirectorySearch } from '../domain/directory-search.ts'
import { type ActingContext, inTransaction } from './context.ts'

/** Returns the id to find it by. `today`: YYYY-MM-DD. */
export async function searchDirectory(
  ctx: ActingContext,
  networkId: string,
  asked: DirectorySearch,
  today: string,
): Promise<string> {
  const network = await readNetwork(ctx.db, networkId)
  const { results } = await findInDirectory(ctx.db, network, asked, today)
  return inTransaction(ctx, trx => keepSearch(trx, ctx.actor.userId, asked, { found: results.length, at: ctx.now() }))
}

export function forgetDirectorySearches(ctx: ActingContext): Promise<void> {
  return inTransaction(ctx, trx => forgetSearches(trx, ctx.actor.userId))
}
