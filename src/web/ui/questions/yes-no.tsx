/** Yes or no; neither is chosen beforehand. */
import { Radios } from '../choices.tsx'
import { frameOf, type QuestionProps } from './frame.tsx'

export function YesNoQuestion(props: QuestionProps) {
  const { label, ...frame } = frameOf(props)
  const choices = (['yes', 'no'] as const).map(value => ({ value, label: props.t(`question.${value}`) }))
  return <Radios {...frame} legend={label} choices={choices} layout="inline" />
}
