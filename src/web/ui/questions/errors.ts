/** What is wrong with an answer, as its question would say it. */
import { wordsIn } from '../../../domain/questions/labels.ts'
import type { Question } from '../../../domain/questions/types.ts'
import type { FieldError } from '../../../domain/submission.ts'
import type { T } from '../../../words/index.ts'
import type { FormErrors } from '../context.tsx'

/** `questions` by the name of their input, as the errors name them; other fields' errors are left to others. */
export function wordAnswers(t: T, errors: readonly FieldError[], questions: ReadonlyMap<string, Question>): FormErrors {
  const own = errors.flatMap(({ field, code }) => {
    const question = questions.get(field)
    return question ? [[field, wordAnswer(t, question, code)] as const] : []
  })
  return Object.fromEntries(own)
}

function wordAnswer(t: T, { kind, label, least, most }: Question, code: string): string {
  const question = wordsIn(label, t.language)
  if (code === 'required') return t(`question.error.required.${kind}`, { question })
  if (code === 'too_small') return t('question.error.tooSmall', { question, least: least ?? '' })
  if (code === 'too_big') return t('question.error.tooBig', { question, most: most ?? '' })
  const known = (['number', 'date', 'too_long', 'choose'] as const).find(one => one === code)
  return t(`question.error.${known ?? 'invalid'}`, { question })
}
