/** Putting letters to organisations and coordinators into the outbox: joining, agreements, suspension, confirming. */
import { type Kysely, sql } from 'kysely'
import type { JoiningTemplate } from '../domain/joining.ts'
import type { DB } from './schema.ts'

export type LetterCodes = {
  /** Whose colour and name it bears; without one, the program's. */
  networkId?: string
  organisation?: string
  organisationId?: string
  slug?: string
  graceUntil?: string | null
  /** Of work handed over: how many referrals and drafts, and the last day of cover. */
  count?: number
  drafts?: number
  until?: string | null
}
export type LetterTo =
  | { coordinatorsOf: string }
  | { primariesOf: readonly string[] }
  | { userId: string }
  /** Whoever asked to join. */
  | { requestId: string }
export type NewLetter = { template: JoiningTemplate; codes: LetterCodes; to: LetterTo; notTo?: string | null }

/** One message for each recipient; addresses are looked up when it is sent. `host` ends the Message-IDs. */
export async function insertLetter(trx: Kysely<DB>, host: string, letter: NewLetter): Promise<void> {
  const { template, codes, to, notTo = null } = letter
  await sql`
    insert into message (message_id, template, user_id, join_request_id, recipient, codes, lane)
    select '<' || gen_random_uuid() || '@' || ${host}::text || '>', ${template}, x.user_id, x.request_id,
      case when x.user_id is not null then 'user:' || x.user_id else 'request:' || x.request_id end,
      ${JSON.stringify(codes)}::jsonb, lane_of(x.email)
    from (${recipients(to)}) x where x.user_id is distinct from ${notTo}::uuid or x.user_id is null`.execute(trx)
}

function recipients(to: LetterTo) {
  if ('requestId' in to)
    return sql`select null::uuid as user_id, id as request_id, contact_email as email from join_request where id = ${to.requestId}`
  if ('coordinatorsOf' in to)
    return sql`select u.id as user_id, null::uuid as request_id, u.email from grant_in_network g join "user" u on u.id = g.user_id
      where g.network_id = ${to.coordinatorsOf} and g.role = 'coordinator' and u.disabled_at is null`
  if ('userId' in to)
    return sql`select id as user_id, null::uuid as request_id, email from "user" where id = ${to.userId} and disabled_at is null`
  return sql`select distinct u.id as user_id, null::uuid as request_id, u.email from membership m join "user" u on u.id = m.user_id
    where m.organisation_id = any(${[...to.primariesOf]}::uuid[]) and m.role = 'primary' and m.ended_at is null and u.disabled_at is null`
}
