/** Several of a list. */
import { Checkboxes } from '../choices.tsx'
import { choicesOf, frameOf, type QuestionProps } from './frame.tsx'

const mostInOneColumn = 6

export function SeveralOfQuestion(props: QuestionProps) {
  const { label, ...frame } = frameOf(props)
  const choices = choicesOf(props)
  const layout = choices.length > mostInOneColumn ? 'columns' : 'list'
  return <Checkboxes {...frame} legend={label} choices={choices} layout={layout} />
}
