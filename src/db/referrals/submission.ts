/** What a submission became: sending it twice leads to the one that is there. */
import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'

export async function findSent(db: Kysely<DB>, submissionId: string, userId: string): Promise<{ id: string } | null> {
  const row = await db
    .selectFrom('referral')
    .select('id')
    .where('submissionId', '=', submissionId)
    .where('referrerUserId', '=', userId)
    .executeTakeFirst()
  return row ?? null
}
