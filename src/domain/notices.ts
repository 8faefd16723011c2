/** Who is told of what. One row per thing that happened; the words are in mail/templates. Nobody is told of what they did themselves. */
import type { Happening } from './moves/step.ts'

/** `resume`: a question to the referrer went unanswered, and the clock runs on. */
export type Happened = Happening['action'] | 'remind' | 'escalate' | 'resume'
/** recipient: the organisation of the event's assignment · recipients: every organisation that was waiting or helping. */
export type Audience = 'recipient' | 'recipients' | 'referrer' | 'coordinator' | 'person'
export type Template =
  | 'asked'
  | 'person_sent'
  | 'accepted'
  | 'split'
  | 'rejected'
  | 'lapsed'
  | 'passed_on'
  | 'question'
  | 'answered'
  | 'unplaced'
  | 'unplaced_referrer'
  | 'unmet'
  | 'referred_on'
  | 'closed'
  | 'undone'
  | 'reassigned'
  | 'stood_down'
  | 'withdrawn'
  | 'withdrawn_referrer'
  | 'remind'
  | 'escalate'
  | 'unanswered'
export type Notice = { to: Audience; template: Template }

// biome-ignore format: a table
export const notices: Record<Happened, readonly Notice[]> = {
  sent:          [{ to: 'person', template: 'person_sent' }],
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
  place:         [],
  closeAsUnmet:  [{ to: 'referrer', template: 'unmet' }],
  reopen:        [{ to: 'coordinator', template: 'unplaced' }],
  close:         [{ to: 'referrer', template: 'closed' }],
  assignOutcome: [],
  undo:          [{ to: 'referrer', template: 'undone' }],
  reassign:      [{ to: 'recipient', template: 'reassigned' }],
  standDown:     [{ to: 'recipient', template: 'stood_down' }],
  withdraw:      [{ to: 'recipients', template: 'withdrawn' }, { to: 'referrer', template: 'withdrawn_referrer' }],
  remind:        [{ to: 'recipient', template: 'remind' }],
  escalate:      [{ to: 'coordinator', template: 'escalate' }],
  resume:        [{ to: 'coordinator', template: 'unanswered' }],
}
