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
  const heard: Record<string, Answer> = {}
  return questions.filter(question => {
    const asked = isEnabled(question.enableWhen, heard, facts)
    if (asked) heard[question.id] = answers[question.id] ?? null
    return asked
  })
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
  const walked: Walked = { asked: [], answers: {}, errors: [] }
  for (const question of questions) {
    if (!isEnabled(question.enableWhen, walked.answers, facts)) continue
    const read = readAnswer(question, typed[question.id])
    walked.asked.push(question)
    walked.answers[question.id] = read.ok ? read.answer : null
    if (!read.ok) walked.errors.push({ field: `answers.${question.id}`, code: read.code })
  }
  return walked
}

export type Effects = {
  needs: string[]
  urgent: boolean
  demographics: Record<string, string[]>
  ruledIn: string[]
  ruledOut: string[]
}

/** What the answers do: needs they add, urgency, demographics, services ruled in or out. */
export function effectsOf({ asked, answers }: Pick<Walked, 'asked' | 'answers'>): Effects {
  const done = asked.flatMap(({ id, effects }) => effects.filter(effect => compare(answers[id] ?? null, effect)))
  const of = <K extends Effect['does']['kind']>(kind: K) =>
    done.flatMap(({ does }) => (does.kind === kind ? [does as Extract<Effect['does'], { kind: K }>] : []))
  const demographics = Map.groupBy(of('set_demographic'), ({ key }) => key)
  return {
    needs: [...new Set(of('add_need').map(({ categoryId }) => categoryId))],
    urgent: of('urgent').length > 0,
    demographics: Object.fromEntries(
      [...demographics].map(([key, set]) => [key, [...new Set(set.map(({ group }) => group))]]),
    ),
    ruledIn: of('rule_in').map(({ serviceId }) => serviceId),
    ruledOut: of('rule_out').map(({ serviceId }) => serviceId),
  }
}
