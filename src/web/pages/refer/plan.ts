/** Whom a draft would ask, in order, and for what: the suggestions, changed as the referrer changed them. */
import { findPicks } from '../../../db/picks.ts'
import { findSuggestions, type Suggestions } from '../../../db/suggestions.ts'
import type { Objection, Reason } from '../../../domain/matching.ts'
import { route } from '../../../domain/routing.ts'
import { type Draft, type Page, today } from './draft.ts'
import { factsOf, textOf, textsOf } from './filled.ts'
import { type Located, locate } from './place.tsx'

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

export async function planFor(c: Page, draft: Draft): Promise<Plan> {
  const { network, body } = draft
  const needs = needsOf(draft)
  const located = await locate(c.var.ctx.db, network, textOf(body.typed, 'address.postcode'))
  const options = await optionsFor(c, draft, located, body.shortlist ?? [])
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

/** Needs that the network still has; a form may be resumed long after it was begun. */
export function needsOf({ network, body }: Draft): string[] {
  return textsOf(body.typed, 'needs').filter(id => network.categories.get(id)?.retired === false)
}

/** How these services stand to the draft's person, in the order given. */
export async function lookAt(c: Page, draft: Draft, ids: readonly string[]): Promise<Option[]> {
  const located = await locate(c.var.ctx.db, draft.network, textOf(draft.body.typed, 'address.postcode'))
  const { all } = await optionsFor(c, draft, located, ids)
  return ids.flatMap(id => all.find(({ serviceId }) => serviceId === id) ?? [])
}

async function optionsFor(c: Page, draft: Draft, located: Located | null, named: readonly string[]) {
  const { ctx } = c.var
  const { network, body } = draft
  const needs = needsOf(draft)
  const facts = factsOf(body.typed, today(c))
  const sought = { needs, place: located?.place ?? null, facts, named }
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
