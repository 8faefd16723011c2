/** Names and words searched for: kept under an opaque id, its owner's alone, so that no address tells them. Run inside actAs. */
import { type Kysely, sql } from 'kysely'
import { parseReference } from '../domain/reference.ts'
import { kept as keptPlan } from './plans.ts'
import type { DB } from './schema.ts'

export type ReferralSearch = { words: string; ids: string[] }

/** How many of a person's latest searches are kept. */
const kept = 20
const most = 200

export async function saveReferralSearch(trx: Kysely<DB>, userId: string, words: string): Promise<string> {
  const { id } = await trx
    .insertInto('savedSearch')
    .values({ userId, kind: 'referrals', body: JSON.stringify({ words }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`delete from saved_search where user_id = ${userId} and kind = 'referrals' and id not in (
    select id from saved_search where user_id = ${userId} and kind = 'referrals' order by created_at desc limit ${kept})
    and id::text not in (select body ->> 'words' from saved_search where user_id = ${userId} and kind = 'referral_view' and body ? 'words')`.execute(
    trx,
  )
  return id
}

export async function runReferralSearch(trx: Kysely<DB>, userId: string, id: string): Promise<ReferralSearch | null> {
  const row = await trx
    .selectFrom('savedSearch')
    .select('body')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('kind', '=', 'referrals')
    .executeTakeFirst()
  const { words } = (row?.body ?? {}) as { words?: string }
  return words === undefined ? null : { words, ids: await findReferrals(trx, words) }
}

/** By reference, whole or its first letters, or by name as far as the seeker may read it. The list decides what is shown of each. */
export async function findReferrals(trx: Kysely<DB>, words: string): Promise<string[]> {
  const whole = parseReference(words)
  const { rows } = await (whole ? byReference(whole) : byLettersOrName(words)).execute(trx)
  return rows.map(({ id }) => id).slice(0, most)
}

/** Whole and with its check letter right: no name looks like it. */
function byReference(reference: string) {
  return sql<{ id: string }>`${keptPlan} select id from referral where reference = ${reference}`
}

function byLettersOrName(words: string) {
  const people = sql<{ id: string }>`select referral_id as id from search_people(${words}, ${most})`
  const pattern = referencePattern(words)
  return pattern ? sql<{ id: string }>`select id from referral where reference like ${pattern} union ${people}` : people
}

/** Fewer than four letters would find too much. */
function referencePattern(words: string): string | null {
  const letters = words.toUpperCase().replaceAll(/[\s-]/g, '')
  return /^[0-9A-Z]{4,9}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}%` : null
}
