/** Writes one prepared referral with all that belongs to it, its first asking, its clock and the messages. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../db/database.ts'
import { type NewEvent, recordEvents } from '../../db/events.ts'
import { insertFile } from '../../db/files.ts'
import type { Network } from '../../db/networks.ts'
import { insertCase, insertContent, type Lean, type StoredAnswer } from '../../db/referrals/insert.ts'
import type { CaseFile } from '../../db/referrals/load.ts'
import type { DB } from '../../db/schema.ts'
import { readServiceCards } from '../../db/services/cards.ts'
import type { Step } from '../../domain/moves/step.ts'
import { send } from '../../domain/moves.ts'
import type { Referral } from '../../domain/referral.ts'
import type { Context } from '../context.ts'
import { enqueueNotices } from '../enqueue-notices.ts'
import { bindFiles } from '../files/bind-files.ts'
import { keepClock } from '../keep-clock.ts'
import { type Called, hashOf, leanOf } from './lean-referral.ts'
import type { Sent } from './order.ts'
import type { Prepared } from './prepare.ts'

export type Written = Omit<Sent, 'connected'>

/** `again` where this submission was sent before: then nothing is written. */
export async function write(trx: Transaction<DB>, ctx: Context, prepared: Prepared, called: Called): Promise<Written> {
  const { network, referral, at } = prepared
  const lean = leanOf(prepared, called)
  const { referral: sent, happened } = send(referral, { at, newId: randomUUID })
  const inserted = await insertCase(trx, lean, sent, labelsOf(network, referral))
  if (!inserted.isNew) return { id: inserted.id, networkId: network.id, reference: inserted.reference, again: true }

  // Who may read what follows is decided by the parties, so they are written before it.
  await insertContent(trx, contentOf(ctx, prepared, lean))
  await insertReasons(trx, prepared, lean)
  await attach(trx, prepared, lean)

  const file = caseOf(lean, network, referral)
  const recorded = await recordEvents(trx, at, eventsOf(prepared, file, happened))
  await keepClock(trx, { before: referral, after: sent, file })
  await enqueueNotices(trx, ctx, { before: referral, after: sent, file, events: recorded })
  return { id: lean.id, networkId: network.id, reference: lean.reference, again: false }
}

function labelsOf({ categories }: Network, { needs }: Referral): ReadonlyMap<string, string> {
  return new Map(needs.map(({ id, categoryId }) => [id, categories.get(categoryId)?.label ?? '']))
}

function contentOf({ secret }: Context, prepared: Prepared, lean: Lean): Parameters<typeof insertContent>[1] {
  const { network, place, done, sending, order, at } = prepared
  const { submission } = done
  const { wordingId, how = null, askedBy, lawfulBasis = null, basisReason } = sending.consent
  const { userId } = order.referrer
  const source = userId === null ? submission.source.name : ''
  return {
    referral: lean,
    submission,
    answers: answersOf(prepared),
    place,
    matchHash: hashOf(secret, submission),
    consent: {
      ...{ wordingId, how, scope: network.settings.consentScope, givenAt: at },
      ...{ askedByUserId: askedBy ? null : userId, askedByName: askedBy || source || null },
      ...{ lawfulBasis, basisReason: lawfulBasis && (basisReason ?? null) },
    },
  }
}

/** Of every question that was asked, left blank or not: what has no row was not asked. */
function answersOf({ done, asking }: Prepared): StoredAnswer[] {
  const network = Object.entries(done.walked.answers).map(([question, value]) => ({
    ...{ question, value, organisationId: null, version: null },
  }))
  const own = asking.flatMap(({ organisationId, version }) =>
    Object.entries(done.own.get(organisationId)?.answers ?? {}).map(([question, value]) => ({
      ...{ question, value, organisationId, version },
    })),
  )
  return [...network, ...own]
}

function eventsOf({ network, order }: Prepared, file: CaseFile, happened: Step['happened']): NewEvent[] {
  return happened.map(({ action, assignmentId, needIds }) => ({
    action,
    networkId: network.id,
    referralId: file.id,
    assignmentId,
    party: 'referrer',
    userId: order.referrer.userId,
    organisationId: order.referrer.organisationId,
    noteId: null,
    codes: { needs: needIds.map(id => file.needLabels.get(id) ?? '') },
  }))
}

async function attach(trx: Transaction<DB>, { order, network, at }: Prepared, lean: Lean): Promise<void> {
  const { attachments, submissionId, referrer, files = [] } = order
  const by = { addedByUserId: null, addedByOrganisationId: referrer.organisationId, addedAt: at }
  for (const { storageKey, name, type, bytes, macros, state } of files)
    await insertFile(trx, {
      ...{ storageKey, name, type, bytes, macros, state, remark: '' },
      ...by,
      referralId: lean.id,
    })
  if (!referrer.userId) return
  const among = attachments ? { ids: attachments } : { draftId: submissionId }
  const most = network.settings.attachmentMegabytes * 1024 * 1024
  await bindFiles(trx, among, { userId: referrer.userId, submissionId, referralId: lean.id, most })
}

/** Why the referrer added a service by hand, as a note that everybody on the referral reads. */
async function insertReasons(trx: Transaction<DB>, { order, sending, at }: Prepared, lean: Lean): Promise<void> {
  const { shortlist, reasons = {} } = sending
  const ids = Object.keys(reasons).filter(id => reasons[id] !== '' && shortlist.includes(id))
  if (ids.length === 0) return
  const cards = await readServiceCards(trx, lean.networkId, ids)
  const notes = cards.map(({ id, name, organisation }) => ({
    referralId: lean.id,
    kind: 'regular',
    body: `${name}, ${organisation}: ${reasons[id]}`,
    authorUserId: order.referrer.userId,
    authorOrganisationId: order.referrer.organisationId,
    at,
  }))
  if (notes.length > 0) await trx.insertInto('note').values(notes).execute()
}

/** The referral before anybody was asked, as the clock and the notices want it. */
function caseOf(lean: Lean, network: Network, referral: Referral): CaseFile {
  return {
    ...lean,
    status: 'needs_placing',
    progress: 'opened',
    anonymised: false,
    counted: !lean.restricted,
    settings: network.settings,
    consentScope: network.settings.consentScope,
    referral,
    needLabels: labelsOf(network, referral),
    sides: { networkId: network.id, restricted: lean.restricted, consentWithdrawn: false, parties: [] },
  }
}
