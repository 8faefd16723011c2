/** What was filled in, held against the network's form: the one check behind the pages, the API and the public ways alike. */
import type { FormFacts } from './conditions.ts'
import {
  demographicName,
  type FieldName,
  type FormDefinition,
  fieldsInOrder,
  isStandard,
  partsInOrder,
  type StandardField,
  shownAs,
} from './form.ts'
import { type Effects, effectsOf, type Walked, walk, withEffects } from './journey.ts'
import { type AskedBy, walkAll } from './own-questions.ts'
import { ageOn } from './person.ts'
import { type FieldError, preferredContacts, type Submission } from './submission.ts'

/** What the network has, that answers may choose from. */
export type Offered = {
  form: FormDefinition
  categories: ReadonlyMap<string, { retired: boolean }>
  demographics: readonly { key: string; kind: string; options: readonly { key: string }[] }[]
}
export type Completed = {
  /** Without what is not asked, and with what the answers do: needs added, urgent, demographics set. */
  submission: Submission
  /** The network's questions that are asked, and the answers as they are kept. */
  walked: Walked
  effects: Effects
  facts: FormFacts
  /** By organisation: its own questions that are asked, and the answers. */
  own: ReadonlyMap<string, Walked>
  /** Every field at fault once, in the order of the form. */
  errors: FieldError[]
}

/**
 * `filled` is as it was typed: once completed it is not completed again, since what an answer added would count as said.
 * `today`: 2026-03-02. `asking`: organisations on the shortlist with questions of their own.
 */
export function complete(
  offered: Offered,
  filled: Submission,
  today: string,
  asking: readonly AskedBy[] = [],
): Completed {
  const { form } = offered
  const kept = dropUnasked(form, filled)
  const { walked, effects, facts } = hear(offered, kept.answers, factsOfForm(kept, today))
  const own = walkAll(asking, kept.organisationAnswers, facts)
  const submission = applied(offered, kept, effects)
  const errors = [
    ...missingFrom(offered, submission, today),
    ...strayChoices(offered, submission),
    ...walked.errors,
    ...[...own.values()].flatMap(one => one.errors),
  ]
  return { submission, walked, effects, facts, own, errors: inFormOrder(form, errors) }
}

/** The answers alone, with what they do; `facts` are what was said beside them. */
export function hear(
  offered: Offered,
  answers: Submission['answers'],
  facts: FormFacts,
): Pick<Completed, 'walked' | 'effects' | 'facts'> {
  const walked = walk(offered.form, answers, facts)
  const effects = within(offered, effectsOf(walked))
  return { walked, effects, facts: withEffects(facts, effects) }
}

/** What the standard form gives to the questions' conditions. */
export function factsOfForm({ person, details, needs, urgent }: Submission, today: string): FormFacts {
  return {
    ...{ needs, urgent, age: ageOn(person.dateOfBirth, today) },
    ...{ household: details.householdSize, demographics: details.demographics },
  }
}

/** The first error of each field, as somebody meets them going down the form. */
export function inFormOrder(form: FormDefinition, errors: readonly FieldError[]): FieldError[] {
  const fields = fieldsInOrder(form)
  const names = partsInOrder(form).flatMap(part => [
    ...fields.filter(one => one.part === part).map(({ name }): string => name),
    ...form.questions.filter(({ section }) => part === `section.${section}`).map(({ id }) => `answers.${id}`),
    ...(part === 'contact' ? ['safeContact'] : [part]),
  ])
  const place = ({ field }: FieldError) => {
    const found = names.findIndex(name => field === name || field.startsWith(`${name}.`))
    return found < 0 ? names.length : found
  }
  return errors
    .filter((error, at) => errors.findIndex(({ field }) => field === error.field) === at)
    .toSorted((a, b) => place(a) - place(b))
}

/** The keys that may be chosen as the preferred way to be contacted. */
export function contactKeys({ fields }: FormDefinition): readonly string[] {
  const own = fields['person.preferredContact']?.list ?? []
  return own.length > 0 ? own.map(({ key }) => key) : preferredContacts
}

/** A category or demographic that has been retired since the form was published is left alone. */
function within({ categories, demographics }: Offered, effects: Effects): Effects {
  const known = Object.entries(effects.demographics).filter(([key]) => demographics.some(one => one.key === key))
  return {
    ...effects,
    needs: effects.needs.filter(id => categories.get(id)?.retired === false),
    demographics: Object.fromEntries(known),
  }
}

/** Where one answer alone is possible the question's counts; otherwise it joins what was said. */
function applied({ demographics }: Offered, filled: Submission, effects: Effects): Submission {
  const said = filled.details.demographics
  const set = Object.entries(effects.demographics).map(([key, groups]) => {
    const isSeveral = demographics.find(one => one.key === key)?.kind === 'several'
    return [key, isSeveral ? [...new Set([...(said[key] ?? []), ...groups])] : groups.slice(-1)] as const
  })
  return {
    ...filled,
    needs: [...new Set([...filled.needs, ...effects.needs])],
    urgent: filled.urgent || effects.urgent,
    details: { ...filled.details, demographics: { ...said, ...Object.fromEntries(set) } },
  }
}

/** What the form requires, and safe contact wherever there is a way to make contact. */
function missingFrom({ form, demographics }: Offered, filled: Submission, today: string): FieldError[] {
  // Age comes from the date of birth, and what the network has retired is on no page.
  const answerable = (name: FieldName) =>
    isStandard(name) || demographics.some(({ key, kind }) => kind !== 'age' && demographicName(key) === name)
  const blank = fieldsInOrder(form).filter(
    ({ name, show }) => show === 'required' && answerable(name) && isBlank(filled, name),
  )
  return [
    ...blank.map(({ name }) => ({ field: name, code: 'required' })),
    ...(filled.needs.length === 0 ? [{ field: 'needs', code: 'needs' }] : []),
    ...(filled.person.dateOfBirth > today ? [{ field: 'person.dateOfBirth', code: 'date_future' }] : []),
    ...safeContactErrors(filled),
  ]
}

/** Choices that the network does not offer: nobody clicked them. */
function strayChoices({ form, categories, demographics }: Offered, { details, needs, person }: Submission) {
  const stray = demographics.flatMap(({ key, kind, options }) => {
    const offered = kind === 'single' || kind === 'several'
    const given = details.demographics[key] ?? []
    const isStray = offered
      ? given.some(choice => !options.some(option => option.key === choice))
      : given.some(typed => !/^\d{1,6}$/.test(typed))
    return isStray || (kind !== 'several' && given.length > 1) ? [{ field: demographicName(key), code: 'choose' }] : []
  })
  const contact = person.preferredContact === '' || contactKeys(form).includes(person.preferredContact)
  return [
    ...stray,
    ...(contact ? [] : [{ field: 'person.preferredContact', code: 'choose' }]),
    ...(needs.every(id => categories.get(id)?.retired === false) ? [] : [{ field: 'needs', code: 'needs' }]),
  ]
}

/** Fields that the form does not ask are dropped, whatever was posted. */
function dropUnasked(form: FormDefinition, filled: Submission): Submission {
  const off = (name: StandardField) => shownAs(form, name) === 'off'
  const keep = <T extends object>(part: T, prefix: string): T =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        isOff(`${prefix}.${key}`) && typeof value === 'string' ? '' : value,
      ]),
    ) as T
  const isOff = (name: string) => isStandard(name) && off(name)
  const asked = new Set(form.demographics.filter(({ show }) => show !== 'off').map(({ key }) => key))
  const demographics = Object.fromEntries(Object.entries(filled.details.demographics).filter(([key]) => asked.has(key)))
  return {
    ...filled,
    person: keep(filled.person, 'person'),
    address: keep(filled.address, 'address'),
    details: {
      ...keep(filled.details, 'details'),
      householdSize: off('details.householdSize') ? null : filled.details.householdSize,
      demographics,
    },
    circumstances: off('circumstances') ? '' : filled.circumstances,
  }
}

function isBlank(filled: Submission, name: FieldName): boolean {
  if (name === 'circumstances') return filled.circumstances === ''
  if (!isStandard(name)) return !filled.details.demographics[name.slice(demographicName('').length)]?.length
  if (name.startsWith('address.') && filled.address.noFixedAddress) return false
  const [part, key] = name.split('.') as ['person' | 'address' | 'details', string]
  const value = (filled[part] as Record<string, unknown>)[key]
  return value === '' || value === null || value === undefined
}

function safeContactErrors({ person, safeContact }: Submission): FieldError[] {
  if (!safeContact) return person.phone || person.email ? [{ field: 'safeContact.channels', code: 'safe_contact' }] : []
  const needsPhone = safeContact.channels.some(channel => channel === 'phone' || channel === 'text')
  return [
    ...(safeContact.channels.includes('email') && !person.email ? [{ field: 'person.email', code: 'safe_email' }] : []),
    ...(needsPhone && !person.phone ? [{ field: 'person.phone', code: 'safe_phone' }] : []),
  ]
}
