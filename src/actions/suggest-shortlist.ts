/** Whom a referral goes to where its referrer leaves it to the suggestions. */
import type { Kysely } from 'kysely'
import type { Network } from '../db/networks.ts'
import type { DB } from '../db/schema.ts'
import { findSuggestions } from '../db/suggestions.ts'
import type { Place } from '../domain/area.ts'
import type { Completed } from '../domain/completing.ts'
import { factsOf } from '../domain/facts.ts'
import type { StartsFrom } from '../domain/starting.ts'

/** Empty where nobody suits: the coordinator places it. */
export async function suggestShortlist(
  db: Kysely<DB>,
  network: Network,
  { submission, facts, effects }: Pick<Completed, 'submission' | 'facts' | 'effects'>,
  place: Place | null,
  at: Date,
  startsFrom: StartsFrom | null = null,
): Promise<string[]> {
  const { ruledIn, ruledOut } = effects
  const sought = { needs: submission.needs, place, facts: factsOf(facts), ruledIn, ruledOut, startsFrom }
  const { shortlist } = await findSuggestions(db, network, sought, at)
  return shortlist
}
