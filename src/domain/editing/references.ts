/** Which questions lean on which: a question that others speak of cannot slip away under them. */
import type { Questions } from '../journey.ts'
import type { Question } from '../questions/types.ts'

/** Those whose conditions speak of it, in the form's order. */
export function leaningOn({ questions }: Pick<Questions, 'questions'>, id: string): Question[] {
  return questions.filter(one => one.enableWhen?.conditions.some(({ question }) => question === id))
}

/** Those that would be asked because of nothing else: gone with it, and with each other, all the way down. */
export function fallingWith({ questions }: Pick<Questions, 'questions'>, id: string): Question[] {
  const gone = new Set([id])
  return questions.filter(question => {
    const conditions = question.enableWhen?.conditions ?? []
    const falls = conditions.length > 0 && conditions.every(({ question: name }) => gone.has(name))
    if (falls) gone.add(question.id)
    return falls
  })
}

/** Without what it says of the others; asked always where nothing else was said. */
export function withoutConditionsOn(question: Question, ids: ReadonlySet<string>): Question {
  const { enableWhen } = question
  if (!enableWhen) return question
  const conditions = enableWhen.conditions.filter(({ question: name }) => !ids.has(name))
  return { ...question, enableWhen: conditions.length > 0 ? { ...enableWhen, conditions } : null }
}

/** The question and all that it leans on, however far back: what a preview of it needs. */
export function ancestryOf({ questions }: Pick<Questions, 'questions'>, id: string): Question[] {
  const wanted = new Set([id])
  return questions
    .toReversed()
    .filter(question => {
      if (!wanted.has(question.id)) return false
      for (const { question: name } of question.enableWhen?.conditions ?? []) wanted.add(name)
      return true
    })
    .toReversed()
}
