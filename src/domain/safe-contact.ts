/** How it is safe to reach a person (FORM-1). Every automatic message asks here first; silence means no. */
import { z } from 'zod'
import { isOpen, nextOpen, openingHours, type Span } from './hours.ts'
import { Problem } from './problem.ts'

export const channels = ['phone', 'text', 'email', 'letter'] as const
export const contactTimes = ['mornings', 'afternoons', 'evenings', 'weekends'] as const

/** No channels: none is safe. No times: any. `avoid` are words that must not be said or written, as typed. */
export const safeContact = z.strictObject({
  channels: z.array(z.enum(channels)).max(channels.length),
  times: z.array(z.enum(contactTimes)).max(contactTimes.length).default([]),
  timesNote: z.string().trim().max(300).default(''),
  voicemail: z.enum(['yes', 'no', 'not_asked']).default('not_asked'),
  avoid: z.string().trim().max(500).default(''),
})
export type SafeContact = z.infer<typeof safeContact>
export type Channel = (typeof channels)[number]

/** `message` is the whole text to be sent, subject too: a word to avoid in it stops it. */
export function mayEmail(record: SafeContact | null, message = ''): boolean {
  return maySend('email', record, message)
}

export function mayText(record: SafeContact | null, message = ''): boolean {
  return maySend('text', record, message)
}

export function mayLeaveVoicemail(record: SafeContact | null): boolean {
  return record?.voicemail === 'yes' && record.channels.includes('phone')
}

/** The first moment from `at` on when an automatic message suits the times the person gave. */
export function safeMoment(record: SafeContact, at: Date): Date {
  const week = openingHours(
    record.times.flatMap(time => spansOf[time]),
    { closedOnBankHolidays: false },
  )
  if (record.times.length === 0 || isOpen(week, at)) return at
  return nextOpen(week, at)?.at ?? at
}

/** Asked whenever a phone or an email is given; a channel that is said to be safe needs the means to use it. */
export function checkSafeContact(
  person: { phone?: string | null; email?: string | null },
  record: SafeContact | null,
): void {
  if (!record && (person.phone || person.email)) refuse('not_asked', 'Say how it is safe to contact the person.')
  if (record?.channels.includes('email') && !person.email)
    refuse('no_email', 'Give the email address that is safe to use.')
  if (record?.channels.some(isByPhone) && !person.phone)
    refuse('no_phone', 'Give the phone number that is safe to use.')
}

function maySend(channel: Channel, record: SafeContact | null, message: string): boolean {
  return record?.channels.includes(channel) === true && !saysWordToAvoid(record, message)
}

function saysWordToAvoid({ avoid }: SafeContact, message: string): boolean {
  const said = plain(message)
  return avoid
    .split(/[,;\n]/)
    .map(plain)
    .some(words => words.trim() !== '' && said.includes(words))
}

/** Whole words between single spaces, so that "aid" is not found in "paid". */
function plain(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  return words ? ` ${words.join(' ')} ` : ' '
}

const isByPhone = (channel: Channel) => channel === 'phone' || channel === 'text'
const onDays = (days: number[], opens: string, closes: string): Span[] =>
  days.map(weekday => ({ weekday, opens, closes }))
const weekdays = [1, 2, 3, 4, 5]
const spansOf = {
  mornings: onDays(weekdays, '09:00', '12:00'),
  afternoons: onDays(weekdays, '12:00', '17:00'),
  evenings: onDays(weekdays, '17:00', '20:00'),
  weekends: onDays([6, 7], '09:00', '17:00'),
} as const satisfies Record<(typeof contactTimes)[number], Span[]>

function refuse(reason: string, words: string): never {
  throw new Problem('invalid', words, { field: 'safeContact', reason })
}
