/** Whom a draft would ask, in order, and for what: the suggestions, changed as the referrer changed them. */

import type { Network } from '../../../db/networks.ts'
import { findPicks } from '../../../db/picks.ts'
import { findSuggestions, type Suggestions } from '../../../db/suggestions.ts'
import type { Completed } from '../../../domain/completing.ts'
import { partFor } from '../../../domain/connection.ts'
import { factsOf } from '../../../domain/facts.ts'
import type { Objection, Reason } from '../../../domain/matching.ts'
import { route } from '../../../domain/routing.ts'
import type { Draft, Page } from './draft.ts'
import type { Located } from './place.tsx'

/** `meets`: categories. `asks`: those of them that it is asked for first; empty while it is next in line. */
export type Option = {
  serviceId: string
  serviceName: string
  organisationId: string
  organisationName: string
  meets: string[]
  asks: string[]
  reasons: Reason[]
  because: Objection[]
  /** It meets a need and takes referrals: it can be put on the list, suggested or not. */
  mayAsk: boolean
}
export type Plan = {
  needs: string[]
  located: Located | null
  listed: Option[]
  /** Suggested and not on the list. */
  suitable: Option[]
  ruledOut: Option[]
  /** Needs that nobody on the list meets. */
  unplaced: string[]
  /** Names of those that were on the list and cannot be asked any more. */
  dropped: string[]
  isChanged: boolean
}

/** A draft whose details are all there: whom it looks for, and where. */
export type Seeking = {
  draft: Draft
  done: Completed
  located: Located | null
}

export async function planFor(c: Page, seeking: Seeking): Promise<Plan> {
  const { draft, done, located } = seeking
  const { body } = draft
  const { needs } = done.submission
  const options = await optionsFor(c, seeking, body.shortlist ?? [])
  const wanted = body.shortlist ?? options.shortlist
  const known = (id: string) => options.all.find(({ serviceId }) => serviceId === id)
  const onList = wanted.flatMap(id => known(id) ?? []).filter(({ mayAsk }) => mayAsk)
  const { listed, unplaced } = routed(needs, onList)
  const isOut = ({ serviceId }: Option) => listed.every(one => one.serviceId !== serviceId)
  return {
    needs,
    located,
    listed,
    unplaced,
    suitable: options.all.filter(one => isOut(one) && one.because.length === 0 && one.reasons.length > 0),
    ruledOut: options.all.filter(one => isOut(one) && one.because.length > 0 && !wanted.includes(one.serviceId)),
    dropped: wanted.flatMap(id => (listed.some(one => one.serviceId === id) ? [] : (known(id)?.serviceName ?? []))),
    isChanged: body.shortlist !== null,
  }
}

/** How these services stand to the draft's person, in the order given. */
export async function lookAt(c: Page, seeking: Seeking, ids: readonly string[]): Promise<Option[]> {
  const { all } = await optionsFor(c, seeking, ids)
  return ids.flatMap(id => all.find(({ serviceId }) => serviceId === id) ?? [])
}

async function optionsFor(c: Page, { draft: { network, body }, done, located }: Seeking, named: readonly string[]) {
  const { ctx } = c.var
  const { needs } = done.submission
  const { ruledIn, ruledOut } = done.effects
  const rulings = { ruledIn, ruledOut, named, startsFrom: body.startsFrom }
  const sought = { needs, place: located?.place ?? null, facts: factsOf(done.facts), ...rulings }
  const found = await findSuggestions(ctx.db, network, sought, ctx.now())
  const picks = await findPicks(ctx.db, network.id, needs, [...named, ...found.ruledOut.map(one => one.serviceId)])
  const all = [...found.suggested.map(one => suggestedOption(one, found)), ...found.ruledOut.map(one => outOption(one))]

  function outOption({ serviceId, because }: Suggestions['ruledOut'][number]): Option {
    const pick = picks.find(one => one.serviceId === serviceId)
    const meets = pick?.categoryIds ?? []
    const mayAsk = pick?.open === true && meets.length > 0
    return { ...bare(serviceId, found), meets, because, mayAsk }
  }
  return { all, shortlist: found.shortlist }
}

function suggestedOption({ serviceId, meets, reasons }: Suggestions['suggested'][number], found: Suggestions): Option {
  return { ...bare(serviceId, found), meets, reasons, mayAsk: true }
}

function bare(serviceId: string, { names }: Suggestions): Option {
  const name = names.get(serviceId) ?? { serviceName: '', organisationName: '', organisationId: '' }
  return { serviceId, ...name, meets: [], asks: [], reasons: [], because: [], mayAsk: false }
}

/** By the same rule that sending follows. */
function routed(needs: readonly string[], onList: readonly Option[]): { listed: Option[]; unplaced: string[] } {
  const { asks, unplaced } = route(
    needs.map(id => ({ id, categoryId: id, status: 'unplaced', outcome: null })),
    onList.map(({ serviceId, organisationId, meets }) => ({
      serviceId,
      organisationId,
      categoryIds: meets,
      addedBy: 'suggested',
    })),
    [],
  )
  const asksOf = (id: string) => asks.find(({ serviceId }) => serviceId === id)?.needIds ?? []
  return { listed: onList.map(one => ({ ...one, asks: asksOf(one.serviceId) })), unplaced }
}

/** NET-4: what a draft seeks in each network that its needs belong to. The form's own first, where it has any or no other has. */
export function partsOf<S extends Seeking>(seeking: S): [S, ...S[]] {
  const { draft, done } = seeking
  const { needs } = done.submission
  const own = needs.filter(id => draft.connected.every(({ categories }) => !categories.has(id)))
  const others = draft.connected.flatMap(network => {
    const theirs = needs.filter(id => network.categories.has(id))
    return theirs.length > 0 ? [partIn(seeking, network, theirs)] : []
  })
  return [{ ...seeking, done: partFor(done, draft.network, own, true) }, ...others]
}

/** The draft as if it were of that network: with its list, its reasons, and no beginning from anybody. */
function partIn<S extends Seeking>(seeking: S, network: Network, needs: string[]): S {
  const { draft, done } = seeking
  const { shortlist = null, reasons = {} } = draft.body.connected?.[network.id] ?? {}
  const body = { ...draft.body, shortlist, reasons, startsFrom: null }
  return {
    ...seeking,
    draft: { ...draft, network, body, start: null, through: draft.network.id },
    done: partFor(done, network, needs, false),
  }
}
