/** A question of a network's form, its conditions and what its answers do. FHIR's Questionnaire.item, shortened. */
import { z } from 'zod'

export const questionKinds = ['text', 'long_text', 'number', 'date', 'yes_no', 'one_of', 'several_of'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** FHIR R4 questionnaire-enable-operator, and `includes` for answers of several. */
export const operators = ['exists', '=', '!=', '<', '>', '<=', '>=', 'includes'] as const
export type Operator = (typeof operators)[number]

/** Text, a number, YYYY-MM-DD, yes or no, the key of an option, or the keys of several. Null: not answered. */
export type Answer = string | number | boolean | string[] | null
export type Answers = Readonly<Record<string, Answer>>

export const words = z.strictObject({
  en: z.string().trim().min(1).max(500),
  cy: z.string().trim().max(500).optional(),
})
export const questionId = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const compared = z.union([z.string().max(200), z.number(), z.boolean()])

/** `question`: an earlier question's id, or one of the facts that the standard form gives (see facts in conditions.ts). */
export const condition = z.strictObject({
  question: z.string().max(60),
  operator: z.enum(operators),
  answer: compared,
})
export type Condition = z.infer<typeof condition>

export const enableWhen = z.strictObject({
  behaviour: z.enum(['all', 'any']),
  conditions: z.array(condition).min(1).max(20),
})
export type EnableWhen = z.infer<typeof enableWhen>

/** What an answer does, besides being read. */
export const effect = z.strictObject({
  operator: z.enum(operators),
  answer: compared,
  does: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('add_need'), categoryId: z.uuid() }),
    z.strictObject({ kind: z.literal('urgent') }),
    z.strictObject({ kind: z.literal('set_demographic'), key: z.string().max(40), group: z.string().max(60) }),
    z.strictObject({ kind: z.literal('rule_out'), serviceId: z.uuid() }),
    z.strictObject({ kind: z.literal('rule_in'), serviceId: z.uuid() }),
  ]),
})
export type Effect = z.infer<typeof effect>

export const option = z.strictObject({ key: z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/), label: words })

export const question = z.strictObject({
  id: questionId,
  kind: z.enum(questionKinds),
  section: questionId,
  label: words,
  help: words.optional(),
  required: z.boolean().default(false),
  options: z.array(option).max(60).default([]),
  /** For numbers: the least and the most. */
  least: z.number().nullable().default(null),
  most: z.number().nullable().default(null),
  enableWhen: enableWhen.nullable().default(null),
  effects: z.array(effect).max(20).default([]),
})
export type Question = z.infer<typeof question>

export const section = z.strictObject({ id: questionId, title: words, help: words.optional() })
export type FormSection = z.infer<typeof section>

/** How answers of one kind are checked, compared and shown. `shown` gives keys or text; labels come from the options. */
export type Kind = {
  read(question: Question, typed: unknown): { ok: true; answer: Answer } | { ok: false; code: string }
  operators: readonly Operator[]
  shown(question: Question, answer: Answer, language: 'en' | 'cy'): string
  /** The item type of a FHIR R4 Questionnaire. */
  fhir: 'string' | 'text' | 'decimal' | 'date' | 'boolean' | 'choice'
}
