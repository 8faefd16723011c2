/** Who refers, where they have no account: who they are, where they work, how to reach them. */
import { FormSection } from '../../ui/form.tsx'
import { InsetText } from '../../ui/notice.tsx'
import { EmailField, PhoneField, TextField } from '../../ui/text-field.tsx'
import type { StepProps } from './step-view.tsx'

export function SourceStep({ place: { t, entry } }: StepProps) {
  const partner = entry.organisationName
  return (
    <FormSection id="source" title={t('publicForm.section.source')} hint={t('publicForm.source.hint')}>
      {partner && (
        <InsetText>
          <p>{t('publicForm.source.partner', { name: partner })}</p>
        </InsetText>
      )}
      <TextField name="source.name" label={t('form.source.name')} spellcheck={false} autocomplete="name" />
      {!partner && (
        <TextField
          name="source.organisation"
          label={t('publicForm.source.organisation')}
          autocomplete="organization"
          spellcheck={false}
        />
      )}
      <EmailField
        name="source.email"
        label={t('form.source.email')}
        hint={t('publicForm.source.emailHint')}
        width="l"
        autocomplete="email"
      />
      <PhoneField name="source.phone" label={t('form.source.phone')} optional autocomplete="tel" />
    </FormSection>
  )
}
