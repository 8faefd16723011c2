/** Idempotency keys of the API's clients: each stands for one request, and for the referral that it made. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

type Claim = { userId: string; key: string; hash: Buffer; referralId: string; at: Date }
export type Claimed = 'new' | { hash: Buffer; id: string; reference: string }

/** Waits for another request with the same key: if that one fails, the key is this one's. */
export async function claimKey(trx: Kysely<DB>, { userId, key, hash, referralId, at }: Claim): Promise<Claimed> {
  const inserted = await trx
    .insertInto('idempotency')
    .values({ userId, key, requestHash: hash, referralId, at })
    .onConflict(clash => clash.columns(['userId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  return inserted ? 'new' : readKey(trx, userId, key)
}

async function readKey(trx: Kysely<DB>, userId: string, key: string): Promise<Exclude<Claimed, 'new'>> {
  const { rows } = await sql<Exclude<Claimed, 'new'>>`
    select i.request_hash as hash, r.id, r.reference from idempotency i join referral r on r.id = i.referral_id
    where i.user_id = ${userId} and i.key = ${key}`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('A claimed key has its referral')
  return row
}
