/** The form one section at a time, for those who come by a link: which steps, in which order, and which fields belong to each. */
import { type FormDefinition, isStandard, type PartName, partsInOrder, standardFields } from './form.ts'

/** `services`: who would be asked. `own`: what those organisations ask. `equality`: what is asked only to see whether help is fair. */
export type PublicStep = PartName | 'services' | 'own' | 'consent' | 'check' | 'equality'

export type PublicForm = {
  form: FormDefinition
  /** People refer themselves: nobody else refers. */
  self: boolean
  /** Questions that the answers so far ask for. */
  asked: ReadonlySet<string>
  /** Some organisation on the list asks something of its own. */
  ownAsked: boolean
  /** Keys of the demographics asked at the end. */
  later: ReadonlySet<string>
}

/** Who refers comes first; sections whose questions nobody is asked, and parts that have nothing left to ask, are left out. */
export function publicSteps({ form, self, asked, ownAsked, later }: PublicForm): PublicStep[] {
  const parts = partsInOrder(withoutLater(form, later)).filter(part => part !== 'source' && isAsked(form, part, asked))
  return [
    ...(self ? [] : (['source'] as const)),
    ...parts,
    'services',
    ...(ownAsked ? (['own'] as const) : []),
    'consent',
    'check',
    ...(later.size > 0 ? (['equality'] as const) : []),
  ]
}

/** On which step a field is asked, by its name in a form: 'person.firstName', 'answers.rent', 'needs'. */
export function stepOf({ form, later }: Pick<PublicForm, 'form' | 'later'>, field: string): PublicStep | null {
  const name = field.replace(/^(person\.dateOfBirth)-(?:day|month|year)$/, '$1')
  if (isStandard(name)) return standardFields[name]
  const [part = '', key = ''] = name.split('.')
  if (part === 'details') return key === 'demographics' && later.has(name.split('.')[2] ?? '') ? 'equality' : 'details'
  if (part === 'answers') return sectionOf(form, key.replace(/-(?:day|month|year)$/, ''))
  if (part === 'organisationAnswers') return 'own'
  return Object.hasOwn(always, part) ? always[part as keyof typeof always] : null
}

const always = {
  ...{ safeContact: 'contact', address: 'address', source: 'source' },
  ...{ needs: 'needs', urgent: 'needs', restricted: 'needs' },
} as const satisfies Record<string, PublicStep>

type Demographic = { key: string; kind: string }

/**
 * Optional choices that neither a service (`restricting`) nor a condition looks at: they help nobody to decide, so they are asked
 * at the end, where they can be passed over.
 */
export function laterDemographics(
  form: FormDefinition,
  demographics: readonly Demographic[],
  restricting: readonly string[],
): Set<string> {
  const conditions = form.questions.flatMap(({ enableWhen }) => enableWhen?.conditions ?? [])
  const deciding = new Set([
    ...restricting,
    ...conditions.map(({ question }) => question.replace(/^demographic\./, '')),
  ])
  const chosen = new Set(
    demographics.filter(({ kind }) => kind === 'single' || kind === 'several').map(({ key }) => key),
  )
  return new Set(
    form.demographics
      .filter(({ key, show }) => show === 'optional' && chosen.has(key) && !deciding.has(key))
      .map(({ key }) => key),
  )
}

export function withoutLater(form: FormDefinition, later: ReadonlySet<string>): FormDefinition {
  return withDemographics(form, key => !later.has(key))
}

/** Nothing but what is asked at the end. */
export function onlyLater(form: FormDefinition, later: ReadonlySet<string>): FormDefinition {
  return { ...withDemographics(form, key => later.has(key)), fields: {} }
}

function withDemographics(form: FormDefinition, keep: (key: string) => boolean): FormDefinition {
  return { ...form, demographics: form.demographics.filter(({ key }) => keep(key)) }
}

function isAsked(form: FormDefinition, part: PartName, asked: ReadonlySet<string>): boolean {
  if (!part.startsWith('section.')) return true
  return form.questions.some(({ id, section }) => part === `section.${section}` && asked.has(id))
}

function sectionOf(form: FormDefinition, questionId: string): PublicStep | null {
  const found = form.questions.find(({ id }) => id === questionId)
  return found ? `section.${found.section}` : null
}
