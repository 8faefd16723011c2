/** An answer to one of the network's own questions, in words. */
import { wordsIn } from '../../../domain/questions/labels.ts'
import type { Answer, Question } from '../../../domain/questions/types.ts'
import { formatDate, formatList, type T } from '../../../words/index.ts'

export function answerWords(t: T, { kind, options }: Question, answer: Answer): string {
  if (answer === null || answer === '') return t('common.notGiven')
  if (typeof answer === 'boolean') return t(answer ? 'common.yes' : 'common.no')
  const label = (key: string) => {
    const option = options.find(one => one.key === key)
    return option ? wordsIn(option.label, t.language) : key
  }
  if (Array.isArray(answer)) return answer.length > 0 ? formatList(t, answer.map(label)) : t('common.notGiven')
  if (kind === 'one_of') return label(String(answer))
  return kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(answer)) ? formatDate(t, String(answer)) : String(answer)
}
