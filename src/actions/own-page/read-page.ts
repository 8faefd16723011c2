/** PUB-3: what the page shows, and how to reach the person as it stands on their referral. */
import { sign } from '../../auth/secrets.ts'
import { type PagePart, readContact, readParts } from '../../db/own-page.ts'
import type { OwnContact } from '../../domain/own-page.ts'
import { showPhone } from '../../domain/phone.ts'
import { type Context, inTransaction } from '../context.ts'
import { asProgram, opened, type PageKey } from './key.ts'

export type OwnPage = {
  /** That whose reference was shown, then what else the same submission became. */
  parts: PagePart[]
  careful: boolean
}

export function readPage(ctx: Context, key: PageKey): Promise<OwnPage> {
  return inTransaction(asProgram(ctx), async trx => {
    const parts = await readParts(trx, await opened(trx, key))
    const first = parts.filter(({ id }) => id === key.id)
    return {
      parts: [...first, ...parts.filter(({ id }) => id !== key.id)],
      careful: parts.some(({ careful }) => careful),
    }
  })
}

/** `seen` tells whether it was changed meanwhile. Null once it is gone. */
export function readOwnContact(ctx: Context, key: PageKey): Promise<{ contact: OwnContact; seen: string } | null> {
  return inTransaction(asProgram(ctx), async trx => {
    await opened(trx, key)
    const stored = await readContact(trx, key.id)
    if (!stored) return null
    const contact = contactOf(stored)
    return { contact: { ...contact, phone: showPhone(contact.phone) }, seen: markOfContact(ctx.secret, contact) }
  })
}

export function contactOf({ phone, email, line1, line2, town, postcode }: OwnContact): OwnContact {
  return { phone, email, line1, line2, town, postcode }
}

export function markOfContact(secret: string, contact: OwnContact): string {
  return sign(secret, 'own contact', JSON.stringify(contactOf(contact))).toString('hex')
}
