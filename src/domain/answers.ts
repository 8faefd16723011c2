/** What each action asks for: one schema per action, used by its page, the API and the tests. */
import { z } from 'zod'
import type { Action } from './lifecycle.ts'

const text = z.string().trim().max(5000, { error: 'too_long' })
const note = text.default('')
const service = z.uuid({ error: 'service' })
const needs = z.array(z.uuid()).min(1, { error: 'needs' }).max(20)
/** The person was asked again and agreed: needed for a service beyond the consent that was given. */
const consentAgain = z.boolean().default(false)
const outcomes = z.record(z.uuid(), z.union([z.literal(''), z.uuid({ error: 'outcome' })])).default({})

export const answers = {
  accept: z.strictObject({}),
  reject: z.strictObject({ reasonId: z.uuid({ error: 'reason' }), note }),
  split: z.strictObject({
    keep: z.array(z.uuid()).min(1, { error: 'keep' }).max(20),
    serviceId: z.union([z.literal(''), service]).default(''),
    note,
    consentAgain,
  }),
  referOn: z.strictObject({ serviceId: service, note, consentAgain }),
  handBack: z.strictObject({ note: text.min(1, { error: 'message' }) }),
  ask: z.strictObject({ note: text.min(1, { error: 'question' }) }),
  answer: z.strictObject({ note: text.min(1, { error: 'answer' }) }),
  assignOutcome: z.strictObject({ outcomes, note }),
  close: z.strictObject({ outcomes, note }),
  undo: z.strictObject({}),
  lapse: z.strictObject({}),
  reassign: z.strictObject({ serviceId: z.union([z.literal(''), service]).default(''), note, consentAgain }),
  standDown: z.strictObject({ note }),
  place: z.strictObject({ needs, serviceId: service, note, consentAgain }),
  chooseAgain: z.strictObject({ needs, serviceId: service, note, consentAgain }),
  closeAsUnmet: z.strictObject({ needs, reasonId: z.uuid({ error: 'reason' }), note }),
  reopen: z.strictObject({ needs, note }),
  withdraw: z.strictObject({ reasonId: z.uuid({ error: 'reason' }), note }),
} as const satisfies Record<Action, z.ZodType>

export type Answers<A extends Action = Action> = z.infer<(typeof answers)[A]>
