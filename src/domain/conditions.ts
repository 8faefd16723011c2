/** Whether a question is asked: FHIR's enableWhen, one evaluator for the server, the browser and the designer's preview. */
import type { Answer, Answers, Condition, EnableWhen, Operator } from './questions/types.ts'

/** What the standard form gives to conditions, beside the answers: needs (category ids), urgent, age, household and demographics. */
export type FormFacts = {
  needs: readonly string[]
  urgent: boolean
  age: number | null
  household: number | null
  demographics: Readonly<Record<string, readonly string[]>>
}
export const noFacts: FormFacts = { needs: [], urgent: false, age: null, household: null, demographics: {} }

/** The names by which conditions speak of them; a demographic is `demographic.<key>`. */
export const factNames = ['needs', 'urgent', 'age', 'household'] as const

export function demographicIn(name: string): string | null {
  return name.startsWith('demographic.') ? name.slice('demographic.'.length) : null
}

export function isEnabled(when: EnableWhen | null, answers: Answers, facts: FormFacts): boolean {
  if (!when) return true
  const holds = (condition: Condition) => compare(answerTo(condition.question, answers, facts), condition)
  return when.behaviour === 'all' ? when.conditions.every(holds) : when.conditions.some(holds)
}

/** An absent answer satisfies nothing but `exists = false`, as in FHIR. */
export function compare(value: Answer, { operator, answer }: Pick<Condition, 'operator' | 'answer'>): boolean {
  const exists = value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  if (operator === 'exists') return exists === (answer !== false)
  return exists && comparisons[operator](value, answer)
}

export function answerTo(name: string, answers: Answers, facts: FormFacts): Answer {
  if (name === 'needs') return [...facts.needs]
  if (name === 'urgent') return facts.urgent
  if (name === 'age' || name === 'household') return facts[name]
  const demographic = demographicIn(name)
  if (demographic === null) return Object.hasOwn(answers, name) ? (answers[name] ?? null) : null
  return [...(facts.demographics[demographic] ?? [])]
}

type Compared = Condition['answer']
const comparisons: Record<Exclude<Operator, 'exists'>, (value: Answer, other: Compared) => boolean> = {
  '=': same,
  '!=': (value, other) => !same(value, other),
  '<': (value, other) => inOrder(value, other, (a, b) => a < b),
  '>': (value, other) => inOrder(value, other, (a, b) => a > b),
  '<=': (value, other) => inOrder(value, other, (a, b) => a <= b),
  '>=': (value, other) => inOrder(value, other, (a, b) => a >= b),
  includes: (value, other) => (Array.isArray(value) ? value.includes(String(other)) : same(value, other)),
}

/** For several, FHIR's rule: any of them. */
function same(value: Answer, other: Compared): boolean {
  return Array.isArray(value) ? value.includes(String(other)) : value === other
}

/** Numbers with numbers, dates with dates; nothing else has an order. A demographic's number comes as it was typed. */
function inOrder(value: Answer, other: Compared, holds: <T extends number | string>(a: T, b: T) => boolean): boolean {
  if (Array.isArray(value) && typeof other === 'number') return value.some(one => holds(Number(one), other))
  if (typeof value === 'number' && typeof other === 'number') return holds(value, other)
  return typeof value === 'string' && typeof other === 'string' && holds(value, other)
}
