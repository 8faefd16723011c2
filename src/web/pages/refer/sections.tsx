/** The parts of the form, in its order; those that the network asks nothing of are left out. */
import type { Network } from '../../../db/networks.ts'
import { isStandardPart, type PartName, partsInOrder, type StandardPart } from '../../../domain/form.ts'
import type { T } from '../../../words/index.ts'
import { thePerson } from '../../person-word.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { FormSection, Pair } from '../../ui/form.tsx'
import { EmailField, PhoneField, TextField } from '../../ui/text-field.tsx'
import { ContactSection } from './contact-section.tsx'
import { DetailsSection } from './details-section.tsx'
import type { Draft } from './draft.ts'
import { FieldsOf } from './fields.tsx'
import { NeedsSection } from './needs-section.tsx'
import { type Located, PlaceShown } from './place.tsx'
import { QuestionSection } from './question-section.tsx'

/** `choosing`: the draft whose needs may be those of several networks, or of one organisation first. `connected`: without a draft. */
type Props = {
  t: T
  network: Network
  located: Located | null
  asked: ReadonlySet<string>
  choosing?: { draft: Draft }
  connected?: readonly Network[]
}

export function Sections(props: Props) {
  return (
    <>
      {partsInOrder(props.network.form).map(part =>
        isStandardPart(part) ? parts[part](props) : <QuestionSection key={part} part={part} {...props} />,
      )}
    </>
  )
}

/** One part alone, as the public form shows them. */
export function SectionOf({ part, ...props }: Props & { part: PartName }) {
  return isStandardPart(part) ? parts[part](props) : <QuestionSection part={part} {...props} />
}

const parts: Readonly<Record<StandardPart, (props: Props) => preact.JSX.Element>> = {
  person: ({ t, network }) => (
    <FormSection key="person" id="person" title={thePerson(t, network)}>
      <FieldsOf t={t} form={network.form} part="person" />
    </FormSection>
  ),
  contact: ({ t, network }) => <ContactSection key="contact" t={t} form={network.form} />,
  address: props => <AddressSection key="address" {...props} />,
  details: ({ t, network }) => <DetailsSection key="details" t={t} network={network} />,
  household: ({ t, network }) => (
    <FormSection key="household" id="household" title={t('form.section.household')}>
      <FieldsOf t={t} form={network.form} part="household" />
    </FormSection>
  ),
  source: ({ t }) => <SourceSection key="source" t={t} />,
  needs: ({ t, network, choosing, connected }) => (
    <NeedsSection
      key="needs"
      t={t}
      network={network}
      draft={choosing?.draft ?? null}
      {...(connected && { connected })}
    />
  ),
  circumstances: ({ t, network }) => (
    <FormSection key="circumstances" id="circumstances-section" title={t('form.section.circumstances')}>
      <FieldsOf t={t} form={network.form} part="circumstances" />
    </FormSection>
  ),
}

function AddressSection({ t, network, located }: Props) {
  return (
    <FormSection id="address" title={t('form.section.address')}>
      <div class="address">
        <div class="stack">
          <FieldsOf t={t} form={network.form} part="address" />
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
