/** The parts of the form in the network's order, each with its fields, asked or not. */
import { withDemographics } from '../../../../domain/editing/fields.ts'
import {
  demographicName,
  type FieldInForm,
  type FieldName,
  fieldsInOrder,
  isStandard,
  type PartName,
  partsInOrder,
  standardParts,
} from '../../../../domain/form.ts'
import { wordsIn } from '../../../../domain/questions/labels.ts'
import type { T } from '../../../../words/index.ts'
import { type Designer, demographicKeys } from './load.ts'

/** `asks`: whether anything of it is asked, so that it has a place to be moved from. */
export type FieldGroup = { part: PartName; title: string; asks: boolean; fields: FieldInForm[] }

export function groupsIn(on: Designer): FieldGroup[] {
  const { t, form } = on
  const keys = demographicKeys(on)
  const isThere = ({ name }: FieldInForm) => isStandard(name) || keys.some(key => demographicName(key) === name)
  const fields = fieldsInOrder(withDemographics(form, keys)).filter(isThere)
  const asking = partsInOrder(form)
  const silent = standardParts.filter(part => !asking.includes(part))
  return [...asking, ...silent].map(part => ({
    part,
    title: titleOf(on, t, part),
    asks: asking.includes(part),
    fields: fields.filter(field => field.part === part),
  }))
}

function titleOf({ form }: Designer, t: T, part: PartName): string {
  const section = form.sections.find(({ id }) => part === `section.${id}`)
  if (section) return wordsIn(section.title, t.language)
  const standard = standardParts.find(one => one === part)
  return standard ? t(`form.section.${standard}`) : part
}

/** As the network calls it, or as it is called where the network says nothing. */
export function nameOfField({ network }: Pick<Designer, 'network'>, t: T, name: FieldName): string {
  if (isStandard(name)) return t(`form.label.${name}`)
  return network.demographics.find(({ key }) => demographicName(key) === name)?.label ?? name
}
