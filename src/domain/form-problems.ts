/** What keeps a form from being published: the designer's list of problems. A form without one has no cycle and nothing dangling. */
import { demographicIn, factNames } from './conditions.ts'
import { demographicName, type FieldName, type FormDefinition, shownAs } from './form.ts'
import type { Questions } from './journey.ts'
import { kinds } from './questions/kinds.ts'
import type { Condition, Effect, Operator, Question } from './questions/types.ts'

export type FormProblem = { question: string; code: FormProblemCode; about?: string }
export type FormProblemCode =
  | 'same_id'
  | 'no_section'
  | 'no_options'
  | 'same_option'
  | 'dangling'
  | 'not_earlier'
  | 'operator'
  | 'option_gone'
  | 'bounds'
  | 'category_gone'
  | 'demographic_gone'
  | 'group_gone'
  | 'service_gone'

/** What the network has, that questions may speak of. */
export type Known = {
  categoryIds: readonly string[]
  demographics: readonly {
    key: string
    kind: 'age' | 'single' | 'several' | 'number'
    options: readonly { key: string }[]
  }[]
  serviceIds: readonly string[]
}

/** `known` null: only what the form has in itself is looked at. */
export function problemsOf(form: Questions, known: Known | null): FormProblem[] {
  return form.questions.flatMap((question, at) => [
    ...ownProblems(form, question, at),
    ...(question.enableWhen?.conditions ?? []).flatMap(condition =>
      conditionProblems(form, condition, question, at, known),
    ),
    ...question.effects.flatMap(effect => answerIn(question, effect)),
    ...(known ? question.effects.flatMap(effect => doingProblems(question, effect, known)) : []),
  ])
}

/** What the standard form has to ask so that a fact is known. */
const askedBy: Readonly<Record<string, FieldName>> = { age: 'person.dateOfBirth', household: 'details.householdSize' }

/** Conditions over facts that nothing asks: they never hold, which may be meant and keeps nothing from being published. */
export function unaskedFacts(form: FormDefinition): { question: string; fact: string }[] {
  return form.questions.flatMap(({ id, enableWhen }, at) => {
    const facts = (enableWhen?.conditions ?? []).map(({ question }) => question)
    return [...new Set(facts)].filter(fact => isUnasked(form, fact, at)).map(fact => ({ question: id, fact }))
  })
}

/** A demographic can also be set by an earlier question's answer. */
function isUnasked(form: FormDefinition, fact: string, at: number): boolean {
  const key = demographicIn(fact)
  const field = key === null ? askedBy[fact] : demographicName(key)
  if (!field || shownAs(form, field) !== 'off') return false
  const sets = ({ effects }: Question) =>
    effects.some(({ does }) => does.kind === 'set_demographic' && does.key === key)
  return key === null || !form.questions.slice(0, at).some(sets)
}

function ownProblems({ sections, questions }: Questions, question: Question, at: number): FormProblem[] {
  const { id, kind, options, least, most } = question
  const chosenFrom = kind === 'one_of' || kind === 'several_of'
  const keys = options.map(({ key }) => key)
  return listed(id, {
    same_id: questions.findIndex(one => one.id === id) !== at || factNames.some(fact => fact === id),
    no_section: !sections.some(section => section.id === question.section),
    no_options: chosenFrom && options.length === 0,
    same_option: new Set(keys).size !== keys.length,
    bounds: least !== null && most !== null && least > most,
  })
}

/** A condition may look back and never forward or at itself: that is what makes a cycle impossible. */
function conditionProblems(
  { questions }: Questions,
  condition: Condition,
  { id }: Question,
  at: number,
  known: Known | null,
): FormProblem[] {
  const { question: name, operator, answer } = condition
  if (factNames.some(fact => fact === name)) {
    const gone = name === 'needs' && operator !== 'exists' && known?.categoryIds.includes(String(answer)) === false
    return listed(id, { operator: !factOperators[name]?.includes(operator), category_gone: gone }, name)
  }
  if (demographicIn(name)) return known ? demographicProblems(id, condition, known) : []
  const found = questions.findIndex(one => one.id === name)
  const about = questions[found]
  if (!about) return listed(id, { dangling: true }, name)
  return listed(id, { not_earlier: found >= at, ...answerProblems(about, operator, answer) }, name)
}

function demographicProblems(id: string, { question: name, operator, answer }: Condition, known: Known): FormProblem[] {
  const demographic = known.demographics.find(({ key }) => key === demographicIn(name))
  if (!demographic) return listed(id, { demographic_gone: true }, name)
  const isNumber = demographic.kind === 'number'
  const gone = !isNumber && operator !== 'exists' && !demographic.options.some(({ key }) => key === answer)
  return listed(id, { operator: !demographicOperators(demographic).includes(operator), group_gone: gone }, name)
}

export function demographicOperators({ kind }: Pick<Known['demographics'][number], 'kind'>): readonly Operator[] {
  return kind === 'number' ? kinds.number.operators : kinds.several_of.operators
}

function answerProblems(about: Question, operator: Operator, answer: Condition['answer']) {
  const fromList = about.kind === 'one_of' || about.kind === 'several_of'
  return {
    operator: !kinds[about.kind].operators.includes(operator),
    option_gone: fromList && operator !== 'exists' && !about.options.some(({ key }) => key === answer),
  }
}

function answerIn(question: Question, { operator, answer }: Effect): FormProblem[] {
  return listed(question.id, answerProblems(question, operator, answer))
}

function doingProblems({ id }: Question, { does }: Effect, known: Known): FormProblem[] {
  if (does.kind === 'urgent') return []
  if (does.kind === 'add_need') return listed(id, { category_gone: !known.categoryIds.includes(does.categoryId) })
  if (does.kind !== 'set_demographic') return listed(id, { service_gone: !known.serviceIds.includes(does.serviceId) })
  const demographic = known.demographics.find(({ key }) => key === does.key)
  const group_gone = demographic?.options.some(({ key }) => key === does.group) === false
  return listed(id, { demographic_gone: !demographic, group_gone })
}

export const factOperators: Readonly<Record<string, readonly Operator[]>> = {
  needs: ['exists', 'includes'],
  urgent: ['=', '!='],
  age: kinds.number.operators,
  household: kinds.number.operators,
}

function listed(question: string, found: Partial<Record<FormProblemCode, boolean>>, about?: string): FormProblem[] {
  const codes = Object.entries(found)
    .filter(([, is]) => is)
    .map(([code]) => code as FormProblemCode)
  return codes.map(code => ({ question, code, ...(about && { about }) }))
}
