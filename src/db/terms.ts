/** The network's own words: reasons, outcomes, facilities, kinds of organisation. */
import type { Kysely } from 'kysely'
import type { DB } from './schema.ts'

export type TermList =
  | 'decline_reason'
  | 'withdraw_reason'
  | 'unmet_reason'
  | 'reassign_reason'
  | 'facility'
  | 'organisation_kind'
export type Term = { id: string; label: string }
export type OutcomeChoice = Term & { successful: boolean; categoryId: string | null }

/** Those of one list in use now, in any of the networks. */
export async function listTermIds(db: Kysely<DB>, networkIds: readonly string[], list: TermList): Promise<string[]> {
  if (networkIds.length === 0) return []
  const rows = db.selectFrom('term').select('id').where('networkId', 'in', networkIds).where('list', '=', list)
  return (await rows.where('retiredAt', 'is', null).execute()).map(({ id }) => id)
}

/** Those in use now, in the network's order. */
export function listTerms(db: Kysely<DB>, networkId: string, list: TermList): Promise<Term[]> {
  return db
    .selectFrom('term')
    .select(['id', 'label'])
    .where('networkId', '=', networkId)
    .where('list', '=', list)
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('label')
    .execute()
}

export function listOutcomes(db: Kysely<DB>, networkId: string): Promise<OutcomeChoice[]> {
  return db
    .selectFrom('outcome')
    .select(['id', 'label', 'successful', 'categoryId'])
    .where('networkId', '=', networkId)
    .where('retiredAt', 'is', null)
    .orderBy('successful', 'desc')
    .orderBy('position')
    .execute()
}
