/** What every kind of question is drawn from: its words in the viewer's language, and the name of its input. */
import { wordsIn } from '../../../domain/questions/labels.ts'
import type { Question } from '../../../domain/questions/types.ts'
import type { T } from '../../../words/index.ts'
import { OwnWords } from '../own-words.tsx'

/** `name`: the input's; `answers.<id>`, or `organisationAnswers.<organisation>.<id>`. */
export type QuestionProps = { t: T; question: Question; name: string }

export function frameOf({ question, name }: QuestionProps) {
  return {
    name,
    label: <OwnWords words={question.label} />,
    optional: !question.required,
    ...(question.help && { hint: <OwnWords words={question.help} /> }),
  }
}

export function choicesOf({ question }: QuestionProps) {
  return question.options.map(({ key, label }) => ({ value: key, label: <OwnWords words={label} /> }))
}

/** An option of a list is plain text. */
export function optionsOf({ t, question }: QuestionProps) {
  return question.options.map(({ key, label }) => ({
    ...{ value: key, label: wordsIn(label, t.language) },
    ...(t.language === 'cy' && !label.cy && { lang: 'en' as const }),
  }))
}
