/** The daily letter: what waited for each who wants it so becomes one message, once, whoever writes it. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

const lock = 803_005
/** How many lines a letter lists; the rest are counted. */
const mostLines = 50

/** Everything from before `until`. How many letters; none where another process is at it. `host` ends the Message-IDs. */
export async function insertDigests(trx: Kysely<DB>, host: string, until: Date): Promise<number> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lock}) as mine`.execute(trx)
  if (!rows[0]?.mine) return 0
  const { numAffectedRows = 0n } = await sql`
    with due as (
      select d.*, r.reference, r.network_id,
        row_number() over (partition by d.user_id, d.organisation_id order by d.at, d.id) as nth
      from digest_item d join referral r on r.id = d.referral_id where d.message_id is null and d.at < ${until}),
    letters as (
      select user_id, organisation_id, gen_random_uuid() as id, count(*) as lines,
        case when count(distinct network_id) = 1 then min(network_id::text) end as network,
        json_agg(json_build_object('template', template, 'reference', reference) order by nth) filter (where nth <= ${mostLines}) as items
      from due group by user_id, organisation_id),
    written as (
      insert into message (id, message_id, template, user_id, organisation_id, recipient, codes, lane)
      select l.id, '<' || gen_random_uuid() || '@' || ${host}::text || '>', 'digest', l.user_id, l.organisation_id,
        case when l.user_id is null then 'team:' || l.organisation_id else 'user:' || l.user_id end,
        jsonb_build_object('items', l.items, 'lines', l.lines, 'networkId', l.network), coalesce(lane_of(coalesce(u.email, o.team_inbox)), '')
      from letters l left join "user" u on u.id = l.user_id left join organisation o on o.id = l.organisation_id)
    update digest_item d set message_id = l.id from letters l, due
    where d.id = due.id and due.user_id is not distinct from l.user_id and due.organisation_id is not distinct from l.organisation_id`.execute(
    trx,
  )
  return Number(numAffectedRows)
}
