/** The parts of the form, in its order; those that the network asks nothing of are left out. */
import type { Network } from '../../../db/networks.ts'
import type { Section } from '../../../domain/form.ts'
import type { T } from '../../../words/index.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { FormSection, Pair } from '../../ui/form.tsx'
import { EmailField, PhoneField, TextField } from '../../ui/text-field.tsx'
import { ContactSection } from './contact-section.tsx'
import { DetailsSection, demographicsIn } from './details-section.tsx'
import { NeedsSection } from './needs-section.tsx'
import { type Located, PlaceShown } from './place.tsx'
import {
  type Asking,
  isAsked,
  StandardDate,
  StandardLongText,
  StandardNumber,
  StandardPostcode,
  StandardText,
} from './standard-field.tsx'

export type Part = Section | 'source' | 'needs'
type Props = { t: T; network: Network; located: Located | null }

/** The section's anchor: needs and circumstances leave theirs to the field that an error leads to. */
export function anchorOf(part: Part): string {
  return part === 'needs' || part === 'circumstances' ? `${part}-section` : part
}

export function partsOf(network: Network, t: T): Part[] {
  const { form } = network
  const asked: [Part, boolean][] = [
    ['person', true],
    ['contact', isAsked(form, 'person.phone', 'person.email', 'person.preferredContact')],
    ['address', isAsked(form, 'address.line1', 'address.line2', 'address.town', 'address.county', 'address.postcode')],
    ['details', isAsked(form, 'details.health') || demographicsIn(network, t).length > 0],
    ['household', isAsked(form, 'details.householdSize')],
    ['source', true],
    ['needs', true],
    ['circumstances', isAsked(form, 'circumstances')],
  ]
  return asked.filter(([, shown]) => shown).map(([part]) => part)
}

export function Sections(props: Props) {
  return <>{partsOf(props.network, props.t).map(part => parts[part](props))}</>
}

const parts: Readonly<Record<Part, (props: Props) => preact.JSX.Element>> = {
  person: ({ t, network }) => <PersonSection key="person" t={t} form={network.form} />,
  contact: ({ t, network }) => <ContactSection key="contact" t={t} form={network.form} />,
  address: props => <AddressSection key="address" {...props} />,
  details: ({ t, network }) => <DetailsSection key="details" t={t} network={network} />,
  household: ({ t, network }) => (
    <FormSection key="household" id="household" title={t('form.section.household')}>
      <StandardNumber t={t} form={network.form} name="details.householdSize" help={t('form.help.householdSize')} />
    </FormSection>
  ),
  source: ({ t }) => <SourceSection key="source" t={t} />,
  needs: ({ t, network }) => <NeedsSection key="needs" t={t} network={network} />,
  circumstances: ({ t, network }) => <CircumstancesSection key="circumstances" t={t} form={network.form} />,
}

function PersonSection({ t, form }: Asking) {
  return (
    <FormSection id="person" title={t('form.section.person')}>
      <StandardText t={t} form={form} name="person.title" width="s" />
      <Pair>
        <StandardText t={t} form={form} name="person.firstName" />
        <StandardText t={t} form={form} name="person.lastName" />
      </Pair>
      <StandardDate t={t} form={form} name="person.dateOfBirth" />
    </FormSection>
  )
}

function AddressSection({ t, network, located }: Props) {
  const { form } = network
  return (
    <FormSection id="address" title={t('form.section.address')}>
      <div class="address">
        <div class="stack">
          <StandardText t={t} form={form} name="address.line1" />
          <StandardText t={t} form={form} name="address.line2" />
          <StandardText t={t} form={form} name="address.town" />
          <StandardText t={t} form={form} name="address.county" />
          {isAsked(form, 'address.postcode') && <Postcode t={t} form={form} />}
          <Checkbox
            name="address.noFixedAddress"
            label={t('form.noFixedAddress')}
            hint={t('form.noFixedAddressHint')}
          />
        </div>
        <div id="place" class="place" aria-live="polite">
          <PlaceShown t={t} network={network} located={located} />
        </div>
      </div>
    </FormSection>
  )
}

function Postcode({ t, form }: Asking) {
  return (
    <div class="with-button">
      <StandardPostcode t={t} form={form} name="address.postcode" />
      <Button look="quiet" name="go" value="place" icon="map-pin">
        {t('form.showPlace')}
      </Button>
    </div>
  )
}

function SourceSection({ t }: { t: T }) {
  return (
    <FormSection id="source" title={t('form.section.source')} hint={t('form.hint.source')}>
      <Pair>
        <TextField name="source.name" label={t('form.source.name')} spellcheck={false} autocomplete="name" />
        <TextField name="source.organisation" label={t('form.source.organisation')} autocomplete="organization" />
        <EmailField name="source.email" label={t('form.source.email')} autocomplete="email" />
        <PhoneField name="source.phone" label={t('form.source.phone')} autocomplete="tel" />
      </Pair>
    </FormSection>
  )
}

function CircumstancesSection({ t, form }: Asking) {
  return (
    <FormSection id="circumstances-section" title={t('form.section.circumstances')}>
      <StandardLongText
        t={t}
        form={form}
        name="circumstances"
        rows={8}
        help={t('form.hint.circumstances')}
        least={form.circumstancesHint}
      />
    </FormSection>
  )
}
