/** How to reach the person, and how it is safe to (FORM-1): every automatic message obeys it. */
import { channels, contactTimes } from '../../../domain/safe-contact.ts'
import type { T } from '../../../words/index.ts'
import { Checkboxes, Radios } from '../../ui/choices.tsx'
import { FormSection } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FieldsOf } from './fields.tsx'
import { type Asking, isAsked } from './standard-field.tsx'

export function ContactSection({ t, form }: Asking) {
  return (
    <FormSection id="contact" title={t('form.section.contact')}>
      <FieldsOf t={t} form={form} part="contact" />
      {isAsked(form, 'person.phone', 'person.email') && <SafeContact t={t} />}
    </FormSection>
  )
}

export function SafeContact({ t }: { t: T }) {
  const ways = channels.map(value => ({ value, label: t(`form.contactBy.${value}`) }))
  const none = { value: 'none', label: t('form.safe.none'), hint: t('form.safe.noneHint') }
  return (
    <div class="safe-contact">
      <Checkboxes
        name="safeContact.channels"
        legend={t('form.safe.legend')}
        hint={t('form.safe.hint')}
        choices={[...ways, none]}
      />
      <div class="stack">
        <Radios
          name="safeContact.voicemail"
          legend={t('form.safe.voicemail')}
          layout="inline"
          choices={(['yes', 'no', 'not_asked'] as const).map(value => ({
            value,
            label: t(`form.safe.voicemailAnswer.${value}`),
          }))}
        />
        <Checkboxes
          name="safeContact.times"
          legend={t('form.safe.times')}
          hint={t('form.safe.timesHint')}
          layout="inline"
          choices={contactTimes.map(value => ({ value, label: t(`form.safe.time.${value}`) }))}
        />
        <TextField name="safeContact.timesNote" label={t('form.safe.timesNote')} optional autocomplete="off" />
        <TextField
          name="safeContact.avoid"
          label={t('form.safe.avoid')}
          hint={t('form.safe.avoidHint')}
          optional
          autocomplete="off"
        />
      </div>
    </div>
  )
}
