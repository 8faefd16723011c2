/** Which services suit a person, ranked, and why each is there or is not. Pure and deterministic; the weights are in one place. */
import { distanceMetres, type Place, type Point } from './area.ts'
import { type Catchment, type Cover, covers } from './catchment.ts'
import type { Openness } from './hours.ts'
import type { Ruling } from './journey.ts'
import { type Between, type Facts, type Fit, fits, type Load, type Restrictions, roomIn } from './service.ts'

/** `line` is the need's category and all above it: a service of any of them meets the need. */
export type SoughtNeed = { categoryId: string; line: readonly string[] }
export type Seeker = {
  needs: readonly SoughtNeed[]
  place: Place | null
  facts: Facts
  at: Date
  /** FORM-5: services that answers rule in, whatever their area and restrictions say, or out. Out outweighs in. */
  ruledIn?: readonly Ruling[] | undefined
  ruledOut?: readonly Ruling[] | undefined
}

export type Offer = Load & {
  serviceId: string
  organisationId: string
  categoryIds: readonly string[]
  active: boolean
  catchment: Catchment
  venue: Point | null
  /** A refuge: how far it is, or whether a circle round it holds somebody, would tell where. */
  secret?: boolean
  restrictions: Restrictions
  opening: Openness
}

/** Codes and figures; the words are in the catalogue (src/words/en/suggestion.ts). */
export type Reason =
  | { code: 'meets'; categoryIds: string[] }
  | { code: 'room'; free: number; capacity: number }
  | { code: 'unlimited' }
  | { code: 'full'; used: number; capacity: number }
  | { code: 'distance'; metres: number; approximate: boolean }
  | { code: 'covers' }
  | { code: 'answer'; question: string }
  | { code: 'open_now' }
  | { code: 'opens'; at: string; daysAhead: number; weekday: number; opens: string; closes: string }
  | { code: 'check_area' }
  | ({ code: 'check_age' } & Between)
  | ({ code: 'check_number'; demographic: string } & Between)
  | { code: 'check_group'; demographic: string; groups: string[] }
export type Objection =
  | { code: 'meets_nothing' }
  | { code: 'inactive' }
  | { code: 'takes_none' }
  | { code: 'outside' }
  | { code: 'answer'; question: string }
  | ({ code: 'age' } & Between)
  | ({ code: 'number'; demographic: string } & Between)
  | { code: 'group'; demographic: string; groups: string[] }

export type Suggestion = {
  serviceId: string
  organisationId: string
  /** The needs' categories that it meets. */
  meets: string[]
  score: number
  metres: number | null
  reasons: Reason[]
}
export type RuledOut = { serviceId: string; metres: number | null; because: Objection[] }

/** Each factor outweighs all below it, as SUG-2 orders them; being full outweighs everything. */
export const weights = { need: 1000, answer: 500, room: 400, distance: 200, open: 50, full: -1_000_000 } as const

export function suggest(
  seeker: Seeker,
  offers: readonly Offer[],
  networkAuthorities: readonly string[],
): { suggested: Suggestion[]; ruledOut: RuledOut[] } {
  const suggested: (Suggestion & { load: number })[] = []
  const ruledOut: RuledOut[] = []
  for (const offer of offers) {
    const view = look(seeker, offer, networkAuthorities)
    const because = checks.flatMap(check => check(view))
    if (because.length > 0) ruledOut.push({ serviceId: offer.serviceId, metres: view.metres, because })
    else suggested.push({ ...weigh(view), load: offer.cases + offer.waiting })
  }
  return {
    suggested: suggested.toSorted(byScore).map(({ load: _, ...suggestion }) => suggestion),
    ruledOut: ruledOut.toSorted(byDistance),
  }
}

/** The best few for each need, in the order of the ranking (DOMAIN: three by default). */
export function shortlistOf(suggested: readonly Suggestion[], perNeed: number): Suggestion[] {
  const kept = new Map<string, number>()
  return suggested.filter(({ meets }) => {
    const wanted = meets.some(category => (kept.get(category) ?? 0) < perNeed)
    if (wanted) for (const category of meets) kept.set(category, (kept.get(category) ?? 0) + 1)
    return wanted
  })
}

type View = {
  offer: Offer
  meets: string[]
  cover: Cover
  verdicts: Fit[]
  metres: number | null
  place: Place | null
  at: Date
  ruledIn: Ruling | undefined
  ruledOut: Ruling | undefined
}

function look(
  { needs, place, facts, at, ruledIn, ruledOut }: Seeker,
  offer: Offer,
  networkAuthorities: readonly string[],
): View {
  const venue = offer.secret ? null : offer.venue
  return {
    offer,
    place,
    at,
    ruledIn: ruledIn?.find(({ serviceId }) => serviceId === offer.serviceId),
    ruledOut: ruledOut?.find(({ serviceId }) => serviceId === offer.serviceId),
    meets: needs.filter(need => need.line.some(id => offer.categoryIds.includes(id))).map(need => need.categoryId),
    cover: covers(offer.catchment, place, networkAuthorities, venue),
    verdicts: fits(offer.restrictions, facts),
    metres: place?.point && venue ? distanceMetres(place.point, venue) : null,
  }
}

const checks: ((view: View) => Objection[])[] = [
  ({ meets }) => (meets.length === 0 ? [{ code: 'meets_nothing' }] : []),
  ({ offer }) => (offer.active ? [] : [{ code: 'inactive' }]),
  ({ offer }) => (offer.capacity === 0 ? [{ code: 'takes_none' }] : []),
  ({ ruledOut }) => (ruledOut ? [{ code: 'answer', question: ruledOut.question }] : []),
  ({ cover, ruledIn }) => (cover === 'no' && !ruledIn ? [{ code: 'outside' }] : []),
  ({ verdicts, ruledIn }) => (ruledIn ? [] : verdicts.filter(({ fit }) => fit === 'no').map(objectionOf)),
]

const scores: ((view: View) => { points: number; reasons: Reason[] })[] = [
  ({ meets }) => ({ points: weights.need * meets.length, reasons: [{ code: 'meets', categoryIds: meets }] }),
  ({ ruledIn }) => scoreAnswer(ruledIn),
  ({ offer }) => scoreRoom(offer),
  ({ metres, place }) => scoreDistance(metres, place?.approximate ?? false),
  ({ cover }) => ({ points: 0, reasons: cover === 'no' ? [] : [{ code: cover === 'yes' ? 'covers' : 'check_area' }] }),
  ({ offer, at }) => scoreOpening(offer.opening, at),
  ({ verdicts }) => ({ points: 0, reasons: verdicts.filter(({ fit }) => fit === 'check').map(reasonToCheck) }),
]

function weigh(view: View): Suggestion {
  const scored = scores.map(score => score(view))
  return {
    serviceId: view.offer.serviceId,
    organisationId: view.offer.organisationId,
    meets: view.meets,
    metres: view.metres,
    score: scored.reduce((sum, { points }) => sum + points, 0),
    reasons: scored.flatMap(({ reasons }) => reasons),
  }
}

function scoreAnswer(ruledIn: Ruling | undefined): { points: number; reasons: Reason[] } {
  if (!ruledIn) return { points: 0, reasons: [] }
  return { points: weights.answer, reasons: [{ code: 'answer', question: ruledIn.question }] }
}

function scoreRoom(load: Load): { points: number; reasons: Reason[] } {
  const free = roomIn(load)
  if (load.capacity === null || free === null) return { points: weights.room, reasons: [{ code: 'unlimited' }] }
  const used = load.cases + load.waiting
  if (free <= 0) return { points: weights.full, reasons: [{ code: 'full', used, capacity: load.capacity }] }
  const share = free / load.capacity
  return { points: weights.room * share, reasons: [{ code: 'room', free, capacity: load.capacity }] }
}

/** Halves with every three miles, so that near ones differ and far ones hardly do. */
function scoreDistance(metres: number | null, approximate: boolean): { points: number; reasons: Reason[] } {
  if (metres === null) return { points: 0, reasons: [] }
  return { points: weights.distance * 2 ** (-metres / 4828), reasons: [{ code: 'distance', metres, approximate }] }
}

function scoreOpening(opening: Openness, at: Date): { points: number; reasons: Reason[] } {
  if (opening.code === 'open_now') return { points: weights.open, reasons: [{ code: 'open_now' }] }
  if (opening.code !== 'opens') return { points: 0, reasons: [] }
  const { code, daysAhead, weekday, opens, closes } = opening
  const days = (opening.at.getTime() - at.getTime()) / 86_400_000
  const reason: Reason = { code, at: opening.at.toISOString(), daysAhead, weekday, opens, closes }
  return { points: weights.open / (1 + days), reasons: [reason] }
}

function objectionOf({ fit: _, ...verdict }: Fit): Objection {
  return verdict.code === 'group' ? { ...verdict, groups: [...verdict.groups] } : verdict
}

function reasonToCheck(verdict: Fit): Reason {
  const objection = objectionOf(verdict)
  if (objection.code === 'age') return { ...objection, code: 'check_age' }
  if (objection.code === 'number') return { ...objection, code: 'check_number' }
  return { ...(objection as Extract<Objection, { code: 'group' }>), code: 'check_group' }
}

type Ranked = Suggestion & { load: number }
/** Between equals the less burdened first; the id last, so that the order is always the same. */
function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.load - b.load || (a.serviceId < b.serviceId ? -1 : 1)
}

function byDistance(a: RuledOut, b: RuledOut): number {
  return (a.metres ?? Infinity) - (b.metres ?? Infinity) || (a.serviceId < b.serviceId ? -1 : 1)
}
