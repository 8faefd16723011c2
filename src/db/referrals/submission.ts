/** What a submission became: sending it twice leads to the one that is there. */
import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'

export async function findSent(db: Kysely<DB>, submissionId: string, userId: string): Promise<{ id: string } | null> {
  const row = await db
    .selectFrom('referral')
    .select('id')
    .where('submissionId', '=', submissionId)
    .where('referrerUserId', '=', userId)
    .orderBy('throughNetworkId', order => order.asc().nullsFirst())
    .executeTakeFirst()
  return row ?? null
}

/** What an Idempotency-Key stands for. */
export function requireSent(db: Kysely<DB>, id: string): Promise<{ id: string; reference: string }> {
  return db.selectFrom('referral').select(['id', 'reference']).where('id', '=', id).executeTakeFirstOrThrow()
}

/** NET-4: what else came of the same submission, in connected networks, for whoever sent it. */
export function findSentBeside(
  db: Kysely<DB>,
  id: string,
): Promise<{ id: string; networkId: string; reference: string }[]> {
  return db
    .selectFrom('referral as other')
    .innerJoin('referral as one', 'one.submissionId', 'other.submissionId')
    .select(['other.id', 'other.networkId', 'other.reference'])
    .where('one.id', '=', id)
    .where('other.id', '!=', id)
    .orderBy('other.reference')
    .execute()
}

/** Whether it was sent by the version of this network's form that is in use now. */
export async function isOfForm(db: Kysely<DB>, id: string, networkId: string): Promise<boolean> {
  const row = await db
    .selectFrom('referral as r')
    .innerJoin('formVersion as f', 'f.id', 'r.formVersionId')
    .select('r.id')
    .where('r.id', '=', id)
    .where('f.networkId', '=', networkId)
    .where('f.status', '=', 'published')
    .executeTakeFirst()
  return row !== undefined
}
