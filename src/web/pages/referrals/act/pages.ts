/** Every action's page as a row: what it asks, in which order, and how its button looks. The words are in words/en/act.ts under the same names. */
import type { Action } from '../../../../domain/lifecycle.ts'
import type { Key } from '../../../../words/index.ts'
import type { ButtonLook } from '../../../ui/button.tsx'

export type AskedField = 'keep' | 'needs' | 'outcomes' | 'reason' | 'service' | 'note'
export type PagedAction = Exclude<Action, 'lapse'>
type ActionPage = {
  asks: readonly AskedField[]
  look?: ButtonLook
  /** What the note is called here. */
  note?: Key
  noteHint?: Key
  noteNeeded?: boolean
  /** A service need not be chosen: what happens then. */
  otherwise?: 'next' | 'later'
}

// biome-ignore format: a table
export const actionPages = {
  accept:        { asks: [] },
  reject:        { asks: ['reason', 'note'], look: 'warning', note: 'referral.act.field.noteReason', noteHint: 'referral.act.field.noteReasonHint' },
  split:         { asks: ['keep', 'service', 'note'], otherwise: 'next', note: 'referral.act.field.noteMessage', noteHint: 'referral.act.field.noteMessageHint' },
  ask:           { asks: ['note'], note: 'referral.act.field.noteQuestion', noteHint: 'referral.act.field.noteReasonHint', noteNeeded: true },
  answer:        { asks: ['note'], note: 'referral.act.field.noteAnswer', noteHint: 'referral.act.field.noteReasonHint', noteNeeded: true },
  referOn:       { asks: ['service', 'note'], note: 'referral.act.field.noteMessage', noteHint: 'referral.act.field.noteMessageHint' },
  handBack:      { asks: ['note'], note: 'referral.act.field.noteWhy', noteHint: 'referral.act.field.noteMessageHint', noteNeeded: true },
  assignOutcome: { asks: ['outcomes', 'note'], note: 'referral.act.field.noteOutcome' },
  close:         { asks: ['outcomes', 'note'], note: 'referral.act.field.noteClosing' },
  undo:          { asks: [] },
  reassign:      { asks: ['service', 'note'], otherwise: 'later', note: 'referral.act.field.noteCoordinator' },
  standDown:     { asks: ['note'], note: 'referral.act.field.noteCoordinator' },
  place:         { asks: ['needs', 'service', 'note'], note: 'referral.act.field.noteMessage', noteHint: 'referral.act.field.noteMessageHint' },
  chooseAgain:   { asks: ['needs', 'service', 'note'], note: 'referral.act.field.noteMessage', noteHint: 'referral.act.field.noteMessageHint' },
  closeAsUnmet:  { asks: ['needs', 'reason', 'note'], look: 'warning', note: 'referral.act.field.noteReason', noteHint: 'referral.act.field.noteReasonHint' },
  reopen:        { asks: ['needs', 'note'], note: 'referral.act.field.noteCoordinator' },
  withdraw:      { asks: ['reason', 'note'], look: 'warning', note: 'referral.act.field.noteReason', noteHint: 'referral.act.field.noteReasonHint' },
} as const satisfies Record<PagedAction, ActionPage>

/** The choice of no service in particular: an input without a value could not be shown as chosen. */
export const noService = 'none'

export function pageOf(action: PagedAction): ActionPage {
  return actionPages[action]
}

export function isPaged(action: string): action is PagedAction {
  return Object.hasOwn(actionPages, action)
}
