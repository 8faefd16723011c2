/** API-3: what other systems can be told of, how a webhook is set up, and how long a delivery is tried. */
import { z } from 'zod'

/** What a webhook may choose, each with the actions that are told as it. */
export const webhookActions = {
  sent: ['sent'],
  asked: ['asked'],
  accepted: ['accept', 'split'],
  declined: ['reject'],
  passed_on: ['lapse'],
  question: ['ask', 'answer'],
  moved: ['referOn', 'handBack', 'reassign', 'standDown', 'place', 'chooseAgain'],
  unplaced: ['unplaced', 'returned'],
  outcome: ['assignOutcome'],
  closed: ['close', 'closeAsUnmet'],
  reopened: ['reopen', 'undo'],
  withdrawn: ['withdraw'],
} as const satisfies Record<string, readonly string[]>
export type WebhookKind = keyof typeof webhookActions
export const webhookKinds = Object.keys(webhookActions) as WebhookKind[]

/** By action; what is not here is told to no webhook. */
export const kindOfAction: Readonly<Record<string, WebhookKind>> = Object.fromEntries(
  webhookKinds.flatMap(kind => webhookActions[kind].map(action => [action, kind])),
)

export const webhookForm = z.strictObject({
  name: z.string().trim().min(1, { error: 'required' }).max(80, { error: 'too_long' }),
  address: z.string().trim().min(1, { error: 'required' }).max(2000, { error: 'too_long' }),
  kinds: z.array(z.enum(webhookKinds)).min(1, { error: 'choose' }),
})
export type WebhookForm = z.infer<typeof webhookForm>

/** After a change of secret both sign for so long, so that the receiver can change over without missing one. */
export const overlapHours = 24
/** How long the log is kept. */
export const logDays = 30

const minutes = [1, 2, 5, 15, 37, ...Array.from({ length: 23 }, () => 60)]

/** Seconds from the `failures`th failure to the next try; null: a day has passed, and it is held. */
export function retryAfter(failures: number): number | null {
  const wait = minutes[failures - 1]
  return wait === undefined ? null : wait * 60
}

/** What is sent: ids and codes, nothing about a person. Who wants more reads the referral with a token. */
export type Notification = {
  type: `referral.${WebhookKind}`
  timestamp: string
  data: { event: number; network: string; referral: { id: string; reference: string } }
}

/** How much of a referral's history its reader sees decides what they are told of (policy.ts, Extent). */
export function isTold(
  history: 'all' | 'to_exit' | 'own' | 'none',
  event: { at: Date; own: boolean },
  exitAt: Date | null,
): boolean {
  if (history === 'none') return false
  return history === 'all' || event.own || (history === 'to_exit' && exitAt !== null && event.at <= exitAt)
}
