/** Whom a referral goes to where its referrer leaves it to the suggestions. */
import type { Kysely } from 'kysely'
import type { Network } from '../db/networks.ts'
import type { DB } from '../db/schema.ts'
import { findSuggestions } from '../db/suggestions.ts'
import type { Place } from '../domain/area.ts'
import { factsOf } from '../domain/facts.ts'
import type { Submission } from '../domain/submission.ts'

/** Empty where nobody suits: the coordinator places it. */
export async function suggestShortlist(
  db: Kysely<DB>,
  network: Network,
  submission: Submission,
  place: Place | null,
  at: Date,
): Promise<string[]> {
  const facts = factsOf(submission, at.toISOString().slice(0, 10))
  const { shortlist } = await findSuggestions(db, network, { needs: submission.needs, place, facts }, at)
  return shortlist
}
