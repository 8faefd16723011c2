/** PUB-3: the codes that open a person's own page, for those who may give one. */
import type { Kysely } from 'kysely'
import type { DB } from './schema.ts'

export type NewCode = { referralId: string; codeHash: Buffer; whole: boolean; madeAt: Date; madeBy: string }

/** The one before it opens nothing any more. */
export async function replaceCode(trx: Kysely<DB>, { referralId, ...code }: NewCode): Promise<void> {
  await trx
    .insertInto('personCode')
    .values({ referralId, ...code })
    .onConflict(conflict => conflict.column('referralId').doUpdateSet(code))
    .execute()
}

/** False where there was none. */
export async function endCode(trx: Kysely<DB>, referralId: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('personCode').where('referralId', '=', referralId).executeTakeFirst()
  return numDeletedRows > 0n
}

export async function codeMadeAt(trx: Kysely<DB>, referralId: string): Promise<Date | null> {
  const row = await trx
    .selectFrom('personCode')
    .select('madeAt')
    .where('referralId', '=', referralId)
    .executeTakeFirst()
  return row?.madeAt ?? null
}
