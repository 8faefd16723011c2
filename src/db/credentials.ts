/** Passwords as hashes, and the single-use ways to set a new one. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export type Credential = { userId: string; passwordHash: string; changedAt: Date }

/** Of somebody who may sign in. `demonstration`: made-up people may. */
export async function findCredential(
  db: Kysely<DB>,
  email: string,
  { demonstration = true }: { demonstration?: boolean } = {},
): Promise<Credential | null> {
  const found = await db
    .selectFrom('user')
    .innerJoin('credential', 'credential.userId', 'user.id')
    .select(['user.id as userId', 'passwordHash', 'credential.changedAt'])
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .$if(!demonstration, query => query.where('user.demonstration', '=', false))
    .executeTakeFirst()
  return found ?? null
}

/** Ends the user's sessions, by the database's own trigger. */
export async function setPassword(db: Kysely<DB>, userId: string, passwordHash: string, now: Date): Promise<void> {
  await db
    .insertInto('credential')
    .values({ userId, passwordHash, changedAt: now })
    .onConflict(on => on.column('userId').doUpdateSet({ passwordHash, changedAt: now }))
    .execute()
}

export async function markSignedIn(db: Kysely<DB>, userId: string, now: Date): Promise<void> {
  await db.updateTable('user').set({ lastSignedInAt: now }).where('id', '=', userId).execute()
}

/** Null where nobody has this email, or too many links were asked for already. */
export async function findForgetful(
  db: Kysely<DB>,
  email: string,
  now: Date,
  mostAnHour: number,
): Promise<string | null> {
  const found = await db
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .where(
      sql<boolean>`${mostAnHour} > (select count(*) from password_reset r
      where r.user_id = "user".id and r.created_at > ${now}::timestamptz - interval '1 hour')`,
    )
    .executeTakeFirst()
  return found?.id ?? null
}

export type NewReset = { id: string; userId: string; tokenHash: Buffer; createdAt: Date; expiresAt: Date }

export async function addReset(db: Kysely<DB>, reset: NewReset): Promise<void> {
  await db.insertInto('passwordReset').values(reset).execute()
}

export type Resettable = { userId: string; name: string; email: string }

/** Looks without using it up, so that a mail scanner's visit spoils nothing. */
export async function findReset(db: Kysely<DB>, tokenHash: Buffer, now: Date): Promise<Resettable | null> {
  const found = await db
    .selectFrom('passwordReset')
    .innerJoin('user', 'user.id', 'passwordReset.userId')
    .select(['user.id as userId', 'name', 'email'])
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

/** False where somebody else used it first. Every other link of the same user is worthless from then on. */
export async function useReset(db: Kysely<DB>, tokenHash: Buffer, now: Date): Promise<boolean> {
  const used = await db
    .updateTable('passwordReset')
    .set({ usedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .returning('userId')
    .executeTakeFirst()
  if (!used) return false
  await voidResets(db, used.userId, now)
  return true
}

/** Every link to choose a password that is still about. */
export async function voidResets(db: Kysely<DB>, userId: string, now: Date): Promise<void> {
  await db
    .updateTable('passwordReset')
    .set({ usedAt: now })
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .execute()
}
