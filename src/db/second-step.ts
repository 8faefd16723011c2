/** The second step at sign-in: the authenticator app, the recovery codes, how many passkeys. */
import { type Kysely, sql } from 'kysely'
import type { Standing } from '../domain/policy-on-accounts.ts'
import type { DB } from './schema.ts'

export type SecondStep = {
  /** Since when an app is set up, or null. */
  appSince: Date | null
  passkeys: number
  codesLeft: number
}

export async function readSecondStep(db: Kysely<DB>, userId: string): Promise<SecondStep> {
  const { rows } = await sql<SecondStep>`select
    (select added_at from authenticator where user_id = ${userId}) as app_since,
    (select count(*)::integer from passkey where user_id = ${userId}) as passkeys,
    (select count(*)::integer from recovery_code where user_id = ${userId} and used_at is null) as codes_left`.execute(
    db,
  )
  return rows[0] ?? { appSince: null, passkeys: 0, codesLeft: 0 }
}

export function isOn({ appSince, passkeys }: Pick<SecondStep, 'appSince' | 'passkeys'>): boolean {
  return appSince !== null || passkeys > 0
}

/** One at a time for each account, so that two tabs do not both turn it on. */
export async function lockUser(trx: Kysely<DB>, userId: string): Promise<void> {
  await trx.selectFrom('user').select('id').where('id', '=', userId).forUpdate().execute()
}

/** The app's secret, encrypted. */
export async function findAuthenticator(db: Kysely<DB>, userId: string): Promise<Buffer | null> {
  const found = await db.selectFrom('authenticator').select('secret').where('userId', '=', userId).executeTakeFirst()
  return found?.secret ?? null
}

export async function keepAuthenticator(
  db: Kysely<DB>,
  userId: string,
  app: { secret: Buffer; addedAt: Date; lastStep: number },
): Promise<void> {
  await db
    .insertInto('authenticator')
    .values({ userId, ...app })
    .onConflict(on => on.column('userId').doUpdateSet(app))
    .execute()
}

export async function removeAuthenticator(db: Kysely<DB>, userId: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('authenticator').where('userId', '=', userId).executeTakeFirst()
  return numDeletedRows > 0n
}

/** False where a code of this half minute, or of a later one, was used before: of two at once, one. */
export async function useStep(db: Kysely<DB>, userId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('authenticator')
    .set({ lastStep: step })
    .where('userId', '=', userId)
    .where('lastStep', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The former ones are worth nothing from then on. */
export async function replaceRecoveryCodes(db: Kysely<DB>, userId: string, hashes: readonly Buffer[]): Promise<void> {
  await db.deleteFrom('recoveryCode').where('userId', '=', userId).execute()
  if (hashes.length === 0) return
  await db
    .insertInto('recoveryCode')
    .values(hashes.map(hash => ({ userId, hash })))
    .execute()
}

export async function useRecoveryCode(db: Kysely<DB>, userId: string, hash: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recoveryCode')
    .set({ usedAt: now })
    .where('userId', '=', userId)
    .where('hash', '=', hash)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** ADM-5: by a network that they coordinate; of an administrator, by any. */
export async function isAskedForSecondStep(
  db: Kysely<DB>,
  { administrator, coordinates }: { administrator: boolean; coordinates: readonly string[] },
): Promise<boolean> {
  const { rows } =
    await sql`select from network n where n.archived_at is null and n.settings ->> 'requireTwoStep' = 'true'
    and (${administrator} or n.id = any(${[...coordinates]}::uuid[])) limit 1`.execute(db)
  return rows.length > 0
}

export type Concerned = { userId: string; name: string; role: 'coordinator' | 'administrator'; has: boolean }

/** Whom a network's rule concerns, those without a second step first. */
export async function listConcerned(db: Kysely<DB>, networkId: string): Promise<Concerned[]> {
  const { rows } =
    await sql<Concerned>`select u.id as user_id, u.name, case when g.user_id is null then 'administrator' else 'coordinator' end as role,
      has_second_step(u.id) as has
    from "user" u left join grant_in_network g on g.user_id = u.id and g.network_id = ${networkId} and g.role = 'coordinator'
    where u.disabled_at is null and (g.user_id is not null or u.platform_administrator)
    order by has, u.name, u.id limit 200`.execute(db)
  return rows
}

/** App, passkeys and recovery codes. False where there was no second step. */
export async function takeSecondStepOff(trx: Kysely<DB>, userId: string): Promise<boolean> {
  await lockUser(trx, userId)
  const was = isOn(await readSecondStep(trx, userId))
  await removeAuthenticator(trx, userId)
  await trx.deleteFrom('passkey').where('userId', '=', userId).execute()
  await replaceRecoveryCodes(trx, userId, [])
  return was
}

/** What an account may do apart from its organisation. */
export async function readStanding(db: Kysely<DB>, userId: string): Promise<Standing> {
  const { rows } = await sql<Standing>`select u.platform_administrator as administrator,
      array(select g.network_id::text from grant_in_network g where g.user_id = u.id and g.role = 'coordinator') as coordinates
    from "user" u where u.id = ${userId}`.execute(db)
  return rows[0] ?? { administrator: false, coordinates: [] }
}
