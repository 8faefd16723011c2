/** Passkeys: which devices open which account, by their public keys alone. */
import type { Kysely } from 'kysely'
import type { DB } from './schema.ts'

export type OwnPasskey = { id: string; name: string; addedAt: Date; usedAt: Date | null }
export type StoredPasskey = {
  id: string
  userId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
}

export function listPasskeys(db: Kysely<DB>, userId: string): Promise<OwnPasskey[]> {
  return db
    .selectFrom('passkey')
    .select(['id', 'name', 'addedAt', 'usedAt'])
    .where('userId', '=', userId)
    .orderBy('addedAt')
    .execute()
}

/** What a browser is told of them, so that it offers the right one. */
export function listCredentials(
  db: Kysely<DB>,
  userId: string,
): Promise<Pick<StoredPasskey, 'credentialId' | 'transports'>[]> {
  return db.selectFrom('passkey').select(['credentialId', 'transports']).where('userId', '=', userId).execute()
}

/** Locked, so that its counter is compared and raised by one sign-in at a time. Of somebody who may sign in. */
export async function takePasskey(trx: Kysely<DB>, credentialId: string): Promise<StoredPasskey | null> {
  const found = await trx
    .selectFrom('passkey')
    .innerJoin('user', 'user.id', 'passkey.userId')
    .select(['passkey.id', 'userId', 'credentialId', 'publicKey', 'counter', 'transports'])
    .where('credentialId', '=', credentialId)
    .where('disabledAt', 'is', null)
    .forUpdate('passkey')
    .executeTakeFirst()
  return found ?? null
}

export type NewPasskey = Omit<StoredPasskey, 'id'> & { name: string; addedAt: Date }

/** False where the device was registered before, by anybody. */
export async function insertPasskey(db: Kysely<DB>, passkey: NewPasskey): Promise<boolean> {
  const added = await db
    .insertInto('passkey')
    .values(passkey)
    .onConflict(clash => clash.column('credentialId').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function markPasskeyUsed(db: Kysely<DB>, id: string, counter: number, now: Date): Promise<void> {
  await db.updateTable('passkey').set({ counter, usedAt: now }).where('id', '=', id).execute()
}

export async function removePasskey(db: Kysely<DB>, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('userId', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
