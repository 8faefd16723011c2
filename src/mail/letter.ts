/** A message as it is sent: subject, plain text and its HTML twin, written from the same parts. */
import type { JoiningTemplate } from '../domain/joining.ts'
import type { Template } from '../domain/notices.ts'
import { type Language, type T, translator } from '../words/index.ts'
import { accountChanged, inviteTo, newAddress, newPassword } from './templates/access.ts'
import { digestOf } from './templates/digest.ts'
import { aboutJoining } from './templates/joining.ts'
import { htmlOf } from './templates/layout.tsx'
import { noticeOf, toThePerson } from './templates/notice.ts'
import { toTheSource } from './templates/source.ts'
import { textOf } from './templates/text.ts'

/** A template with what it is written from. `token` is the link's, derived at delivery. */
export type Message =
  | { template: Template; codes: NoticeCodes; referralId: string; source?: SourceCodes }
  | { template: 'reset'; token: string }
  | { template: 'invitation'; token: string }
  | { template: 'email_change'; token: string }
  | { template: 'email_changed' }
  | { template: 'second_step_off' }
  | DigestMessage
  | JoiningMessage
/** `lines`: how many there are; `items` may be fewer. */
export type DigestMessage = {
  template: 'digest'
  items: readonly { template: string; reference: string }[]
  lines: number
}
/** For who referred without an account: `code` opens their page, `answer` ends the address where a question is answered. */
export type SourceCodes = { code: string; answer: string }
/** `id`: of the message. `refusal`: why a request was refused, as the coordinator wrote it. */
export type JoiningMessage = {
  template: JoiningTemplate
  codes: JoiningCodes
  id: string
  token: string
  refusal: string
}
export type JoiningCodes = {
  organisation?: string
  slug?: string
  graceUntil?: string | null
  count?: number
  drafts?: number
  until?: string | null
}
/** `answerBy`: an ISO moment. */
export type NoticeCodes = {
  reference: string
  needs?: readonly string[]
  area?: string | null
  answerBy?: string | null
}

/** Of the network that it is sent for; `colour` is #rrggbb. */
export type Sender = { name: string; colour: string }
export type Envelope = { sender: Sender | null; language: Language; baseUrl: string }

export type Letter = { subject: string; text: string; html: string }
export type Parts = {
  subject: string
  title: string
  paragraphs: readonly string[]
  facts: readonly { label: string; value: string }[]
  link: { label: string; href: string } | null
  after: readonly string[]
  footer: string
}

export function writeLetter(message: Message, envelope: Envelope): Letter {
  const t = translator(envelope.language)
  const sender = envelope.sender ?? { name: t('mail.program'), colour: programColour }
  const parts = partsOf(message, t, oneLine(sender.name), envelope.baseUrl)
  return {
    subject: oneLine(parts.subject),
    text: textOf(parts),
    html: htmlOf(parts, { ...sender, language: envelope.language }),
  }
}

const programColour = '#0b5a4e'

function partsOf(message: Message, t: T, network: string, baseUrl: string): Parts {
  if (message.template === 'reset') return newPassword(t, network, `${baseUrl}/reset-password?token=${message.token}`)
  if (message.template === 'invitation') return inviteTo(t, network, `${baseUrl}/invitation?token=${message.token}`)
  if (message.template === 'email_change')
    return newAddress(t, network, `${baseUrl}/confirm-email?token=${message.token}`)
  if (message.template === 'email_changed') return accountChanged(t, network, 'changed')
  if (message.template === 'second_step_off') return accountChanged(t, network, 'stepOff')
  if (message.template === 'digest') return digestOf(t, network, message, baseUrl)
  if ('refusal' in message) return aboutJoining(t, network, message, baseUrl)
  if (message.template === 'person_sent') return toThePerson(t, network, message.codes.reference)
  if (message.source)
    return toTheSource(message.template, message.codes.reference, message.source, { t, network, href: baseUrl })
  if (message.template === 'source_sent') return toThePerson(t, network, message.codes.reference)
  const href = `${baseUrl}/referrals/${message.referralId}`
  return noticeOf(message.template, message.codes, { t, network, href })
}

/** A header is one line, whatever a network is called. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}
