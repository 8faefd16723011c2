/** Who is signed in, by the hash of what their browser holds. */
import { type Kysely, sql } from 'kysely'
import type { Device } from '../domain/device.ts'
import type { SessionOrigin } from '../domain/second-factor.ts'
import { minutesBefore, type Session, sessionLimits } from './actors.ts'
import type { DB } from './schema.ts'

/** `byProvider`: how it began, where not with our own password. */
export type SessionBegin = { device?: Device; byProvider?: SessionOrigin }

export async function addSession(
  db: Kysely<DB>,
  userId: string,
  tokenHash: Buffer,
  now: Date,
  { device, byProvider = null }: SessionBegin = {},
): Promise<void> {
  const expiresAt = minutesBefore(now, -60 * sessionLimits.absoluteHours)
  const moments = { createdAt: now, usedAt: now, provedAt: now, expiresAt }
  await db
    .insertInto('session')
    .values({ userId, tokenHash, ...moments, ...device, byProvider })
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

/** They showed again that it is them. */
export async function proveSession(db: Kysely<DB>, id: string, now: Date): Promise<void> {
  await db.updateTable('session').set({ provedAt: now }).where('id', '=', id).execute()
}

export type OwnSession = Device & { id: string; createdAt: Date; usedAt: Date }

/** Where a user is signed in now, the one used last first. */
export async function listSessions(db: Kysely<DB>, userId: string, now: Date): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'browser', 'system', 'createdAt', 'usedAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .where('usedAt', '>', minutesBefore(now, sessionLimits.idleMinutes))
    .orderBy('usedAt', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows as OwnSession[]
}

/** How many ended: a user's own alone, the one given or all but the one given. */
export async function endSessionsOf(
  db: Kysely<DB>,
  userId: string,
  which: { id: string } | { allBut: string | null },
): Promise<number> {
  const own = db.deleteFrom('session').where('userId', '=', userId)
  const chosen =
    'id' in which ? own.where('id', '=', which.id) : which.allBut ? own.where('id', '<>', which.allBut) : own
  const { numDeletedRows } = await chosen.executeTakeFirst()
  return Number(numDeletedRows)
}

/** What has run out: sessions, resets, guesses. Returns how many rows went. */
export async function forgetOldSignIns(db: Kysely<DB>, now: Date): Promise<number> {
  const idle = minutesBefore(now, sessionLimits.idleMinutes)
  const yesterday = minutesBefore(now, 24 * 60)
  const gone = await Promise.all([
    sql`delete from session where expires_at < ${now} or used_at < ${idle}`.execute(db),
    sql`delete from password_reset where expires_at < ${yesterday}`.execute(db),
    sql`delete from email_change where expires_at < ${minutesBefore(now, 7 * 24 * 60)}`.execute(db),
    sql`delete from unsent_form where until < ${now}`.execute(db),
    sql`delete from guess where not exists (select from unnest(times) t where t > ${yesterday})`.execute(db),
  ])
  return gone.reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0), 0)
}
