/** The kinds of question that a network can ask (FORM-5). A kind is how an answer is checked, compared and shown. */
import { dateKind } from './date.ts'
import { numberKind } from './number.ts'
import { oneOfKind } from './one-of.ts'
import { severalOfKind } from './several-of.ts'
import { longTextKind, textKind } from './text.ts'
import type { Answer, Kind, Question, QuestionKind } from './types.ts'
import { yesNoKind } from './yes-no.ts'

export const kinds = {
  text: textKind,
  long_text: longTextKind,
  number: numberKind,
  date: dateKind,
  yes_no: yesNoKind,
  one_of: oneOfKind,
  several_of: severalOfKind,
} as const satisfies Record<QuestionKind, Kind>

/** The answer as it is kept, or the code of what is wrong with it. Blank is null. */
export function readAnswer(
  question: Question,
  typed: unknown,
): { ok: true; answer: Answer } | { ok: false; code: string } {
  if (isBlank(typed)) return question.required ? { ok: false, code: 'required' } : { ok: true, answer: null }
  return kinds[question.kind].read(question, typed)
}

export function isBlank(typed: unknown): boolean {
  if (typed === undefined || typed === null) return true
  if (typeof typed === 'string') return typed.trim() === ''
  return Array.isArray(typed) && typed.length === 0
}
