/** Who is told of what. One row per thing that happened; the words are in mail/templates. Nobody is told of what they did themselves. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Happening } from './moves/step.ts'

/** `resume`: a question to the referrer went unanswered, and the clock runs on. */
export type Happened =
  | Happening['action']
  | 'remind'
  | 'escalate'
  | 'resume'
  | 'note'
  | 'file_refused'
  | 'break_glass'
  | 'nobodyCalled'
  | 'contactCorrected'
  | 'withdrawConsent'
/**
 * recipient: the organisation of the event's assignment · recipients: every organisation that was waiting or helping ·
 * holders: those too that had it until they were done with it ·
 * source: a referrer without an account, who reads what `referrer` is told as well · chosen: the users that the event names.
 */
export type Audience =
  | 'recipient'
  | 'recipients'
  | 'holders'
  | 'referrer'
  | 'source'
  | 'coordinator'
  | 'person'
  | 'chosen'
export type Template =
  | 'asked'
  | 'person_sent'
  | 'source_sent'
  | 'accepted'
  | 'split'
  | 'rejected'
  | 'lapsed'
  | 'passed_on'
  | 'question'
  | 'answered'
  | 'unplaced'
  | 'unplaced_referrer'
  | 'returned'
  | 'unmet'
  | 'referred_on'
  | 'closed'
  | 'undone'
  | 'undone_recipient'
  | 'reassigned'
  | 'reassigned_referrer'
  | 'reopened'
  | 'stood_down'
  | 'withdrawn'
  | 'withdrawn_referrer'
  | 'remind'
  | 'escalate'
  | 'unanswered'
  | 'note'
  | 'file_refused'
  | 'break_glass'
  | 'not_called'
  | 'corrected'
  | 'consent_withdrawn'
export type Notice = { to: Audience; template: Template }

// biome-ignore format: a table
export const notices: Record<Happened, readonly Notice[]> = {
  sent:          [{ to: 'source', template: 'source_sent' }, { to: 'person', template: 'person_sent' }],
  asked:         [{ to: 'recipient', template: 'asked' }],
  accept:        [{ to: 'referrer', template: 'accepted' }],
  split:         [{ to: 'referrer', template: 'split' }],
  reject:        [{ to: 'referrer', template: 'rejected' }],
  lapse:         [{ to: 'recipient', template: 'passed_on' }, { to: 'referrer', template: 'lapsed' }],
  ask:           [{ to: 'referrer', template: 'question' }],
  answer:        [{ to: 'recipient', template: 'answered' }],
  referOn:       [{ to: 'referrer', template: 'referred_on' }],
  handBack:      [{ to: 'referrer', template: 'referred_on' }],
  unplaced:      [{ to: 'coordinator', template: 'unplaced' }, { to: 'referrer', template: 'unplaced_referrer' }],
  returned:      [{ to: 'referrer', template: 'returned' }],
  chooseAgain:   [],
  place:         [],
  closeAsUnmet:  [{ to: 'referrer', template: 'unmet' }],
  reopen:        [{ to: 'coordinator', template: 'unplaced' }, { to: 'referrer', template: 'reopened' }],
  close:         [{ to: 'referrer', template: 'closed' }],
  assignOutcome: [],
  undo:          [{ to: 'referrer', template: 'undone' }, { to: 'recipient', template: 'undone_recipient' }],
  reassign:      [{ to: 'recipient', template: 'reassigned' }, { to: 'referrer', template: 'reassigned_referrer' }],
  standDown:     [{ to: 'recipient', template: 'stood_down' }],
  withdraw:      [{ to: 'recipients', template: 'withdrawn' }, { to: 'referrer', template: 'withdrawn_referrer' }],
  remind:        [{ to: 'recipient', template: 'remind' }],
  escalate:      [{ to: 'coordinator', template: 'escalate' }],
  resume:        [{ to: 'coordinator', template: 'unanswered' }],
  note:          [{ to: 'chosen', template: 'note' }],
  break_glass:   [{ to: 'coordinator', template: 'break_glass' }],
  file_refused:  [{ to: 'chosen', template: 'file_refused' }],
  nobodyCalled:  [{ to: 'recipients', template: 'not_called' }, { to: 'coordinator', template: 'not_called' }],
  contactCorrected: [{ to: 'recipients', template: 'corrected' }],
  withdrawConsent: [{ to: 'holders', template: 'consent_withdrawn' }, { to: 'referrer', template: 'consent_withdrawn' }, { to: 'coordinator', template: 'consent_withdrawn' }],
}

/** What somebody may choose about. What is in none of these always goes at once: a letter to the person, or to who is named in it. */
export const noticeKinds = {
  asked: ['asked', 'remind'],
  received: ['answered', 'passed_on', 'undone_recipient', 'reassigned', 'stood_down', 'withdrawn', 'corrected'],
  sent: [
    ...(['accepted', 'split', 'rejected', 'lapsed', 'unplaced_referrer', 'unmet', 'referred_on', 'closed'] as const),
    ...(['undone', 'reassigned_referrer', 'reopened', 'withdrawn_referrer'] as const),
  ],
  question: ['question', 'returned'],
  coordinating: ['unplaced', 'escalate', 'unanswered'],
} as const satisfies Record<string, readonly Template[]>
export type NoticeKind = keyof typeof noticeKinds
export const kindNames = Object.keys(noticeKinds) as NoticeKind[]
export const hows = ['now', 'daily', 'off'] as const
export type How = (typeof hows)[number]

/** Somebody has to know: where nobody else is told, whoever switched it off is told all the same. */
export const duties: readonly NoticeKind[] = ['asked', 'question', 'coordinating']

export function kindOf(template: Template): NoticeKind | null {
  return kindNames.find(kind => (noticeKinds[kind] as readonly Template[]).includes(template)) ?? null
}

/** Of all who could be told of one thing, in the order given: how each of them is. `null`: nothing chosen. The outbox does the same in SQL. */
export function howTold(kind: NoticeKind | null, chosen: readonly (How | null)[]): How[] {
  const wanted = chosen.map(how => (kind === null ? 'now' : (how ?? 'now')))
  const nobody = wanted.every(how => how === 'off')
  return nobody && kind !== null && duties.includes(kind) ? wanted.map(() => 'now') : wanted
}

/** A member is told of nothing until they choose to be, or the organisation chose it for them (`notify`). */
export function defaultHow(
  { role, notify }: { role: 'primary' | 'member' | null; notify: boolean },
  kind: NoticeKind,
): How {
  const isPersonal = kind === 'sent' || kind === 'question' || kind === 'coordinating'
  return isPersonal || role === 'primary' || notify ? 'now' : 'off'
}

/** Whether somebody may switch it off: `others` are told of it too, at once or daily. */
export function mayTurnOff(kind: NoticeKind, others: number): boolean {
  return !duties.includes(kind) || others > 0
}

/** The latest half past seven in the morning, in the United Kingdom, at or before now: what happened before it goes into that day's letter. */
export function digestMoment(now: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/London')
  const today = local.with({ hour: 7, minute: 30, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  const moment = Temporal.ZonedDateTime.compare(today, local) <= 0 ? today : today.subtract({ days: 1 })
  return new Date(moment.epochMilliseconds)
}

export const noticeChoices = z.strictObject({
  asked: z.enum(hows, { error: 'choose' }),
  received: z.enum(hows, { error: 'choose' }),
  sent: z.enum(hows, { error: 'choose' }),
  question: z.enum(hows, { error: 'choose' }),
  coordinating: z.enum(hows, { error: 'choose' }).optional(),
})
export type NoticeChoices = Partial<Record<NoticeKind, How>>
