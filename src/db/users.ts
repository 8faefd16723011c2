/** Accounts: one per person, with the organisations they belong to and what they are trusted with. */
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'

export type NewUser = {
  name: string
  email: string
  language?: 'en' | 'cy'
  platformAdministrator?: boolean
  demonstration?: boolean
}
export type NewMembership = { userId: string; organisationId: string; role: 'primary' | 'member'; notify?: boolean }
export type Grant = { userId: string; networkId: string; role: 'coordinator' | 'commissioner' }

/** Null where the email has an account already. */
export async function insertUser(db: Kysely<DB>, user: NewUser): Promise<string | null> {
  const row = await db
    .insertInto('user')
    .values(user)
    .onConflict(clash => clash.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The first one added is the one acted for, even of several in one transaction. Somebody who left comes back. */
export async function addMembership(db: Kysely<DB>, membership: NewMembership): Promise<void> {
  const createdAt = sql<Date>`clock_timestamp()`
  await db
    .insertInto('membership')
    .values({ ...membership, createdAt })
    .onConflict(clash =>
      clash.columns(['userId', 'organisationId']).doUpdateSet({ role: membership.role, endedAt: null }),
    )
    .execute()
}

export async function grantInNetwork(db: Kysely<DB>, grants: readonly Grant[]): Promise<void> {
  if (grants.length > 0)
    await db
      .insertInto('grantInNetwork')
      .values([...grants])
      .onConflict(clash => clash.doNothing())
      .execute()
}

/** Of somebody who is not disabled. */
export function findUser(db: Kysely<DB>, email: string): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
}

export async function readEmail(db: Kysely<DB>, userId: string): Promise<string> {
  const user = db.selectFrom('user').select('email').where('id', '=', userId)
  return (await user.executeTakeFirstOrThrow()).email
}

export function listMemberships(db: Kysely<DB>, userId: string): Promise<{ organisationId: string; name: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['organisationId', 'organisation.name'])
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .orderBy('membership.createdAt')
    .execute()
}
