/** More about the person: health, and whatever the network defines (FORM-1). */
import type { Demographic, Network } from '../../../db/networks.ts'
import { demographicName, type FormDefinition, fieldsInOrder, isStandard } from '../../../domain/form.ts'
import { wordsIn } from '../../../domain/questions/labels.ts'
import type { T } from '../../../words/index.ts'
import { Checkboxes, Radios } from '../../ui/choices.tsx'
import type { Children } from '../../ui/context.tsx'
import { FormSection } from '../../ui/form.tsx'
import { InEnglish, OwnWords } from '../../ui/own-words.tsx'
import { Select } from '../../ui/select.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { FieldsOf } from './fields.tsx'

/** `asking`, `hint`: as they stand at the field. */
export type AskedDemographic = Demographic & {
  asking: Children
  hint: Children
  isOptional: boolean
  name: string
}

/** In the form's order. Age is not asked: it comes from the date of birth. */
export function demographicsIn({ form, demographics }: Network, t: T): AskedDemographic[] {
  const fields = fieldsInOrder(form).flatMap(
    ({ name }) => form.demographics.find(({ key }) => demographicName(key) === name) ?? [],
  )
  return fields.flatMap(field => askedAs(field, demographics, t) ?? [])
}

function askedAs(field: FormDefinition['demographics'][number], known: Demographic[], t: T): AskedDemographic | null {
  const demographic = known.find(({ key }) => key === field.key)
  if (!demographic || demographic.kind === 'age' || field.show === 'off') return null
  return {
    ...demographic,
    name: demographicName(demographic.key),
    label: field.label ? wordsIn(field.label, t.language) : demographic.label,
    asking: field.label ? <OwnWords words={field.label} /> : <InEnglish>{demographic.label}</InEnglish>,
    hint: field.help ? <OwnWords words={field.help} /> : null,
    isOptional: field.show === 'optional',
  }
}

/** Demographics and health, in the network's order. */
export function DetailsSection({ t, network }: { t: T; network: Network }) {
  const own = demographicsIn(network, t)
  const health = <FieldsOf key="health" t={t} form={network.form} part="details" />
  const fields = fieldsInOrder(network.form).filter(({ part }) => part === 'details')
  return (
    <FormSection id="details" title={t('form.section.details')} hint={t('form.hint.details')}>
      {fields.map(({ name }) => {
        const asked = own.find(one => one.name === name)
        return asked ? <DemographicField key={name} asked={asked} /> : isStandard(name) && health
      })}
    </FormSection>
  )
}

/** Up to six are seen at once; more are kinder in a list. */
const mostRadios = 6

export function DemographicField({ asked }: { asked: AskedDemographic }) {
  const { name, asking: label, kind, hint, isOptional } = asked
  const options = asked.options.filter(({ retired }) => !retired)
  const choices = options.map(option => ({ value: option.key, label: <InEnglish>{option.label}</InEnglish> }))
  const frame = { name, optional: isOptional, ...(hint && { hint }) }
  if (kind === 'number') return <NumberField {...frame} label={label} />
  if (kind === 'several') return <Checkboxes {...frame} legend={label} choices={choices} layout="columns" />
  if (choices.length <= mostRadios) return <Radios {...frame} legend={label} choices={choices} layout="inline" />
  return (
    <Select {...frame} label={label} options={options.map(option => ({ value: option.key, label: option.label }))} />
  )
}
