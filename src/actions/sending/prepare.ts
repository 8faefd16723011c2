/** An order held against the networks that it goes to: what will be written, or every field at fault. Nothing is written yet. */
import { randomUUID } from 'node:crypto'
import { listConnected } from '../../db/connections.ts'
import type { Transaction } from '../../db/database.ts'
import { isInForce, type Network, readNetwork, readNetworks } from '../../db/networks.ts'
import { readAskedBy } from '../../db/own-questions.ts'
import { placeOf } from '../../db/places.ts'
import type { DB } from '../../db/schema.ts'
import type { Place } from '../../domain/area.ts'
import { type Completed, complete } from '../../domain/completing.ts'
import { divideNeeds, offeredBy, partFor } from '../../domain/connection.ts'
import { isOutside } from '../../domain/network.ts'
import { type AskedBy, walkAll } from '../../domain/own-questions.ts'
import { Problem } from '../../domain/problem.ts'
import type { Referral } from '../../domain/referral.ts'
import type { FieldError, Sending } from '../../domain/submission.ts'
import { suggestShortlist } from '../suggest-shortlist.ts'
import { shortlistOf, startingServiceId, startsFromOf } from './listing.ts'
import type { Order } from './order.ts'

/** One referral of the order, in one network. */
export type Prepared = {
  order: Order
  network: Network
  /** NET-4: whose form it was, where that is another network's. */
  throughNetworkId: string | null
  formVersionId: string | null
  place: Place | null
  done: Completed
  sending: Sending
  /** The organisations on the shortlist that ask questions of their own. */
  asking: AskedBy[]
  startsFromServiceId: string | null
  referral: Referral
  at: Date
}

/** First the one of the form's own network, where that has a part; then one for each connected network with needs of its own. */
export async function prepare(trx: Transaction<DB>, order: Order, at: Date): Promise<[Prepared, ...Prepared[]]> {
  const network = await readNetwork(trx, order.networkId)
  const isForeign = (id: string) => !network.categories.has(id)
  const connected = order.submission.needs.some(isForeign)
    ? await readNetworks(trx, await listConnected(trx, network.id))
    : []
  const place = await placeOf(trx, order.submission.address.postcode)
  const done = complete(offeredBy(network, connected), order.submission, at.toISOString().slice(0, 10))
  const parts = divideNeeds(done.submission.needs, [network, ...connected])
  const networks = parts.map(part => part.network)
  assertNone([...done.errors, ...consentErrors(network, networks, order.sending), ...outside(network, networks, place)])
  const all: Prepared[] = []
  for (const { network: to, needs } of parts) {
    const shared = { order, place, at, formVersionId: network.formVersionId }
    all.push(to.id === network.id ? await own(trx, shared, to, done, needs) : await other(trx, shared, to, done, needs))
  }
  return all as [Prepared, ...Prepared[]]
}

type Shared = Pick<Prepared, 'order' | 'place' | 'at' | 'formVersionId'>

async function own(trx: Transaction<DB>, shared: Shared, network: Network, whole: Completed, needIds: string[]) {
  const { order, place, at } = shared
  const first = partFor(whole, network, needIds, true)
  const from = order.startsFrom ? await startsFromOf(trx, network.id, order.startsFrom) : null
  const shortlist = order.sending.shortlist ?? (await suggestShortlist(trx, network, first, place, at, from))
  const sending = { ...order.sending, shortlist }
  const needs = needIds.map(needOf)
  const listed = await shortlistOf(trx, network, sending, needs)
  const ids = listed.map(({ organisationId }) => organisationId)
  const asking = await readAskedBy(trx, network.id, ids)
  const today = at.toISOString().slice(0, 10)
  const submission = { ...order.submission, needs: order.submission.needs.filter(id => network.categories.has(id)) }
  const done = asking.length > 0 ? complete(network, submission, today, asking) : first
  assertNone(done.errors)
  const startsFromServiceId = from && startingServiceId(listed, from)
  const referral = { needs, assignments: [], shortlist: listed, startsFrom: startsFromServiceId }
  return { ...shared, network, throughNetworkId: null, done, sending, asking, startsFromServiceId, referral }
}

/** The person and what they need, without the answers to the form's own questions; organisations on this list ask theirs, where the form could show them. */
async function other(trx: Transaction<DB>, shared: Shared, network: Network, whole: Completed, needIds: string[]) {
  const { order, place, at } = shared
  const done = partFor(whole, network, needIds, false)
  const wished = order.sending.connected?.find(one => one.network === network.id)
  const shortlist = wished?.shortlist ?? (await suggestShortlist(trx, network, done, place, at))
  const consent = { ...order.sending.consent, wordingId: wished?.wordingId ?? '' }
  const sending: Sending = { shortlist, reasons: wished?.reasons, consent }
  const needs = needIds.map(needOf)
  const listed = await shortlistOf(trx, network, sending, needs)
  const ids = listed.map(({ organisationId }) => organisationId)
  const asking = asksThere.has(order.origin) ? await readAskedBy(trx, network.id, ids) : []
  const answered = walkAll(asking, order.submission.organisationAnswers, done.facts)
  assertNone([...answered.values()].flatMap(({ errors }) => errors))
  const referral = { needs, assignments: [], shortlist: listed }
  const rest = { network, sending, referral, throughNetworkId: order.networkId, startsFromServiceId: null }
  return { ...shared, ...rest, done: { ...done, own: answered }, asking }
}

/** A public form asks what organisations of its own network ask, and no more. */
const asksThere: ReadonlySet<Order['origin']> = new Set(['member', 'api'] as const)

/** Every field at fault at once, so that nobody is sent back twice. */
function assertNone(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Problem('invalid', 'Some answers are missing or need another look.', {}, errors)
}

/** Each network's own wording, as it is now; and a basis in law only where the network of the form allows one. */
function consentErrors(network: Network, parts: readonly Network[], sending: Order['sending']): FieldError[] {
  const { consent, connected = [] } = sending
  const seen = (one: Network) =>
    one.id === network.id ? consent.wordingId : connected.find(({ network: id }) => id === one.id)?.wordingId
  const isChanged = [network, ...parts].some(one => !isInForce(one, seen(one)))
  const mayDoWithout = [network, ...parts].every(one => one.settings.lawfulBasis)
  return [
    ...(isChanged ? [{ field: 'consent.wordingId', code: 'wording_changed' }] : []),
    ...(consent.lawfulBasis && !mayDoWithout ? [{ field: 'consent.lawfulBasis', code: 'consent' }] : []),
  ]
}

function outside(network: Network, parts: readonly Network[], place: Place | null): FieldError[] {
  const stops = (one: Network) => one.settings.outsideArea === 'stop' && isOutside(one.authorities, place)
  if (stops(network)) return [{ field: 'address.postcode', code: 'outside' }]
  return parts.some(stops) ? [{ field: 'needs', code: 'outside_connected' }] : []
}

function needOf(categoryId: string): Referral['needs'][number] {
  return { id: randomUUID(), categoryId, status: 'unplaced', outcome: null }
}
