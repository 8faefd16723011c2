/** RES-17: what somebody handed to a colleague, what they have to hand over, and which cover is under way. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

/** Of one organisation. Days are 'YYYY-MM-DD'; `untilDay` null is for good. */
export type HandOver = {
  id: string
  organisationId: string
  fromUserId: string
  toUserId: string
  fromName: string
  toName: string
  fromDay: string
  untilDay: string | null
  begun: boolean
}
/** What somebody handles now. `rows`: the oldest of them. */
export type OpenWork = { open: number; drafts: number; rows: OpenRow[] }
export type OpenRow = {
  referralId: string
  reference: string
  networkName: string
  serviceName: string
  status: 'pending' | 'accepted'
  askedAt: Date
}
export type Given = { referralId: string; networkId: string; assignmentId: string }
export type Between = { organisationId: string; from: string; to: string }

export async function readOpenWork(
  db: Kysely<DB>,
  organisationId: string,
  userId: string,
  most = 20,
): Promise<OpenWork> {
  const { rows } = await sql<Omit<OpenWork, 'rows'>>`
    select (select count(*)::int from assignment where handler_user_id = ${userId} and organisation_id = ${organisationId}
      and status in ('pending', 'accepted')) as open, drafts_of(${organisationId}::uuid, ${userId}::uuid) as drafts`.execute(
    db,
  )
  const listed = await sql<OpenRow>`
    select a.referral_id, r.reference, n.name as network_name, s.name as service_name, a.status, a.asked_at
    from assignment a join referral r on r.id = a.referral_id join network n on n.id = a.network_id join service s on s.id = a.service_id
    where a.handler_user_id = ${userId} and a.organisation_id = ${organisationId} and a.status in ('pending', 'accepted')
    order by a.asked_at, a.id limit ${most}`.execute(db)
  return { ...(rows[0] ?? { open: 0, drafts: 0 }), rows: listed.rows }
}

/** Those of a user that are not over, as the one who is away or the one who covers. */
export async function listHandOvers(db: Kysely<DB>, organisationId: string, userId: string): Promise<HandOver[]> {
  const { rows } = await sql<HandOver>`${handOvers} where h.ended_at is null and h.organisation_id = ${organisationId}
    and ${userId}::uuid in (h.from_user_id, h.to_user_id) order by h.from_day, h.id`.execute(db)
  return rows
}

/** Held until the transaction ends; null where it is over or is none. */
export async function lockHandOver(trx: Kysely<DB>, id: string): Promise<HandOver | null> {
  const { rows } = await sql<HandOver>`${handOvers} where h.id = ${id} and h.ended_at is null for update of h`.execute(
    trx,
  )
  return rows[0] ?? null
}

/** Those that a day begins or ends; another process takes what it holds. */
export async function listDueHandOvers(db: Kysely<DB>, today: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from hand_over where ended_at is null
    and (until_day < ${today}::date or (begun_at is null and from_day <= ${today}::date)) order by from_day, id limit ${most}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Null where the user has handed over already and that is not over. */
export async function insertHandOver(
  trx: Kysely<DB>,
  {
    organisationId,
    from,
    to,
    by,
    at,
    days,
  }: Between & { by: string; at: Date; days: { from: string; until: string | null } },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into hand_over (organisation_id, from_user_id, to_user_id, made_by, made_at, from_day, until_day)
    values (${organisationId}, ${from}, ${to}, ${by}, ${at}, ${days.from}::date, ${days.until}::date)
    on conflict (from_user_id, organisation_id) where ended_at is null do nothing returning id`.execute(trx)
  return rows[0]?.id ?? null
}

export async function markHandOver(
  trx: Kysely<DB>,
  id: string,
  moments: { begunAt?: Date; endedAt?: Date },
): Promise<void> {
  await trx.updateTable('handOver').set(moments).where('id', '=', id).execute()
}

/** What they handle goes to the colleague; `handOverId` remembers it, to give it back. */
export async function giveAll(
  trx: Kysely<DB>,
  { organisationId, from, to }: Between,
  handOverId: string | null,
): Promise<Given[]> {
  const { rows } = await sql<Given>`
    with given as (
      update assignment set handler_user_id = ${to} where handler_user_id = ${from} and organisation_id = ${organisationId}
        and status in ('pending', 'accepted') returning id, referral_id, network_id),
    remembered as (
      insert into handed_assignment (hand_over_id, assignment_id)
      select ${handOverId}::uuid, id from given where ${handOverId}::uuid is not null)
    select referral_id, network_id, id as assignment_id from given`.execute(trx)
  return rows
}

/** Of what cover took over, what is still open and still with the colleague goes back. */
export async function giveBack(trx: Kysely<DB>, { id, fromUserId, toUserId }: HandOver): Promise<Given[]> {
  const { rows } = await sql<Given>`update assignment a set handler_user_id = ${fromUserId} from handed_assignment h
    where h.hand_over_id = ${id} and a.id = h.assignment_id and a.handler_user_id = ${toUserId} and a.status in ('pending', 'accepted')
    returning a.referral_id, a.network_id, a.id as assignment_id`.execute(trx)
  return rows
}

/** How many drafts; their files go with them. */
export async function giveDrafts(trx: Kysely<DB>, { organisationId, from, to }: Between): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select hand_on_drafts(${organisationId}::uuid, ${from}::uuid, ${to}::uuid) as count`.execute(trx)
  return rows[0]?.count ?? 0
}

const handOvers = sql`select h.id, h.organisation_id, h.from_user_id, h.to_user_id, f.name as from_name, t.name as to_name,
    h.from_day::text as from_day, h.until_day::text as until_day, h.begun_at is not null as begun
  from hand_over h join "user" f on f.id = h.from_user_id join "user" t on t.id = h.to_user_id`
