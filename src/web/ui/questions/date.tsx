/** A whole date, in three boxes. */
import { DateField } from '../date-field.tsx'
import { frameOf, type QuestionProps } from './frame.tsx'

export function DateQuestion(props: QuestionProps) {
  const { label, ...frame } = frameOf(props)
  return <DateField hint={props.t('question.dateHint')} {...frame} legend={label} />
}
