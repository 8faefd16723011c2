/** FORM-10: beginning from one organisation instead of from suggestions. */
import { type Suggestion, shortlistOf } from './matching.ts'

/** `serviceId`: the one that was looked at; its organisation's best is as good where that one does not suit. */
export type StartsFrom = { organisationId: string; serviceId: string | null }

/** Its service that comes first, of those that suit the person; null where none does. */
export function startingService(suggested: readonly Suggestion[], from: StartsFrom): Suggestion | null {
  const own = suggested.filter(({ organisationId }) => organisationId === from.organisationId)
  return own.find(({ serviceId }) => serviceId === from.serviceId) ?? own[0] ?? null
}

/** That service alone for all that it meets, and the usual suggestions for the rest. */
export function startingList(suggested: readonly Suggestion[], from: StartsFrom, perNeed: number): Suggestion[] {
  const first = startingService(suggested, from)
  if (!first) return shortlistOf(suggested, perNeed)
  const others = suggested
    .filter(one => one.serviceId !== first.serviceId)
    .map(one => ({ ...one, meets: one.meets.filter(need => !first.meets.includes(need)) }))
  return [
    first,
    ...shortlistOf(
      others.filter(({ meets }) => meets.length > 0),
      perNeed,
    ),
  ]
}
