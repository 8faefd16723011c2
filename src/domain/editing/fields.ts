/** Changes to the standard fields, the demographics and the parts of a form: what is asked, in which words and order (FORM-1). */
import {
  demographicName,
  type FieldName,
  type FormDefinition,
  fieldsInOrder,
  isStandard,
  type PartName,
  partsInOrder,
  type Shown,
} from '../form.ts'
import { type AskedField, fieldOf } from '../form-diff.ts'
import { Problem } from '../problem.ts'
import { shifted } from '../registers.ts'
import { inOrder } from './questions.ts'

/** `demographics`: the keys of those that the network has, asked or not. */
export type FieldsEdit =
  | {
      did: 'show_fields'
      shows: Readonly<Record<string, Shown>>
      hint: number
      demographics: readonly string[]
      /** A move made on the same page. */
      then?: ShiftEdit
    }
  | { did: 'change_field'; id: FieldName; words: Omit<AskedField, 'show'>; demographics: readonly string[] }
  | ShiftEdit
export type ShiftEdit =
  | { did: 'shift_field'; id: FieldName; by: -1 | 1; demographics: readonly string[] }
  | { did: 'shift_part'; id: PartName; by: -1 | 1 }

/** Those that the form does not speak of yet stand in it unasked. */
export function withDemographics(form: FormDefinition, keys: readonly string[]): FormDefinition {
  const missing = keys.filter(key => !form.demographics.some(one => one.key === key))
  if (missing.length === 0) return form
  return { ...form, demographics: [...form.demographics, ...missing.map(key => ({ key, show: 'off' as const }))] }
}

export function editFields(form: FormDefinition, edit: FieldsEdit): FormDefinition {
  if (edit.did === 'shift_part') return shiftPart(form, edit.id, edit.by)
  const whole = withDemographics(form, edit.demographics)
  if (edit.did === 'shift_field') return shiftField(whole, edit.id, edit.by)
  if (edit.did === 'change_field')
    return setField(whole, edit.id, { ...edit.words, show: fieldOf(whole, edit.id).show })
  const shown = Object.entries(edit.shows).reduce(
    (now, [name, show]) => setField(now, fieldNamed(whole, name), { ...fieldOf(now, name as FieldName), show }),
    whole,
  )
  const kept = { ...shown, circumstancesHint: edit.hint }
  return edit.then ? editFields(kept, edit.then) : kept
}

function setField(form: FormDefinition, name: FieldName, asked: AskedField): FormDefinition {
  const { show, label, help, list } = asked
  const words = {
    show,
    ...(label?.en && { label }),
    ...(help?.en && { help }),
  } as FormDefinition['demographics'][number]
  if (isStandard(name))
    return { ...form, fields: { ...form.fields, [name]: { ...words, ...(list && list.length > 0 && { list }) } } }
  const demographics = form.demographics.map(one =>
    demographicName(one.key) === name ? { ...words, key: one.key } : one,
  )
  return { ...form, demographics }
}

/** Among the fields of its own part. */
function shiftField(form: FormDefinition, name: FieldName, by: -1 | 1): FormDefinition {
  const fields = fieldsInOrder(form)
  const part = fields.find(one => one.name === fieldNamed(form, name))?.part
  const beside = fields.filter(one => one.part === part).map(one => one.name)
  const moved = shifted(beside, name, by)
  return { ...form, order: fields.map(one => (one.part === part ? (moved.shift() ?? one.name) : one.name)) }
}

function shiftPart(form: FormDefinition, name: PartName, by: -1 | 1): FormDefinition {
  const moved = { ...form, parts: shifted(partsInOrder(form), name, by) }
  const order = partsInOrder(moved)
  const isPlaced = ({ id }: { id: string }) => order.includes(`section.${id}`)
  const placed = order.flatMap(part => form.sections.find(({ id }) => part === `section.${id}`) ?? [])
  const sections = form.sections.map(section => (isPlaced(section) ? (placed.shift() ?? section) : section))
  return inOrder({ ...moved, sections }, form.questions)
}

/** Where parts are in an order of their own, it names them all, and the places of sections are filled in the order of sections. */
export function alignParts(form: FormDefinition): FormDefinition {
  if (form.parts.length === 0) return form
  const order = partsInOrder(form)
  const named = form.sections.map(({ id }) => `section.${id}` as const).filter(name => order.includes(name))
  return { ...form, parts: order.flatMap(part => (part.startsWith('section.') ? (named.shift() ?? []) : part)) }
}

function fieldNamed(form: FormDefinition, name: string): FieldName {
  const found = fieldsInOrder(form).find(one => one.name === name)
  if (!found) throw new Problem('not_found', 'There is no such field.')
  return found.name
}
