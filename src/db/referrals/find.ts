/** Which referral is meant; whether it may be seen is asked of the policy when it is opened. */
import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'

export async function findByReference(db: Kysely<DB>, reference: string): Promise<string | null> {
  const row = await db.selectFrom('referral').select('id').where('reference', '=', reference).executeTakeFirst()
  return row?.id ?? null
}

/** Of an assignment. */
export async function findReferralOf(db: Kysely<DB>, assignmentId: string): Promise<string | null> {
  const query = db.selectFrom('assignment').select('referralId').where('id', '=', assignmentId)
  return (await query.executeTakeFirst())?.referralId ?? null
}
