/** One of a list: all at once while they are few. */
import { Radios } from '../choices.tsx'
import { Select } from '../select.tsx'
import { choicesOf, frameOf, type QuestionProps } from './frame.ts'

const mostRadios = 8

export function OneOfQuestion(props: QuestionProps) {
  const { label, ...frame } = frameOf(props)
  const choices = choicesOf(props)
  if (choices.length > mostRadios) return <Select {...frame} label={label} options={choices} />
  return <Radios {...frame} legend={label} choices={choices} />
}
