/** Holds: what stops retention. One at a time on each referral and each record of a person. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

export type Of = { referralId: string } | { personId: string; organisationId: string }

/** False where one is in force already. */
export async function insertHold(
  trx: Kysely<DB>,
  of: Of,
  { reason, userId, at }: { reason: string; userId: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('privacyHold')
    .values({ ...of, reason, placedBy: userId, placedAt: at })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False where none is in force. */
export async function endHold(trx: Kysely<DB>, of: Of, { userId, at }: { userId: string; at: Date }): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update privacy_hold set lifted_by = ${userId}, lifted_at = ${at} where lifted_at is null
    and ${'referralId' in of ? sql`referral_id = ${of.referralId}` : sql`person_id = ${of.personId}`}`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}
