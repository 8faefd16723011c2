/** Sending a referral: everything that was filled in, the consent, the first asking and the messages, all in one transaction. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import { recordEvents } from '../db/events.ts'
import { type Network, readNetwork } from '../db/networks.ts'
import { findPicks } from '../db/picks.ts'
import { placeOf } from '../db/places.ts'
import { insertContent, insertReferral, type Lean } from '../db/referrals/insert.ts'
import type { CaseFile } from '../db/referrals/load.ts'
import { saveCase } from '../db/referrals/save.ts'
import type { DB } from '../db/schema.ts'
import { readServiceCards } from '../db/services/cards.ts'
import type { Place } from '../domain/area.ts'
import { send } from '../domain/moves.ts'
import { isOutside } from '../domain/network.ts'
import { type Actor, may } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import type { Referral } from '../domain/referral.ts'
import { dropUnasked, missingFrom, type Sending, type Submission, strayChoices } from '../domain/submission.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { enqueueNotices } from './enqueue-notices.ts'
import { keepClock } from './keep-clock.ts'
import { hashOf, leanOf } from './lean-referral.ts'
import { suggestShortlist } from './suggest-shortlist.ts'

/** `submissionId`: of the draft, or made from the client's Idempotency-Key; the same one twice sends once. */
export type Order = {
  /** Of the new referral; random unless given. */
  id?: string
  networkId: string
  submissionId: string
  submission: Submission
  /** Without a shortlist it goes where the suggestions would send it. */
  sending: Omit<Sending, 'shortlist'> & { shortlist?: string[] | undefined }
  origin: 'member' | 'api'
}
export type Sent = { id: string; reference: string; again: boolean }

export function sendReferral(ctx: ActingContext, order: Order): Promise<Sent> {
  return retryTaken(() => inTransaction(ctx, trx => sendWithin(trx, ctx, order)))
}

/** A new reference may by rare chance be taken: then the whole transaction is done again with another. */
export async function retryTaken<T>(send: () => Promise<T>, tries = 3): Promise<T> {
  try {
    return await send()
  } catch (error) {
    if (tries > 1 && isReferenceTaken(error)) return retryTaken(send, tries - 1)
    throw error
  }
}

/** For those who do more in the same transaction. */
export async function sendWithin(trx: Transaction<DB>, ctx: ActingContext, order: Order): Promise<Sent> {
  const network = await readNetwork(trx, order.networkId)
  assertMayRefer(ctx.actor, network)
  const submission = dropUnasked(network.form, order.submission)
  const place = await placeOf(trx, submission.address.postcode)
  assertComplete(network, submission, place, order.sending, ctx.now())
  const needs = needsOf(network, submission)
  const shortlist = order.sending.shortlist ?? (await suggestShortlist(trx, network, submission, place, ctx.now()))
  const sending = { ...order.sending, shortlist }
  const referral: Referral = { needs, assignments: [], shortlist: await shortlistOf(trx, network, sending, needs) }

  const lean = leanOf(ctx, order, network, submission, place)
  const inserted = await insertReferral(
    trx,
    lean,
    needs.map(need => ({ ...need, label: network.categories.get(need.categoryId)?.label ?? '' })),
  )
  if (!inserted.isNew) return { ...inserted, again: true }
  await write(trx, ctx, { lean, network, order, sending, submission, place, referral })
  return { id: lean.id, reference: lean.reference, again: false }
}

function isReferenceTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'referral_reference_key'
}

type Writing = {
  lean: Lean
  network: Network
  order: Order
  sending: Sending
  submission: Submission
  place: Place | null
  referral: Referral
}

async function write(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { lean, network, order, sending, submission, place, referral }: Writing,
) {
  const at = lean.openedAt
  const { referral: sent, happened } = send(referral, { at, newId: randomUUID })
  await saveCase(trx, lean, sent, at, true)
  const matchHash = hashOf(ctx.secret, submission)
  const { wordingId, how } = sending.consent
  const consent = { wordingId, how, scope: network.settings.consentScope, askedByUserId: ctx.actor.userId, givenAt: at }
  await insertContent(trx, { referralId: lean.id, submission, place, matchHash, consent })
  await insertReasons(trx, ctx, lean, sending, at)
  if (order.origin === 'member') await trx.deleteFrom('draft').where('id', '=', order.submissionId).execute()

  const file = caseOf(lean, network, referral)
  const events = happened.map(({ action, assignmentId, needIds }) => ({
    action,
    networkId: network.id,
    referralId: lean.id,
    assignmentId,
    party: 'referrer',
    userId: ctx.actor.userId,
    organisationId: ctx.actor.organisationId,
    noteId: null,
    codes: { needs: needIds.map(id => file.needLabels.get(id) ?? '') },
  }))
  const recorded = await recordEvents(trx, at, events)
  await keepClock(trx, { before: referral, after: sent, file })
  await enqueueNotices(trx, ctx, { before: referral, after: sent, file, events: recorded })
}

/** Why the referrer added a service by hand, as a note that everybody on the referral reads. */
async function insertReasons(trx: Transaction<DB>, { actor }: ActingContext, lean: Lean, sending: Sending, at: Date) {
  const given = Object.entries(sending.reasons ?? {}).filter(
    ([id, why]) => why !== '' && sending.shortlist.includes(id),
  )
  if (given.length === 0) return
  const cards = await readServiceCards(
    trx,
    lean.networkId,
    given.map(([id]) => id),
  )
  const notes = cards.map(({ id, name, organisation }) => ({
    referralId: lean.id,
    kind: 'regular',
    body: `${name}, ${organisation}: ${sending.reasons?.[id]}`,
    authorUserId: actor.userId,
    authorOrganisationId: actor.organisationId,
    at,
  }))
  if (notes.length > 0) await trx.insertInto('note').values(notes).execute()
}

/** The referral before anybody was asked, as the clock and the notices want it. */
function caseOf(lean: Lean, network: Network, referral: Referral): CaseFile {
  const labels = referral.needs.map(
    ({ id, categoryId }) => [id, network.categories.get(categoryId)?.label ?? ''] as const,
  )
  return {
    ...lean,
    status: 'needs_placing',
    progress: 'opened',
    restricted: false,
    anonymised: false,
    settings: network.settings,
    consentScope: network.settings.consentScope,
    referral,
    needLabels: new Map(labels),
    sides: { networkId: network.id, restricted: false, consentWithdrawn: false, parties: [] },
  }
}

function assertMayRefer(actor: Actor, network: Network): void {
  const agreed = actor.networks.some(({ id, agreed }) => id === network.id && agreed)
  if (!agreed || !may(actor, 'refer')) throw new Problem('not_found', 'There is no such network.')
}

/** Every field at fault at once, so that nobody is sent back twice. */
function assertComplete(
  network: Network,
  submission: Submission,
  place: Place | null,
  sending: Pick<Sending, 'consent'>,
  at: Date,
): void {
  const errors = [
    ...missingFrom(network.form, submission, at.toISOString().slice(0, 10)),
    ...strayChoices(network.demographics, submission),
  ]
  if (network.settings.outsideArea === 'stop' && isOutside(network.authorities, place))
    errors.push({ field: 'address.postcode', code: 'outside' })
  if (sending.consent.wordingId !== network.wording?.id)
    errors.push({ field: 'consent.wordingId', code: 'wording_changed' })
  if (errors.length > 0) throw new Problem('invalid', 'Some answers are missing or need another look.', {}, errors)
}

function needsOf(network: Network, { needs }: Submission): Referral['needs'] {
  const unknown = needs.some(id => network.categories.get(id)?.retired !== false)
  if (unknown)
    throw new Problem('invalid', 'Choose needs from the list.', { field: 'needs' }, [{ field: 'needs', code: 'needs' }])
  return [...new Set(needs)].map(categoryId => ({ id: randomUUID(), categoryId, status: 'unplaced', outcome: null }))
}

async function shortlistOf(
  trx: Transaction<DB>,
  network: Network,
  { shortlist, reasons }: Sending,
  needs: Referral['needs'],
): Promise<Referral['shortlist']> {
  const wanted = [...new Set(shortlist)]
  const found = await findPicks(
    trx,
    network.id,
    needs.map(({ categoryId }) => categoryId),
    wanted,
  )
  return wanted.map(serviceId => {
    const pick = found.find(one => one.serviceId === serviceId)
    if (!pick || pick.categoryIds.length === 0)
      throw new Problem('invalid', 'A service on the list does not offer what is needed.', { field: 'shortlist' })
    if (!pick.open)
      throw new Problem('no_room', `${pick.serviceName} takes no referrals now.`, {
        field: 'shortlist',
        service: pick.serviceName,
      })
    const addedBy = reasons?.[serviceId] === undefined ? 'suggested' : 'referrer'
    return { serviceId, organisationId: pick.organisationId, categoryIds: pick.categoryIds, addedBy }
  })
}
