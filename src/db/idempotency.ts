/** Idempotency keys of the API's clients: each stands for one request, and for what it made. */
import type { Kysely } from 'kysely'
import type { DB } from './schema.ts'

type Claim = { userId: string; key: string; requestHash: Buffer; madeId: string; at: Date }
export type Claimed = 'new' | { requestHash: Buffer; madeId: string }

/** Waits for another request with the same key: if that one fails, the key is this one's. */
export async function claimKey(trx: Kysely<DB>, claim: Claim): Promise<Claimed> {
  const inserted = await trx
    .insertInto('idempotency')
    .values(claim)
    .onConflict(clash => clash.columns(['userId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  return inserted ? 'new' : readKey(trx, claim)
}

function readKey(trx: Kysely<DB>, { userId, key }: Claim): Promise<Exclude<Claimed, 'new'>> {
  return trx
    .selectFrom('idempotency')
    .select(['requestHash', 'madeId'])
    .where('userId', '=', userId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
}
