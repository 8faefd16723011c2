/** Who is signed in, by the hash of what their browser holds. */
import { type Kysely, sql } from 'kysely'
import type { SessionOrigin } from '../domain/second-factor.ts'
import { minutesBefore, type Session, sessionLimits } from './actors.ts'
import type { DB } from './schema.ts'

export async function addSession(
  db: Kysely<DB>,
  userId: string,
  tokenHash: Buffer,
  now: Date,
  byProvider: SessionOrigin = null,
): Promise<void> {
  const expiresAt = minutesBefore(now, -60 * sessionLimits.absoluteHours)
  const times = { createdAt: now, usedAt: now, expiresAt }
  await db
    .insertInto('session')
    .values({ userId, tokenHash, ...times, byProvider })
    .execute()
}

/** Written once a minute at most: a page is read far more often than that. */
export async function touchSession(db: Kysely<DB>, { id, usedAt }: Session, now: Date): Promise<void> {
  if (usedAt > minutesBefore(now, 1)) return
  await db.updateTable('session').set({ usedAt: now }).where('id', '=', id).execute()
}

/** For whom, and in which network, the session goes on; only where its user belongs there. */
export async function turnSession(
  db: Kysely<DB>,
  id: string,
  to: { organisationId?: string; networkId?: string | null },
) {
  await db.updateTable('session').set(to).where('id', '=', id).execute()
}

/** How it had begun. */
export async function endSession(db: Kysely<DB>, id: string): Promise<SessionOrigin> {
  const ended = await db.deleteFrom('session').where('id', '=', id).returning('byProvider').executeTakeFirst()
  return (ended?.byProvider as SessionOrigin | undefined) ?? null
}

/** How many: of one user, or (null) of everybody. */
export async function endEverySession(db: Kysely<DB>, userId: string | null): Promise<number> {
  const all = db.deleteFrom('session')
  const { numDeletedRows } = await (userId ? all.where('userId', '=', userId) : all).executeTakeFirst()
  return Number(numDeletedRows)
}

/** What has run out: sessions, resets, guesses. Returns how many rows went. */
export async function forgetOldSignIns(db: Kysely<DB>, now: Date): Promise<number> {
  const idle = minutesBefore(now, sessionLimits.idleMinutes)
  const yesterday = minutesBefore(now, 24 * 60)
  const gone = await Promise.all([
    sql`delete from session where expires_at < ${now} or used_at < ${idle}`.execute(db),
    sql`delete from password_reset where expires_at < ${yesterday}`.execute(db),
    sql`delete from guess where not exists (select from unnest(times) t where t > ${yesterday})`.execute(db),
  ])
  return gone.reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0), 0)
}
