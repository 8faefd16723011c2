/** What every kind of question is drawn from: its words in the viewer's language, and the name of its input. */
import { wordsIn } from '../../../domain/questions/labels.ts'
import type { Question } from '../../../domain/questions/types.ts'
import type { T } from '../../../words/index.ts'

/** `name`: the input's; `answers.<id>`, or `organisationAnswers.<organisation>.<id>`. */
export type QuestionProps = { t: T; question: Question; name: string }

export function frameOf({ t, question, name }: QuestionProps) {
  const hint = question.help && wordsIn(question.help, t.language)
  return {
    name,
    label: wordsIn(question.label, t.language),
    optional: !question.required,
    ...(hint && { hint }),
  }
}

export function choicesOf({ t, question }: QuestionProps): { value: string; label: string }[] {
  return question.options.map(({ key, label }) => ({ value: key, label: wordsIn(label, t.language) }))
}
