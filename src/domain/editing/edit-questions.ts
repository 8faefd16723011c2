/** Every change to the questions of a form, as data and as a pure function. None leaves a question leaning on what is not there before it. */

import { type FormProblem, type FormProblemCode, problemsOf } from '../form-problems.ts'
import type { Questions } from '../journey.ts'
import { Problem } from '../problem.ts'
import {
  addQuestion,
  changeQuestion,
  deleteQuestion,
  duplicateQuestion,
  type Following,
  type Place,
  placeQuestion,
  type QuestionDraft,
  shiftQuestion,
} from './questions.ts'
import { addSection, changeSection, deleteSection, type SectionDraft, shiftSection } from './sections.ts'

export type QuestionsEdit =
  | { did: 'add_question'; question: QuestionDraft }
  | { did: 'change_question'; id: string; question: QuestionDraft }
  | { did: 'duplicate_question'; id: string; label: string }
  | { did: 'shift_question'; id: string; by: -1 | 1 }
  | { did: 'place_question'; id: string; place: Place }
  | { did: 'delete_question'; id: string; following: Following }
  | { did: 'add_section'; section: SectionDraft }
  | { did: 'change_section'; id: string; section: SectionDraft }
  | { did: 'shift_section'; id: string; by: -1 | 1 }
  | { did: 'delete_section'; id: string }

export type Edited<F> = { form: F; id: string }

/** `id`: of the question or section concerned. Refuses with a Problem whose `about` names the question that would be left hanging. */
export function editQuestions<F extends Questions>(form: F, edit: QuestionsEdit): Edited<F> {
  const edited = applied(form, edit)
  requireSound(form, edited.form)
  return edited
}

/** Of a form brought whole, by a client: what would leave a path through it uncertain, and what it has twice. */
export function faultsOf(form: Questions & { demographics: readonly { key: string }[] }) {
  const twice = [
    ...repeated(form.sections.map(({ id }) => id)).map(id => ({ at: `sections.${id}`, code: 'same_id' })),
    ...repeated(form.demographics.map(({ key }) => key)).map(key => ({
      at: `demographics.${key}`,
      code: 'same_id',
    })),
  ]
  return [...hanging(form).map(({ question, code }) => ({ at: `questions.${question}`, code })), ...twice]
}

/** The edit may not leave more hanging than there was. */
export function requireSound(before: Questions, after: Questions): void {
  const old = new Set(hanging(before).map(nameOf))
  const [first] = hanging(after).filter(problem => !old.has(nameOf(problem)))
  if (!first) return
  const label = after.questions.find(({ id }) => id === first.question)?.label.en ?? first.question
  const words =
    first.code === 'not_earlier'
      ? `“${label}” is asked because of an answer that would then come after it.`
      : `“${label}” is asked because of an answer that would then not exist. Change its condition first.`
  throw new Problem('not_now', words)
}

function applied<F extends Questions>(form: F, edit: QuestionsEdit): Edited<F> {
  switch (edit.did) {
    case 'add_question':
      return addQuestion(form, edit.question)
    case 'change_question':
      return { form: changeQuestion(form, edit.id, edit.question), id: edit.id }
    case 'duplicate_question':
      return duplicateQuestion(form, edit.id, edit.label)
    case 'shift_question':
      return { form: shiftQuestion(form, edit.id, edit.by), id: edit.id }
    case 'place_question':
      return { form: placeQuestion(form, edit.id, edit.place), id: edit.id }
    case 'delete_question':
      return { form: deleteQuestion(form, edit.id, edit.following), id: edit.id }
    default:
      return appliedToSection(form, edit)
  }
}

type SectionEdit = Extract<QuestionsEdit, { did: `${string}_section` }>

function appliedToSection<F extends Questions>(form: F, edit: SectionEdit): Edited<F> {
  switch (edit.did) {
    case 'add_section':
      return addSection(form, edit.section)
    case 'change_section':
      return { form: changeSection(form, edit.id, edit.section), id: edit.id }
    case 'shift_section':
      return { form: shiftSection(form, edit.id, edit.by), id: edit.id }
    case 'delete_section':
      return { form: deleteSection(form, edit.id), id: edit.id }
  }
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
}

const hangingCodes: readonly FormProblemCode[] = [
  'same_id',
  'no_section',
  'dangling',
  'not_earlier',
  'operator',
  'option_gone',
]

/** What makes a path through the form uncertain. What the network's lists lack since is told to the designer instead. */
function hanging(form: Questions): FormProblem[] {
  return problemsOf(form, null).filter(({ code }) => hangingCodes.includes(code))
}

function nameOf({ question, code, about }: FormProblem): string {
  return `${question} ${code} ${about ?? ''}`
}
