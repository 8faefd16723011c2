/** The standard fields of a part, in the network's order; two that belong together stand side by side where they follow each other. */
import { contactKeys } from '../../../domain/completing.ts'
import { fieldsInOrder, isStandard, type Section, type StandardField } from '../../../domain/form.ts'
import { Button } from '../../ui/button.tsx'
import { Pair } from '../../ui/form.tsx'
import {
  type Asking,
  StandardChoice,
  StandardDate,
  StandardEmail,
  StandardLongText,
  StandardNumber,
  StandardPhone,
  StandardPostcode,
  StandardText,
  wordContact,
} from './standard-field.tsx'

type Props = Asking & { part: Section }

export function FieldsOf({ t, form, part }: Props) {
  const names = fieldsInOrder(form)
    .filter(field => field.part === part && field.show !== 'off')
    .flatMap(({ name }) => (isStandard(name) ? [name] : []))
  return (
    <>
      {inPairs(names).map(([name, beside]) =>
        beside ? (
          <Pair key={name}>
            {drawn[name]({ t, form })}
            {drawn[beside]({ t, form })}
          </Pair>
        ) : (
          drawn[name]({ t, form })
        ),
      )}
    </>
  )
}

const together: readonly (readonly StandardField[])[] = [
  ['person.firstName', 'person.lastName'],
  ['person.phone', 'person.email'],
]

function inPairs(names: readonly StandardField[]): [StandardField, StandardField?][] {
  const [name, beside, ...rest] = names
  if (!name) return []
  const isPair = beside && together.some(pair => pair.includes(name) && pair.includes(beside))
  return isPair ? [[name, beside], ...inPairs(rest)] : [[name], ...inPairs(names.slice(1))]
}

const text = (name: StandardField, width?: 's') => (asking: Asking) => (
  <StandardText key={name} {...asking} name={name} {...(width && { width })} />
)

const drawn: Readonly<Record<StandardField, (asking: Asking) => preact.JSX.Element>> = {
  'person.title': text('person.title', 's'),
  'person.firstName': text('person.firstName'),
  'person.lastName': text('person.lastName'),
  'person.dateOfBirth': asking => <StandardDate key="dateOfBirth" {...asking} name="person.dateOfBirth" />,
  'person.phone': asking => <StandardPhone key="phone" {...asking} name="person.phone" />,
  'person.email': asking => <StandardEmail key="email" {...asking} name="person.email" />,
  'person.preferredContact': ({ t, form }) => {
    const options = contactKeys(form).map(value => ({ value, label: wordContact(t, form, value) }))
    return <StandardChoice key="preferred" t={t} form={form} name="person.preferredContact" options={options} />
  },
  'address.line1': text('address.line1'),
  'address.line2': text('address.line2'),
  'address.town': text('address.town'),
  'address.county': text('address.county'),
  'address.postcode': asking => (
    <div class="with-button" key="postcode">
      <StandardPostcode {...asking} name="address.postcode" />
      <Button look="quiet" name="go" value="place" icon="map-pin">
        {asking.t('form.showPlace')}
      </Button>
    </div>
  ),
  'details.health': asking => (
    <StandardLongText key="health" {...asking} name="details.health" rows={3} help={asking.t('form.help.health')} />
  ),
  'details.householdSize': asking => (
    <StandardNumber
      key="household"
      {...asking}
      name="details.householdSize"
      help={asking.t('form.help.householdSize')}
    />
  ),
  circumstances: asking => (
    <StandardLongText
      key="circumstances"
      {...asking}
      name="circumstances"
      rows={8}
      help={asking.t('form.hint.circumstances')}
      least={asking.form.circumstancesHint}
    />
  ),
}
