/** PUB-3: the person puts right how they are reached. Their referral changes; records that others keep of them do not: there it is an offer. */
import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import { type NewPlace, readContact, saveContact } from '../../db/own-page.ts'
import { placeOf } from '../../db/places.ts'
import { lockCase } from '../../db/referrals/load.ts'
import type { DB } from '../../db/schema.ts'
import { corrected, type OwnContact } from '../../domain/own-page.ts'
import { parsePhone } from '../../domain/phone.ts'
import { parsePostcode } from '../../domain/postcode.ts'
import { Problem } from '../../domain/problem.ts'
import { type Context, inTransaction } from '../context.ts'
import { enqueueNotices } from '../enqueue-notices.ts'
import { matchHash } from '../match-hash.ts'
import { asProgram, opened, type PageKey } from './key.ts'
import { contactOf, markOfContact } from './read-page.ts'
import { byThePerson } from './withdraw-consent.ts'

/** `seen`: the mark of what was corrected. `careful`: nothing was shown; what was left empty stays. */
export type Correction = { contact: OwnContact; seen: string; careful: boolean }

export function correctContact(ctx: Context, key: PageKey, correction: Correction): Promise<void> {
  return inTransaction(asProgram(ctx), async trx => {
    const ids = await opened(trx, key)
    for (const id of ids) {
      const file = await lockCase(trx, id)
      if (file.sides.consentWithdrawn || file.anonymised) continue
      const isFirst = id === key.id
      const changed = await correct(trx, ctx, id, { ...correction, seen: isFirst ? correction.seen : '' })
      if (changed.length === 0) continue
      const events = await recordEvents(trx, ctx.now(), [byThePerson(file, 'contactCorrected', { fields: changed })])
      await enqueueNotices(trx, ctx, { before: file.referral, after: file.referral, file, events })
    }
  })
}

/** What was changed; nothing is written where nothing differs. */
async function correct(
  trx: Transaction<DB>,
  ctx: Context,
  id: string,
  { contact, seen, careful }: Correction,
): Promise<string[]> {
  const stored = await readContact(trx, id)
  if (!stored) return []
  const old = contactOf(stored)
  const typed = tidy(contact)
  const changed = corrected(old, typed, careful)
  if (changed.length === 0) return []
  if (seen !== '' && seen !== markOfContact(ctx.secret, old))
    throw new Problem('changed', 'It was changed meanwhile. Read it again.')
  const next = { ...old, ...Object.fromEntries(changed.map(name => [name, typed[name]])) }
  const place = changed.includes('postcode') ? await newPlace(trx, next.postcode) : null
  const hash = matchHash(ctx.secret, { ...stored, postcode: next.postcode })
  await saveContact(trx, id, { contact: next, matchHash: hash, place }, ctx.now())
  return changed
}

/** As the form would have kept it. */
function tidy(contact: OwnContact): OwnContact {
  const parsed = parsePostcode(contact.postcode)
  const postcode = parsed.kind === 'invalid' ? contact.postcode : parsed.postcode
  return { ...contact, phone: parsePhone(contact.phone) ?? contact.phone, postcode }
}

async function newPlace(trx: Transaction<DB>, postcode: string): Promise<NewPlace> {
  const place = await placeOf(trx, postcode)
  const { outward = null, authority = null, approximate = false } = place ?? {}
  return { outward, authority, approximate, lat: place?.point?.lat ?? null, lng: place?.point?.lng ?? null }
}
