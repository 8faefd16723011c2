/** Which colleague looks after an organisation's part of a referral. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

type Given = { referralId: string; networkId: string; assignmentId: string }

/** What changed hands: live assignments of the organisation. Null: the handler is no colleague. */
export async function setHandler(
  trx: Kysely<DB>,
  who: {
    referralIds: readonly string[]
    organisationId: string | null
    networkIds: readonly string[]
    handler: string
  },
): Promise<Given[] | null> {
  const colleague = await trx
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .select('membership.id')
    .where('membership.userId', '=', who.handler)
    .where('membership.organisationId', '=', who.organisationId)
    .where('membership.endedAt', 'is', null)
    .where('user.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!colleague) return null
  const { rows } = await sql<Given>`update assignment set handler_user_id = ${who.handler}
    where referral_id = any(${who.referralIds}::uuid[]) and organisation_id = ${who.organisationId} and status in ('pending', 'accepted')
      and network_id = any(${who.networkIds}::uuid[]) and handler_user_id is distinct from ${who.handler}::uuid
    returning referral_id, network_id, id as assignment_id`.execute(trx)
  return rows
}
