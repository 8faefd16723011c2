/** One of a list: all at once while they are few. */
import { Radios } from '../choices.tsx'
import { Select } from '../select.tsx'
import { choicesOf, frameOf, optionsOf, type QuestionProps } from './frame.tsx'

const mostRadios = 8

export function OneOfQuestion(props: QuestionProps) {
  const { label, ...frame } = frameOf(props)
  if (props.question.options.length > mostRadios) return <Select {...frame} label={label} options={optionsOf(props)} />
  return <Radios {...frame} legend={label} choices={choicesOf(props)} />
}
