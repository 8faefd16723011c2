/** One line of text. */
import { TextField } from '../text-field.tsx'
import { frameOf, type QuestionProps } from './frame.tsx'

export function TextQuestion(props: QuestionProps) {
  return <TextField {...frameOf(props)} width="l" autocomplete="off" />
}
