/** What a list is asked for by what reports count by: as it is asked, as far as the viewer may find by it, and as conditions. */
import { type AskingFate, betweenDays, type Facts, type Fate, type Origin, type Tab, type Why } from './listing.ts'
import type { AgeBand } from './person.ts'
import type { Actor } from './policy.ts'
import { findsBy } from './policy-on-referral.ts'

export type Sought = {
  age?: AgeBand | 'none' | undefined
  district?: string | undefined
  way?: Origin | undefined
  fate?: Fate | undefined
  why?: Why | undefined
  outcome?: string | undefined
  asking?: AskingFate | undefined
  reason?: string | undefined
  askedFrom?: string | undefined
  askedUntil?: string | undefined
  recipient?: string | undefined
}
export type Finder = { actor: Actor; tab: Tab; networkId: string | undefined }

/** What one may not find by is as if it were not asked for. A reason is one of declining; days are those of an asking. */
export function allowed(sought: Sought, { actor, tab, networkId }: Finder): Sought {
  const by = findsBy(actor, { tab, networkId })
  const { age, district, way, fate, why, outcome, reason, askedFrom, askedUntil, recipient } = sought
  const asking = sought.asking ?? (reason && 'declined')
  return {
    ...(by.facts ? { age, district, way, fate, why, outcome } : { fate: fate === 'any' ? fate : undefined }),
    ...(by.askings && asking && { asking, askedFrom, askedUntil, reason: asking === 'declined' ? reason : undefined }),
    ...(by.recipients && { recipient }),
  }
}

export function factsOf(sought: Sought, finder: Finder, at: Date): Facts | undefined {
  const { age, district, way, fate, why, outcome, asking, ...rest } = allowed(sought, finder)
  if (!(age || district || way || fate || why || outcome || asking)) return undefined
  const { from, before } = betweenDays(rest.askedFrom, rest.askedUntil)
  const organisationId = finder.tab === 'received' ? (finder.actor.organisationId ?? undefined) : rest.recipient
  return {
    ...{ ageBand: age, outwardCode: district, origin: way },
    ...((fate || why || outcome) && { need: { fate: fate ?? (why ? 'unmet' : 'any'), why, outcomeId: outcome } }),
    ...(asking && { asking: { fate: asking, at, reasonId: rest.reason, organisationId, from, before } }),
  }
}
