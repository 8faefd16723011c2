/** RES-14, RES-16: who looked at a referral, and who opened a restricted one; for its coordinators. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

/** `open`: by the database's clock, which alone says when the hour is over. */
export type Glass = { userId: string; person: string; reason: string; openedAt: Date; expiresAt: Date; open: boolean }
/** `what`: page, api, csv, file, break_glass. `file`: its name, where it was one. */
export type Look = { at: Date; person: string | null; organisation: string | null; what: string; file: string | null }

export async function readGlass(trx: Kysely<DB>, referralId: string): Promise<Glass[]> {
  const { rows } = await sql<Glass>`select b.user_id, u.name as person, b.reason, b.opened_at, b.expires_at,
      b.expires_at > now() as open from break_glass b
    join "user" u on u.id = b.user_id where b.referral_id = ${referralId}::uuid order by b.opened_at desc limit 20`.execute(
    trx,
  )
  return rows
}

/** The newest hundred, each person's looks of one hour and kind as one. */
export async function readViews(trx: Kysely<DB>, referralId: string): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select max(v.at) as at, u.name as person, o.name as organisation, v.what, f.name as file
    from view_record v left join "user" u on u.id = v.user_id left join organisation o on o.id = v.organisation_id
    left join file f on f.id = v.file_id
    where v.referral_id = ${referralId}::uuid
    group by date_trunc('hour', v.at), u.name, o.name, v.what, f.name, v.user_id order by 1 desc limit 100`.execute(trx)
  return rows
}

/** Open from now, by the database's clock. */
export async function insertGlass(
  trx: Kysely<DB>,
  { referralId, userId, reason }: { referralId: string; userId: string; reason: string },
  minutes: number,
): Promise<void> {
  await sql`insert into break_glass (referral_id, user_id, reason, opened_at, expires_at)
    values (${referralId}, ${userId}, ${reason}, now(), now() + make_interval(mins => ${minutes}))`.execute(trx)
}

export async function saveRestriction(
  trx: Kysely<DB>,
  referralId: string,
  restricted: boolean,
  at: Date,
): Promise<void> {
  await trx.updateTable('referral').set({ restricted, changedAt: at }).where('id', '=', referralId).execute()
}
