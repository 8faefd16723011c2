/** A number; its bounds are said beforehand, unless the network says something itself. */
import { DecimalField } from '../text-field.tsx'
import { frameOf, type QuestionProps } from './frame.tsx'

export function NumberQuestion(props: QuestionProps) {
  const bounds = boundsOf(props)
  return <DecimalField {...(bounds && { hint: bounds })} {...frameOf(props)} autocomplete="off" />
}

function boundsOf({ t, question: { least, most } }: QuestionProps): string | null {
  if (least !== null && most !== null) return t('question.between', { least, most })
  if (least !== null) return t('question.least', { least })
  return most === null ? null : t('question.most', { most })
}
