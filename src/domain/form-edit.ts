/** Every change that coordinators make to a form: as data, applied by one pure function. */
import { type Edited, editQuestions, type QuestionsEdit, requireSound } from './editing/edit-questions.ts'
import { alignParts, editFields, type FieldsEdit, withDemographics } from './editing/fields.ts'
import { type FormDefinition, fieldsInOrder, shownAs } from './form.ts'
import { fieldOf } from './form-diff.ts'

export type FormEdit = QuestionsEdit | FieldsEdit

export function editForm(form: FormDefinition, edit: FormEdit): Edited<FormDefinition> {
  if (isFieldsEdit(edit)) {
    const edited = editFields(form, edit)
    requireSound(form, edited)
    return { form: alignParts(edited), id: edit.did === 'show_fields' ? '' : edit.id }
  }
  const edited = editQuestions(form, edit)
  return { ...edited, form: alignParts(edited.form) }
}

/** What the edit changes, as it is now: so that two who change the same thing at once can be told. */
export function subjectOf(form: FormDefinition, edit: FormEdit): unknown {
  if (edit.did === 'show_fields') return shownIn(form, edit.demographics)
  if (edit.did === 'change_field') return fieldOf(form, edit.id)
  if (!('id' in edit)) return null
  return form.questions.find(({ id }) => id === edit.id) ?? form.sections.find(({ id }) => id === edit.id) ?? null
}

/** Which fields are asked, and from how many characters on the circumstances need no more. */
export function shownIn(form: FormDefinition, demographics: readonly string[]) {
  const whole = withDemographics(form, demographics)
  const shows = fieldsInOrder(whole).map(({ name }) => `${name} ${shownAs(whole, name)}`)
  return [whole.circumstancesHint, shows.sort()]
}

function isFieldsEdit(edit: FormEdit): edit is FieldsEdit {
  return edit.did.includes('field') || edit.did === 'shift_part'
}
