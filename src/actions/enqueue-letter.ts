/** A letter to organisations or coordinators that belongs to no referral; it goes when the transaction commits. */
import type { Transaction } from '../db/database.ts'
import { insertLetter, type NewLetter } from '../db/letters.ts'
import type { DB } from '../db/schema.ts'
import type { Context } from './context.ts'

/** Whoever acts is not written to about it. */
export function enqueueLetter(
  trx: Transaction<DB>,
  { baseUrl, actor }: Pick<Context, 'baseUrl' | 'actor'>,
  letter: Omit<NewLetter, 'notTo'>,
): Promise<void> {
  return insertLetter(trx, new URL(baseUrl).hostname, { ...letter, notTo: actor?.userId ?? null })
}
