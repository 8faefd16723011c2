/** More about the person: health, and whatever the network defines (FORM-1). */
import type { Demographic, Network } from '../../../db/networks.ts'
import type { FormDefinition } from '../../../domain/form.ts'
import type { T } from '../../../words/index.ts'
import { Checkboxes, Radios } from '../../ui/choices.tsx'
import { FormSection } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { StandardLongText } from './standard-field.tsx'

export type AskedDemographic = Demographic & { hint: string | null; isOptional: boolean; name: string }

/** In the form's order. Age is not asked: it comes from the date of birth. */
export function demographicsIn({ form, demographics }: Network, t: T): AskedDemographic[] {
  return form.demographics.flatMap(field => askedAs(field, demographics, t) ?? [])
}

function askedAs(field: FormDefinition['demographics'][number], known: Demographic[], t: T): AskedDemographic | null {
  const demographic = known.find(({ key }) => key === field.key)
  if (!demographic || demographic.kind === 'age' || field.show === 'off') return null
  return {
    ...demographic,
    name: `details.demographics.${demographic.key}`,
    label: field.label?.[t.language] ?? field.label?.en ?? demographic.label,
    hint: field.help?.[t.language] ?? field.help?.en ?? null,
    isOptional: field.show === 'optional',
  }
}

export function DetailsSection({ t, network }: { t: T; network: Network }) {
  return (
    <FormSection id="details" title={t('form.section.details')} hint={t('form.hint.details')}>
      {demographicsIn(network, t).map(asked => (
        <DemographicField key={asked.key} asked={asked} />
      ))}
      <StandardLongText t={t} form={network.form} name="details.health" rows={3} help={t('form.help.health')} />
    </FormSection>
  )
}

/** Up to six are seen at once; more are kinder in a list. */
const mostRadios = 6

function DemographicField({ asked }: { asked: AskedDemographic }) {
  const { name, label, kind, hint, isOptional } = asked
  const choices = asked.options
    .filter(({ retired }) => !retired)
    .map(option => ({ value: option.key, label: option.label }))
  const frame = { name, optional: isOptional, ...(hint && { hint }) }
  if (kind === 'number') return <NumberField {...frame} label={label} />
  if (kind === 'several') return <Checkboxes {...frame} legend={label} choices={choices} layout="columns" />
  if (choices.length <= mostRadios) return <Radios {...frame} legend={label} choices={choices} layout="inline" />
  return <Select {...frame} label={label} options={choices} />
}
