/** Which person of which provider an account belongs to. */
import { type Kysely, sql } from 'kysely'
import type { Account, Asserted } from '../domain/single-sign-on.ts'
import type { DB } from './schema.ts'

/** The account that is linked to the one who comes, and the account that has their address. */
export async function findAccounts(
  db: Kysely<DB>,
  { issuer, subject, email }: Asserted,
): Promise<{ known: Account | null; named: Account | null }> {
  const { rows } = await sql<Account & { isKnown: boolean }>`
    select u.id as user_id, u.disabled_at is not null as disabled, l.user_id is not null as linked,
      coalesce(l.subject = ${subject}, false) as is_known
    from "user" u left join provider_link l on l.user_id = u.id and l.issuer = ${issuer}
    where u.email = ${email} or l.subject = ${subject}`.execute(db)
  const known = rows.find(({ isKnown }) => isKnown) ?? null
  return { known, named: rows.find(({ isKnown }) => !isKnown) ?? null }
}

/** False where either of the two was linked to another one meanwhile. */
export async function addLink(
  trx: Kysely<DB>,
  { userId, issuer, subject }: { userId: string } & Pick<Asserted, 'issuer' | 'subject'>,
  now: Date,
): Promise<boolean> {
  await sql`insert into provider_link (issuer, subject, user_id, linked_at)
    values (${issuer}, ${subject}, ${userId}, ${now}) on conflict do nothing`.execute(trx)
  const { rows } = await sql`select from provider_link
    where issuer = ${issuer} and subject = ${subject} and user_id = ${userId}`.execute(trx)
  return rows.length > 0
}

/** Whoever holds the mailbox may link it anew. */
export async function removeLinks(trx: Kysely<DB>, userId: string): Promise<void> {
  await trx.deleteFrom('providerLink').where('userId', '=', userId).execute()
}

export async function emailOf(db: Kysely<DB>, userId: string): Promise<string> {
  const { email } = await db.selectFrom('user').select('email').where('id', '=', userId).executeTakeFirstOrThrow()
  return email
}

/** The newest invitation that this address can accept now. */
export async function findInvitationFor(db: Kysely<DB>, email: string, now: Date): Promise<{ id: string } | null> {
  const { rows } = await sql<{ id: string }>`select id from invitation where email = ${email} and accepted_at is null
    and revoked_at is null and refused_at is null and approved_at is not null and expires_at > ${now}
    order by created_at desc, id limit 1`.execute(db)
  return rows[0] ?? null
}
