/** From a queued message to a letter that may go now, later, or not at all. */
import { linkToken } from '../actions/link-token.ts'
import { ownCode } from '../actions/own-code.ts'
import type { Queued } from '../db/outbox.ts'
import { type JoiningTemplate, joiningTemplates } from '../domain/joining.ts'
import { mayEmail, safeMoment } from '../domain/safe-contact.ts'
import { isSingleAddress } from '../mail/address.ts'
import {
  type DigestMessage,
  type JoiningCodes,
  type Letter,
  type Message,
  type NoticeCodes,
  writeLetter,
} from '../mail/letter.ts'
import type { Post } from '../mail/mailer.ts'

export type Site = { baseUrl: string; secret: string }
export type Ready =
  | { kind: 'post'; post: Post }
  | { kind: 'later'; until: Date }
  | { kind: 'aside'; as: 'held' | 'dropped'; why: string }

export function prepare(queued: Queued, site: Site, now: Date): Ready {
  const { address: to, messageId } = queued
  if (to === null) return { kind: 'aside', as: 'dropped', why: 'nobody' }
  if (!isSingleAddress(to)) return { kind: 'aside', as: 'held', why: 'address' }
  const letter = letterOf(queued, site)
  return queued.toPerson
    ? forThePerson(queued, letter, to, now)
    : { kind: 'post', post: { ...letter, to, messageId, date: now } }
}

export function letterOf(queued: Queued, site: Site): Letter {
  const { networkName: name, networkColour: colour, language } = queued
  const sender = name === null ? null : { name, colour: colour ?? '#0b5a4e' }
  return writeLetter(messageOf(queued, site), { sender, language, baseUrl: site.baseUrl })
}

/** FORM-1: asked again at the moment of sending, with the whole text: what is safe may have changed. */
function forThePerson({ safeContact, messageId }: Queued, letter: Letter, to: string, now: Date): Ready {
  if (!safeContact || !mayEmail(safeContact, `${letter.subject}\n${letter.text}`))
    return { kind: 'aside', as: 'dropped', why: 'not_safe' }
  const moment = safeMoment(safeContact, now)
  if (moment > now) return { kind: 'later', until: moment }
  return { kind: 'post', post: { ...letter, to, messageId, date: now } }
}

function messageOf(queued: Queued, { secret }: Site): Message {
  const { id, template, codes, referralId, invitationId, refusal, toSource } = queued
  if (template === 'reset') return { template, token: linkToken(secret, template, id) }
  if (template === 'invitation') return { template, token: linkToken(secret, template, invitationId ?? '') }
  if (template === 'email_change') return { template, token: linkToken(secret, 'email', String(codes.emailChange)) }
  if (template === 'email_changed') return { template }
  if (template === 'second_step_off') return { template }
  if (template === 'digest') return { template, ...(codes as Pick<DigestMessage, 'items' | 'lines'>) }
  if (isJoining(template)) {
    const token = template === 'confirm' ? linkToken(secret, template, id) : ''
    return { template, codes: codes as JoiningCodes, id, token, refusal: refusal ?? '' }
  }
  const notice = { template, codes: codes as NoticeCodes, referralId: referralId ?? '' }
  if (!toSource) return notice
  return {
    ...notice,
    source: { code: ownCode(secret, notice.referralId), answer: `${id}?token=${linkToken(secret, 'question', id)}` },
  }
}

function isJoining(template: Queued['template']): template is JoiningTemplate {
  return (joiningTemplates as readonly string[]).includes(template)
}
