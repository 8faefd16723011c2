/** A published form as a FHIR R4 Questionnaire. What answers do is the network's own affair and has no place in it. */
import { contactKeys, type Offered } from './completing.ts'
import { fieldsInOrder, isStandard, isStandardPart, type PartName, partsInOrder, type StandardField } from './form.ts'
import { kinds } from './questions/kinds.ts'
import type { Words } from './questions/labels.ts'
import type { Condition, EnableWhen, Question } from './questions/types.ts'

type Extension = { url: string; extension?: Extension[] } & Record<string, unknown>
export type Item = {
  linkId: string
  text: string
  type: string
  required?: boolean
  repeats?: boolean
  readOnly?: boolean
  maxLength?: number
  enableWhen?: Record<string, unknown>[]
  enableBehavior?: 'all' | 'any'
  answerOption?: { valueCoding: { code: string; display: string } }[]
  item?: Item[]
  extension?: Extension[]
  _text?: { extension: Extension[] }
}
export type Questionnaire = {
  resourceType: 'Questionnaire'
  id: string
  url: string
  version: string
  name: string
  title: string
  status: 'active'
  subjectType: ['Patient']
  date?: string
  item: Item[]
}

type Form = Pick<Offered, 'form'> & {
  categories: ReadonlyMap<string, { id: string; label: string; retired: boolean }>
  demographics: readonly {
    key: string
    label: string
    kind: string
    options: readonly { key: string; label: string }[]
  }[]
}
/** `words`: what the standard fields and parts are called where the network has no words of its own. */
export type Naming = { field(name: StandardField): string; part(name: PartName): string; contact(key: string): string }
export type Published = { id: string; url: string; version: number; title: string; at: Date | null }

export function questionnaireOf(form: Form, published: Published, naming: Naming): Questionnaire {
  const { id, url, version, title, at } = published
  return {
    resourceType: 'Questionnaire',
    id,
    url,
    version: String(version),
    name: 'ReferralForm',
    title,
    status: 'active',
    subjectType: ['Patient'],
    ...(at && { date: at.toISOString() }),
    item: [...factsOnly(form), ...partsInOrder(form.form).flatMap(part => groupOf(form, naming, part))],
  }
}

/** FHIR has no empty group: who is referring is known by the token, so there is nothing to ask. */
function groupOf(form: Form, naming: Naming, part: PartName): Item[] {
  const item = isStandardPart(part) ? standardItems(form, naming, part) : ownItems(form, part)
  const about = { linkId: `part.${part}`, type: 'group', ...worded(partWords(form, naming, part)) }
  return item.length > 0 ? [{ ...about, item }] : []
}

function ownItems({ form, demographics }: Form, part: PartName): Item[] {
  return form.questions
    .filter(({ section }) => part === `section.${section}`)
    .map(question => itemOf(question, { questions: form.questions, demographics }))
}

type Asked = { questions: readonly Question[]; demographics: Form['demographics'] }

function itemOf(question: Question, asked: Asked): Item {
  const { id, kind, required, options, enableWhen, help } = question
  const bounds = [extend(minValue, question.least), extend(maxValue, question.most)].flatMap(one => one ?? [])
  return {
    ...{ linkId: id, type: kinds[kind].fhir, required },
    ...worded(question.label),
    ...(kind === 'several_of' && { repeats: true }),
    ...(options.length > 0 && { answerOption: options.map(({ key, label }) => coding(key, label.en)) }),
    ...(enableWhen && conditionsOf(enableWhen, asked)),
    ...(bounds.length > 0 && { extension: bounds }),
    ...(help && { item: [helpItem(id, help)] }),
  }
}

function conditionsOf(
  { behaviour, conditions }: EnableWhen,
  asked: Asked,
): Pick<Item, 'enableWhen' | 'enableBehavior'> {
  return {
    enableWhen: conditions.map(condition => ({
      question: linkOf(condition.question),
      // R4 compares each answer of several: one that is equal is enough, which is what "includes" says.
      operator: condition.operator === 'includes' ? '=' : condition.operator,
      ...answerOf(condition, asked),
    })),
    enableBehavior: behaviour,
  }
}

function answerOf({ question: name, operator, answer }: Condition, { questions }: Asked): Record<string, unknown> {
  if (operator === 'exists') return { answerBoolean: answer !== false }
  if (name === 'needs' || name.startsWith('demographic.')) return { answerCoding: { code: String(answer) } }
  if (name === 'urgent') return { answerBoolean: answer === true }
  if (name === 'age' || name === 'household') return { answerInteger: Math.trunc(Number(answer)) }
  const kind = questions.find(({ id }) => id === name)?.kind
  if (kind === 'one_of' || kind === 'several_of') return { answerCoding: { code: String(answer) } }
  if (kind === 'yes_no') return { answerBoolean: answer === true }
  if (kind === 'number') return { answerDecimal: Number(answer) }
  return kind === 'date' ? { answerDate: String(answer) } : { answerString: String(answer) }
}

/** The names by which conditions speak of the standard form, as items of it. */
function linkOf(name: string): string {
  if (name === 'household') return 'details.householdSize'
  return name.startsWith('demographic.') ? `details.demographics.${name.slice('demographic.'.length)}` : name
}

/** What conditions look at and the form does not ask: the age, and fields that are off. Known, never typed. */
function factsOnly({ form, demographics }: Form): Item[] {
  const spoken = form.questions.flatMap(({ enableWhen }) => enableWhen?.conditions.map(one => one.question) ?? [])
  const asked = fieldsInOrder(form).flatMap(({ name, show }): string[] => (show === 'off' ? [] : [name]))
  const own = [...form.questions.map(({ id }) => id), 'needs', 'urgent', ...asked]
  const missing = [...new Set(spoken.map(linkOf))].filter(link => !own.includes(link))
  return missing.map(linkId => {
    const known = demographics.find(({ key }) => linkId === `details.demographics.${key}`)
    const type = linkId.startsWith('details.demographics.') ? 'choice' : 'integer'
    return {
      ...{ linkId, type, text: known?.label ?? linkId, readOnly: true },
      ...(type === 'choice' && optionsOf(known)),
      extension: [{ url: hidden, valueBoolean: true }],
    }
  })
}

function standardItems(form: Form, naming: Naming, part: PartName): Item[] {
  if (part === 'needs') return needsItems(form, naming)
  if (part === 'source') return []
  return fieldsInOrder(form.form)
    .filter(field => field.part === part && field.show !== 'off')
    .flatMap(({ name, show }) => {
      const required = show === 'required'
      if (isStandard(name)) return [{ ...standardItem(form, naming, name), required }]
      const demographic = form.demographics.find(({ key }) => name === `details.demographics.${key}`)
      return demographic && demographic.kind !== 'age' ? [{ ...demographicItem(demographic), required }] : []
    })
}

function standardItem({ form }: Form, naming: Naming, name: StandardField): Item {
  const own = form.fields[name]
  const about = { linkId: name, ...worded(own?.label ?? { en: naming.field(name) }) }
  if (name === 'person.preferredContact') {
    const labels = new Map(own?.list?.map(({ key, label }) => [key, label.en]))
    const answerOption = contactKeys(form).map(key => coding(key, labels.get(key) ?? naming.contact(key)))
    return { ...about, type: 'choice', answerOption }
  }
  if (name === 'details.householdSize') return { ...about, type: 'integer' }
  // A year alone is an answer too, and FHIR's date takes one.
  if (name === 'person.dateOfBirth') return { ...about, type: 'date' }
  return { ...about, type: name === 'circumstances' || name === 'details.health' ? 'text' : 'string' }
}

function demographicItem({ key, label, kind, options }: Form['demographics'][number]): Item {
  const about = { linkId: `details.demographics.${key}`, text: label }
  if (kind === 'number') return { ...about, type: 'integer' }
  return { ...about, type: 'choice', repeats: kind === 'several', ...optionsOf({ options }) }
}

function needsItems({ categories }: Form, naming: Naming): Item[] {
  const offered = [...categories.values()].filter(({ retired }) => !retired)
  return [
    {
      ...{ linkId: 'needs', text: naming.part('needs'), type: 'choice', repeats: true },
      ...(offered.length > 0 && { answerOption: offered.map(({ id, label }) => coding(id, label)) }),
    },
    { linkId: 'urgent', text: 'Urgent', type: 'boolean' },
  ]
}

function partWords({ form }: Form, naming: Naming, part: PartName): Words {
  const own = form.sections.find(({ id }) => part === `section.${id}`)
  return own?.title ?? { en: naming.part(part) }
}

function optionsOf(
  given: { options: readonly { key: string; label: string }[] } | undefined,
): Pick<Item, 'answerOption'> {
  const answerOption = (given?.options ?? []).map(({ key, label }) => coding(key, label))
  return answerOption.length > 0 ? { answerOption } : {}
}

function coding(code: string, display: string) {
  return { valueCoding: { code, display } }
}

function worded({ en, cy }: Words): Pick<Item, 'text' | '_text'> {
  if (!cy) return { text: en }
  const parts = [
    { url: 'lang', valueCode: 'cy' },
    { url: 'content', valueString: cy },
  ]
  return { text: en, _text: { extension: [{ url: translation, extension: parts }] } }
}

function helpItem(id: string, help: Words): Item {
  const control = { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'help' }] }
  return {
    ...{ linkId: `${id}.help`, type: 'display' },
    ...worded(help),
    extension: [{ url: itemControl, valueCodeableConcept: control }],
  }
}

function extend(url: string, value: number | null): Extension | null {
  return value === null ? null : { url, valueDecimal: value }
}

const base = 'http://hl7.org/fhir/StructureDefinition'
const [minValue, maxValue] = [`${base}/minValue`, `${base}/maxValue`]
const [hidden, translation] = [`${base}/questionnaire-hidden`, `${base}/translation`]
const itemControl = `${base}/questionnaire-itemControl`
