/** FORM-6, ORG-1: the questions that one organisation asks whenever it is on the shortlist; the answers go to it and the sender alone. */
import { z } from 'zod'
import type { FormFacts } from './conditions.ts'
import { type Walked, walk } from './journey.ts'
import { type Question, question } from './questions/types.ts'

/** They do nothing but ask: what an answer adds or rules out is the network's to say. */
export const ownQuestions = z.strictObject({
  questions: z.array(question.extend({ effects: z.array(z.never()).max(0).default([]) })).max(60),
})
export type OwnQuestions = z.infer<typeof ownQuestions>

/** All stand in one section, named here because every question stands in one. */
export const ownSection = 'own'

/** Of one organisation, as its network's referrals are asked them. `networkId`: of a connected network, where it is on that one's list (NET-4). */
export type AskedBy = {
  organisationId: string
  organisationName: string
  version: number
  questions: Question[]
  networkId?: string
}

/** Tells apart what one organisation asks in two networks. */
export function askedKey({ organisationId, networkId }: AskedBy): string {
  return networkId ? `${organisationId} ${networkId}` : organisationId
}

/** What each asks of its own, by organisation, and their answers. */
export function walkAll(
  asking: readonly AskedBy[],
  typed: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  facts: FormFacts,
): Map<string, Walked> {
  return new Map(asking.map(one => [one.organisationId, walkOwn(one, typed[one.organisationId] ?? {}, facts)]))
}

/** As `walk`, with the errors at `organisationAnswers.<organisation>.<question>`. */
export function walkOwn(
  { organisationId, questions }: Pick<AskedBy, 'organisationId' | 'questions'>,
  typed: Readonly<Record<string, unknown>>,
  facts: FormFacts,
): Walked {
  const walked = walk({ questions }, typed, facts)
  const errors = walked.errors.map(({ field, code }) => ({ field: ownField(organisationId, field), code }))
  return { ...walked, errors }
}

function ownField(organisationId: string, field: string): string {
  return field.replace(/^answers\./, `organisationAnswers.${organisationId}.`)
}
