/** Forms that came after the end of a session, sealed, each for the one whose page it was. */
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from './schema.ts'

/** Nobody has more forms open that are worth keeping. */
const most = 10

export type UnsentForm = { userId: string; addressHash: Buffer; sealed: string; until: Date }

/** The newest of each address. Returns its id. */
export async function keepUnsentForm(trx: Kysely<DB>, form: UnsentForm): Promise<string> {
  const { sealed, until } = form
  const { id } = await trx
    .insertInto('unsentForm')
    .values(form)
    .onConflict(on => on.columns(['userId', 'addressHash']).doUpdateSet({ sealed, until }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`delete from unsent_form where user_id = ${form.userId} and id <> ${id} and id not in (
    select id from unsent_form where user_id = ${form.userId} order by until desc limit ${most})`.execute(trx)
  return id
}

/** Nobody else's. */
export async function findUnsentForm(db: Kysely<DB>, userId: string, id: string, now: Date): Promise<string | null> {
  const found = await db
    .selectFrom('unsentForm')
    .select('sealed')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('until', '>', now)
    .executeTakeFirst()
  return found?.sealed ?? null
}
