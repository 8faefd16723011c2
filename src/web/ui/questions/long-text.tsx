/** Several lines of text. */
import { TextArea } from '../text-area.tsx'
import { frameOf, type QuestionProps } from './frame.tsx'

export function LongTextQuestion(props: QuestionProps) {
  return <TextArea {...frameOf(props)} width="full" rows={4} spellcheck />
}
