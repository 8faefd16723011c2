/** The path through a form: which questions are asked, given the answers so far. Derived each time, so that changing an answer changes the path. */
import { compare, type FormFacts, isEnabled } from './conditions.ts'
import { readAnswer } from './questions/kinds.ts'
import type { Answer, Answers, Effect, FormSection, Question } from './questions/types.ts'

export type Questions = { sections: readonly FormSection[]; questions: readonly Question[] }

/** A question is asked when its conditions hold over the answers of questions that are themselves asked, earlier in the form. */
export function askedQuestions(
  { questions }: Pick<Questions, 'questions'>,
  answers: Answers,
  facts: FormFacts,
): Question[] {
  return pass(questions, facts, ({ id }) => answers[id] ?? null).asked
}

export type Walked = {
  asked: Question[]
  /** Of the questions asked alone: an answer to one that is not asked is dropped. */
  answers: Record<string, Answer>
  errors: { field: string; code: string }[]
}

/** Checks what was typed, question by question down the path; an answer that cannot be read counts as none. */
export function walk(
  { questions }: Pick<Questions, 'questions'>,
  typed: Readonly<Record<string, unknown>>,
  facts: FormFacts,
): Walked {
  const errors: Walked['errors'] = []
  const path = pass(questions, facts, question => {
    const read = readAnswer(question, Object.hasOwn(typed, question.id) ? typed[question.id] : null)
    if (!read.ok) errors.push({ field: `answers.${question.id}`, code: read.code })
    return read.ok ? read.answer : null
  })
  return { ...path, errors }
}

/** Once from the first question to the last; what an answer does counts for the conditions after it. */
function pass(questions: readonly Question[], facts: FormFacts, answerTo: (question: Question) => Answer) {
  const asked: Question[] = []
  const answers: Record<string, Answer> = {}
  let known = facts
  for (const question of questions) {
    if (!isEnabled(question.enableWhen, answers, known)) continue
    asked.push(question)
    answers[question.id] = answerTo(question)
    if (question.effects.length > 0) known = withEffects(known, effectsOf({ asked: [question], answers }))
  }
  return { asked, answers }
}

/** `question`: whose answer it was. */
export type Ruling = { serviceId: string; question: string }
export type Effects = {
  needs: string[]
  urgent: boolean
  demographics: Record<string, string[]>
  ruledIn: Ruling[]
  ruledOut: Ruling[]
}

export const noEffects: Effects = { needs: [], urgent: false, demographics: {}, ruledIn: [], ruledOut: [] }

/** What the answers do: needs they add, urgency, demographics, services ruled in or out. */
export function effectsOf({ asked, answers }: Pick<Walked, 'asked' | 'answers'>): Effects {
  const done = asked.flatMap(({ id, effects }) =>
    effects.filter(effect => compare(answers[id] ?? null, effect)).map(({ does }) => ({ does, question: id })),
  )
  const of = <K extends Effect['does']['kind']>(kind: K) =>
    done.flatMap(({ does, question }) =>
      does.kind === kind ? [{ ...(does as Extract<Effect['does'], { kind: K }>), question }] : [],
    )
  const demographics = Map.groupBy(of('set_demographic'), ({ key }) => key)
  const ruling = ({ serviceId, question }: Ruling): Ruling => ({ serviceId, question })
  return {
    needs: [...new Set(of('add_need').map(({ categoryId }) => categoryId))],
    urgent: of('urgent').length > 0,
    demographics: Object.fromEntries(
      [...demographics].map(([key, set]) => [key, [...new Set(set.map(({ group }) => group))]]),
    ),
    ruledIn: of('rule_in').map(ruling),
    ruledOut: of('rule_out').map(ruling),
  }
}

/** Which services the answers that are kept rule in and out, long after they were given. */
export function rulingsOf(
  given: readonly { question: Question; value: Answer }[],
): Pick<Effects, 'ruledIn' | 'ruledOut'> {
  const asked = given.map(({ question }) => question)
  const answers = Object.fromEntries(given.map(({ question, value }) => [question.id, value]))
  const { ruledIn, ruledOut } = effectsOf({ asked, answers })
  return { ruledIn, ruledOut }
}

/** The facts once an answer has done what it does. */
export function withEffects(facts: FormFacts, { needs, urgent, demographics }: Effects): FormFacts {
  return {
    ...facts,
    needs: [...new Set([...facts.needs, ...needs])],
    urgent: facts.urgent || urgent,
    demographics: { ...facts.demographics, ...demographics },
  }
}
