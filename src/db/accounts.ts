/** What somebody keeps of their own account: name, address, language; and the change of an address until it is confirmed. */
import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { voidResets } from './credentials.ts'
import type { DB } from './schema.ts'

export type Account = { name: string; email: string; language: 'en' | 'cy'; passwordChangedAt: Date | null }

export async function readAccount(db: Kysely<DB>, userId: string): Promise<Account> {
  const { rows } = await sql<Account>`select u.name, u.email, u.language, c.changed_at as password_changed_at
    from "user" u left join credential c on c.user_id = u.id where u.id = ${userId}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('an account that is not there')
  return row
}

export async function readPasswordHash(db: Kysely<DB>, userId: string): Promise<string | null> {
  const found = await db.selectFrom('credential').select('passwordHash').where('userId', '=', userId).executeTakeFirst()
  return found?.passwordHash ?? null
}

export async function changeAccount(
  db: Kysely<DB>,
  userId: string,
  change: { name?: string; language?: 'en' | 'cy' },
): Promise<void> {
  await db.updateTable('user').set(change).where('id', '=', userId).execute()
}

export type NewEmailChange = {
  id: string
  userId: string
  email: string
  oldEmail: string
  tokenHash: Buffer
  createdAt: Date
  expiresAt: Date
}

/** Those asked for before are worthless from then on. */
export async function addEmailChange(trx: Kysely<DB>, change: NewEmailChange): Promise<void> {
  await dropEmailChanges(trx, change.userId)
  await trx.insertInto('emailChange').values(change).execute()
}

export async function dropEmailChanges(trx: Kysely<DB>, userId: string): Promise<void> {
  await sql`update email_change set expires_at = least(expires_at, created_at) where user_id = ${userId} and used_at is null`.execute(
    trx,
  )
}

export async function countEmailChanges(db: Kysely<DB>, userId: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('emailChange')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

export async function hasAccount(db: Kysely<DB>, email: string): Promise<boolean> {
  const found = await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()
  return found !== undefined
}

export type EmailChange = { id: string; userId: string; email: string }

/** Looks without using it up, so that a mail scanner's visit spoils nothing. */
export async function findEmailChange(db: Kysely<DB>, tokenHash: Buffer, now: Date): Promise<EmailChange | null> {
  const { rows } =
    await sql<EmailChange>`select e.id, e.user_id, e.email from email_change e join "user" u on u.id = e.user_id
    where e.token_hash = ${tokenHash} and e.used_at is null and e.expires_at > ${now} and u.disabled_at is null`.execute(
      db,
    )
  return rows[0] ?? null
}

/** The address that waits to be confirmed, if any. */
export async function pendingEmail(db: Kysely<DB>, userId: string, now: Date): Promise<string | null> {
  const { rows } = await sql<{ email: string }>`select email from email_change
    where user_id = ${userId} and used_at is null and expires_at > ${now} order by created_at desc limit 1`.execute(db)
  return rows[0]?.email ?? null
}

/** False where somebody else used the link first. */
export async function useEmailChange(trx: Kysely<DB>, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`update email_change set used_at = ${now}
    where id = ${id} and used_at is null and expires_at > ${now}`.execute(trx)
  return numAffectedRows > 0n
}

/** False where the address has another account by now. Links to choose a password that went to the old address end with it. */
export async function setEmail(trx: Kysely<DB>, { userId, email }: EmailChange, now: Date): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`update "user" set email = ${email}, email_verified = true
    where id = ${userId} and not exists (select from "user" o where o.email = ${email} and o.id <> ${userId})`.execute(
    trx,
  )
  await voidResets(trx, userId, now)
  return numAffectedRows > 0n
}

/** To the new address with its link, or to the old one to tell it. `host` ends the Message-ID. */
export async function insertEmailLetter(
  trx: Kysely<DB>,
  host: string,
  template: 'email_change' | 'email_changed',
  id: string,
): Promise<void> {
  await sql`insert into message (message_id, template, user_id, recipient, codes, lane)
    select ${`<${randomUUID()}@${host}>`}, ${template}, user_id, 'user:' || user_id, jsonb_build_object('emailChange', id),
      lane_of(case when ${template} = 'email_change' then email else old_email end)
    from email_change where id = ${id}`.execute(trx)
}
