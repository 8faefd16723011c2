/** FORM-13: sending without an account. What looks like a robot's is held for the coordinator, whole and with its reference; nothing is dropped. */
import { randomBytes, randomUUID } from 'node:crypto'
import { sign } from '../auth/secrets.ts'
import { minutesBefore } from '../db/actors.ts'
import type { Transaction } from '../db/database.ts'
import type { OpenEntry } from '../db/entry-links.ts'
import { recordEvents } from '../db/events.ts'
import { insertFile } from '../db/files.ts'
import { admitGuess } from '../db/guesses.ts'
import { countHeldSince, findSubmitted, insertHeld } from '../db/held.ts'
import type { DB } from '../db/schema.ts'
import { type EntryOrigin, type HeldWhy, sendingLimits, whyHeld } from '../domain/entry.ts'
import { newReference } from '../domain/reference.ts'
import type { Kept } from '../files/cabinet.ts'
import type { FileStore } from '../files/store.ts'
import { type Context, inTransaction } from './context.ts'
import { enqueueLetter } from './enqueue-letter.ts'
import { eventBy } from './event-by.ts'
import { dropTaken } from './files/take-for-link.ts'
import { ownCode } from './own-code.ts'
import { checkProof } from './proof-of-work.ts'
import { retryTaken, sendWithin } from './send-referral.ts'
import type { Order } from './sending/order.ts'
import { prepare } from './sending/prepare.ts'

/** `trap`: what people do not see was filled in. `proof`: as the page sent it. `from`: an address, of which a keyed hash is kept for an hour. */
export type LinkSending = Pick<Order, 'submissionId' | 'submission' | 'sending'> & {
  files?: readonly Kept[]
  entry: OpenEntry
  origin: EntryOrigin
  trap: boolean
  proof: string
  from: string
}
/** What one has of a referral: the code goes with the reference. */
export type Ticket = { networkId: string; reference: string; code: string }
/** `held`: the coordinator looks first. `connected`: what it became in other networks (NET-4). */
export type LinkSent = Ticket & { held: boolean; connected: Ticket[] }

/** Once, however often it is posted. A Problem with every field at fault where something is missing: then nothing is kept, no file either. */
export async function sendByLink(given: Context, store: FileStore, order: LinkSending): Promise<LinkSent> {
  const { files = [] } = order
  let written = false
  try {
    const { isNew, ...sent } = await sendOnce({ ...given, actor: null }, order)
    written = isNew
    return sent
  } finally {
    if (!written) await dropTaken({ store }, files)
  }
}

function sendOnce(ctx: Context, order: LinkSending): Promise<LinkSent & { isNew: boolean }> {
  return retryTaken(() =>
    inTransaction(ctx, async trx => {
      const { submissionId, entry } = order
      const [earlier, ...others] = await findSubmitted(trx, submissionId, entry.networkId)
      if (earlier)
        return {
          ...ticketOf(ctx, earlier),
          held: earlier.held,
          connected: others.map(one => ticketOf(ctx, one)),
          isNew: false,
        }
      const why = await reasonToHold(trx, ctx, order)
      if (why) return { ...(await hold(trx, ctx, order, why)), isNew: true }
      const { connected, again, ...sent } = await sendWithin(trx, ctx, orderOf(order, entry))
      return { ...ticketOf(ctx, sent), held: false, connected: connected.map(one => ticketOf(ctx, one)), isNew: !again }
    }),
  )
}

/** What goes to the services, now or when it is released. */
export function orderOf(
  {
    submissionId,
    submission,
    sending,
    origin,
    files = [],
  }: Pick<Order, 'submissionId' | 'submission' | 'sending' | 'files'> & Pick<LinkSending, 'origin'>,
  { linkId, networkId, organisationId }: Pick<OpenEntry, 'linkId' | 'networkId' | 'organisationId'>,
): Order {
  return {
    ...{ networkId, submissionId, submission, sending, origin, files },
    entryLinkId: linkId,
    referrer: { userId: null, organisationId },
  }
}

function ticketOf({ secret }: Context, { id, networkId, reference }: Omit<Ticket, 'code'> & { id: string }): Ticket {
  return { networkId, reference, code: ownCode(secret, id) }
}

async function reasonToHold(trx: Transaction<DB>, ctx: Context, order: LinkSending): Promise<HeldWhy | null> {
  const { entry, trap, from } = order
  const proof = await checkProof(trx, ctx, entry.id, order.proof)
  const limits = proof === 'solved' ? sendingLimits.proven : sendingLimits.unproven
  const admit = (kind: string, of: string, most: number) =>
    admitGuess(trx, sign(ctx.secret, kind, of), ctx.now(), { most, withinMinutes: 60 })
  const addressHasRoom = await admit('sending from', from, limits.address)
  const networkHasRoom = addressHasRoom && (await admit(`sending ${proof}`, entry.networkId, limits.network))
  return whyHeld({ trap, proof, addressHasRoom, networkHasRoom })
}

/** As complete as what is sent, or it is refused as that would be. The coordinator is told at most once an hour. */
async function hold(trx: Transaction<DB>, ctx: Context, order: LinkSending, why: HeldWhy): Promise<LinkSent> {
  const { entry, submissionId, submission, sending, origin } = order
  await prepare(trx, orderOf(order, entry), ctx.now())
  const { networkId } = entry
  const at = ctx.now()
  const told = await countHeldSince(trx, networkId, minutesBefore(at, 60))
  const held = { id: randomUUID(), reference: newReference(size => randomBytes(size)) }
  const body = { submission, sending }
  await insertHeld(trx, { ...held, networkId, entryLinkId: entry.linkId, submissionId, origin, why, at, body })
  const by = { addedByUserId: null, addedByOrganisationId: entry.organisationId, addedAt: at }
  for (const file of order.files ?? []) await insertFile(trx, { ...file, ...by, remark: '', heldSubmissionId: held.id })
  const event = {
    action: 'holdSubmission',
    party: 'public',
    networkId,
    codes: { held: held.id, link: entry.linkId, why },
  }
  await recordEvents(trx, at, [eventBy(ctx, event)])
  if (told === 0)
    await enqueueLetter(trx, ctx, {
      template: 'submission_held',
      codes: { networkId },
      to: { coordinatorsOf: networkId },
    })
  return { ...ticketOf(ctx, { ...held, networkId }), held: true, connected: [] }
}
