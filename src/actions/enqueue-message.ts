/** A message that belongs to no event of a referral: a forgotten password, an invitation. */
import type { Transaction } from '../db/database.ts'
import { insertMessage, type NewMessage } from '../db/messages.ts'
import type { DB } from '../db/schema.ts'
import type { Context } from './context.ts'

/** The id of its row. It is sent when the transaction commits; its link is derived then (link-token.ts). */
export function enqueueMessage(
  trx: Transaction<DB>,
  { baseUrl }: Pick<Context, 'baseUrl'>,
  message: NewMessage,
): Promise<string> {
  return insertMessage(trx, new URL(baseUrl).hostname, message)
}
