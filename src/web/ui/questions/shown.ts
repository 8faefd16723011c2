/** An answer as it is read: options by their labels, dates in words. */
import { kinds } from '../../../domain/questions/kinds.ts'
import type { Answer, Question } from '../../../domain/questions/types.ts'
import { formatDate, type T } from '../../../words/index.ts'

/** Empty where it was left blank. */
export function showAnswer(t: T, question: Question, answer: Answer): string {
  if (answer === null) return ''
  if (question.kind === 'yes_no') return t(answer === true ? 'question.yes' : 'question.no')
  if (question.kind === 'date') return formatDate(t, String(answer))
  return kinds[question.kind].shown(question, answer, t.language)
}
