/** Changes to one question of a form: its place among the others, its copy, its end. */
import { factNames } from '../conditions.ts'
import type { Questions } from '../journey.ts'
import { Problem } from '../problem.ts'
import type { Question } from '../questions/types.ts'
import { keyFor } from '../registers.ts'
import { fallingWith, withoutConditionsOn } from './references.ts'

export type QuestionDraft = Omit<Question, 'id'>
export type Place = { section: string; at: number }

/** What happens to questions that were asked because of the one that goes: asked always, or gone too. */
export const followings = ['asked_always', 'gone_too'] as const
export type Following = (typeof followings)[number]

/** At the end of its section. */
export function addQuestion<F extends Questions>(form: F, draft: QuestionDraft): { form: F; id: string } {
  const id = newId(form, draft.label.en)
  return { form: inOrder(form, [...form.questions, { id, ...draft }]), id }
}

export function changeQuestion<F extends Questions>(form: F, id: string, draft: QuestionDraft): F {
  const before = questionOf(form, id)
  const changed = { id, ...draft }
  if (before.section === draft.section)
    return inOrder(
      form,
      form.questions.map(one => (one.id === id ? changed : one)),
    )
  return inOrder(form, [...without(form, id), changed])
}

/** Right after it. `label`: how the copy is called. */
export function duplicateQuestion<F extends Questions>(form: F, id: string, label: string): { form: F; id: string } {
  const original = questionOf(form, id)
  const copy = { ...original, id: newId(form, label), label: { en: label.slice(0, 500) } }
  const questions = form.questions.flatMap(one => (one.id === id ? [one, copy] : [one]))
  return { form: inOrder(form, questions), id: copy.id }
}

/** One place earlier or later; beyond its section's end, into the section beside it. */
export function shiftQuestion<F extends Questions>(form: F, id: string, by: -1 | 1): F {
  const { section } = questionOf(form, id)
  const beside = form.questions.filter(one => one.section === section)
  const at = beside.findIndex(one => one.id === id) + by
  if (at >= 0 && at < beside.length) return placeQuestion(form, id, { section, at })
  const next = form.sections[form.sections.findIndex(one => one.id === section) + by]
  if (!next) return form
  const end = form.questions.filter(one => one.section === next.id).length
  return placeQuestion(form, id, { section: next.id, at: by === -1 ? end : 0 })
}

/** `at`: how many of the section's other questions stand before it. */
export function placeQuestion<F extends Questions>(form: F, id: string, { section, at }: Place): F {
  const question = { ...questionOf(form, id), section }
  const others = without(form, id)
  const beside = others.filter(one => one.section === section)
  const next = beside[Math.max(0, at)]
  const index = next ? others.indexOf(next) : others.length
  return inOrder(form, others.toSpliced(index, 0, question))
}

export function deleteQuestion<F extends Questions>(form: F, id: string, following: Following): F {
  questionOf(form, id)
  const gone = new Set([id, ...(following === 'gone_too' ? fallingWith(form, id).map(one => one.id) : [])])
  const left = form.questions.filter(one => !gone.has(one.id)).map(one => withoutConditionsOn(one, gone))
  return { ...form, questions: left }
}

export function questionOf({ questions }: Pick<Questions, 'questions'>, id: string): Question {
  const found = questions.find(one => one.id === id)
  if (!found) throw new Problem('not_found', 'This question is no longer in the form.')
  return found
}

/** Sections come one after the other, so the questions of one stand together. */
export function inOrder<F extends Questions>(form: F, questions: readonly Question[]): F {
  const rank = (question: Question) => form.sections.findIndex(({ id }) => id === question.section)
  return { ...form, questions: questions.toSorted((a, b) => rank(a) - rank(b)) }
}

/** Made of the words and kept for good; never one by which conditions speak of something else, nor the address of a new one. */
function newId({ questions }: Questions, label: string): string {
  return keyFor(label, [...questions.map(({ id }) => id), ...factNames, 'new'])
}

function without({ questions }: Questions, id: string): Question[] {
  return questions.filter(one => one.id !== id)
}
