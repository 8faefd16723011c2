/** A network's or an organisation's own question, drawn by its kind (FORM-5): on the form, in the designer's preview, on public pages. */
import type { QuestionKind } from '../../../domain/questions/types.ts'
import { DateQuestion } from './date.tsx'
import type { QuestionProps } from './frame.tsx'
import { LongTextQuestion } from './long-text.tsx'
import { NumberQuestion } from './number.tsx'
import { OneOfQuestion } from './one-of.tsx'
import { SeveralOfQuestion } from './several-of.tsx'
import { TextQuestion } from './text.tsx'
import { YesNoQuestion } from './yes-no.tsx'

const drawn: Readonly<Record<QuestionKind, (props: QuestionProps) => preact.JSX.Element>> = {
  text: TextQuestion,
  long_text: LongTextQuestion,
  number: NumberQuestion,
  date: DateQuestion,
  yes_no: YesNoQuestion,
  one_of: OneOfQuestion,
  several_of: SeveralOfQuestion,
}

/** `hidden`: not asked as things stand; the island `branch` shows it when it is. Values and errors come from the form around it. */
export function QuestionField({ hidden, ...props }: QuestionProps & { hidden?: boolean }) {
  const Drawn = drawn[props.question.kind]
  return (
    <div class="question" data-question={props.question.id} hidden={hidden}>
      <Drawn {...props} />
    </div>
  )
}
