/** What keeps a form from being published: the designer's list of problems. A form without one has no cycle and nothing dangling. */
import { factNames } from './conditions.ts'
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

/** What the network has, that questions may speak of. */
export type Known = {
  categoryIds: readonly string[]
  demographics: readonly { key: string; options: readonly { key: string }[] }[]
}

export function problemsOf(form: Questions, known: Known): FormProblem[] {
  return form.questions.flatMap((question, at) => [
    ...ownProblems(form, question, at),
    ...(question.enableWhen?.conditions ?? []).flatMap(condition =>
      conditionProblems(form, condition, question, at, known),
    ),
    ...question.effects.flatMap(effect => effectProblems(question, effect, known)),
  ])
}

function ownProblems({ sections, questions }: Questions, question: Question, at: number): FormProblem[] {
  const { id, kind, options, least, most } = question
  const chosenFrom = kind === 'one_of' || kind === 'several_of'
  const keys = options.map(({ key }) => key)
  return listed(id, {
    same_id: questions.findIndex(one => one.id === id) !== at,
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
  known: Known,
): FormProblem[] {
  const { question: name, operator, answer } = condition
  const demographic = known.demographics.find(({ key }) => `demographic.${key}` === name)
  if (factNames.some(fact => fact === name)) {
    const gone = name === 'needs' && operator !== 'exists' && !known.categoryIds.includes(String(answer))
    return listed(id, { operator: !factOperators[name]?.includes(operator), category_gone: gone }, name)
  }
  if (demographic) {
    const gone = operator !== 'exists' && !demographic.options.some(({ key }) => key === answer)
    return listed(id, { operator: !kinds.several_of.operators.includes(operator), group_gone: gone }, name)
  }
  const found = questions.findIndex(one => one.id === name)
  const about = questions[found]
  if (!about) return listed(id, { dangling: true }, name)
  return listed(id, { not_earlier: found >= at, ...answerProblems(about, operator, answer) }, name)
}

function answerProblems(about: Question, operator: Operator, answer: Condition['answer']) {
  const fromList = about.kind === 'one_of' || about.kind === 'several_of'
  return {
    operator: !kinds[about.kind].operators.includes(operator),
    option_gone: fromList && operator !== 'exists' && !about.options.some(({ key }) => key === answer),
  }
}

function effectProblems(question: Question, { operator, answer, does }: Effect, known: Known): FormProblem[] {
  const demographic =
    does.kind === 'set_demographic' ? known.demographics.find(({ key }) => key === does.key) : undefined
  return listed(question.id, {
    ...answerProblems(question, operator, answer),
    category_gone: does.kind === 'add_need' && !known.categoryIds.includes(does.categoryId),
    demographic_gone: does.kind === 'set_demographic' && !demographic,
    group_gone:
      does.kind === 'set_demographic' &&
      demographic !== undefined &&
      !demographic.options.some(({ key }) => key === does.group),
  })
}

const factOperators: Record<string, readonly Operator[]> = {
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
