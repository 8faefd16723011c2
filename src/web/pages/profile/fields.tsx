/** The questions of each part of an organisation's entry. */
import type { VNode } from 'preact'
import type { ProfileSection } from '../../../domain/profile.ts'
import { Card } from '../../ui/card.tsx'
import { Checkboxes } from '../../ui/choices.tsx'
import { Pair } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { EmailField, PhoneField, PostcodeField, TextField } from '../../ui/text-field.tsx'
import { HoursFields } from './hours.tsx'
import type { Entry } from './load.ts'

type Props = { entry: Entry }

export const fields: Record<ProfileSection, (props: Props) => VNode> = {
  about: About,
  contact: Contact,
  access: Access,
  hours: HoursFields,
  guidance: Guidance,
}

function About({ entry: { t, network, kinds, profile } }: Props) {
  const labels = kinds.map(({ label }) => label)
  const all = profile.kind && !labels.includes(profile.kind) ? [...labels, profile.kind] : labels
  const choices = [...network.categories.values()].filter(({ retired }) => !retired)
  return (
    <>
      <Card>
        <div class="stack">
          <TextField name="name" label={t('profile.name')} spellcheck={false} maxlength={200} />
          <Select name="kind" label={t('profile.kind')} options={all.map(label => ({ value: label, label }))} />
          <TextArea
            name="description"
            label={t('profile.description')}
            hint={t('profile.descriptionHint')}
            width="full"
          />
        </div>
      </Card>
      <Card>
        <Checkboxes
          name="categoryIds"
          legend={t('profile.categories')}
          hint={t('profile.categoriesHint', { network: network.name })}
          choices={choices.map(({ id, label }) => ({ value: id, label }))}
          layout="columns"
          large
        />
      </Card>
    </>
  )
}

function Contact({ entry: { t } }: Props) {
  return (
    <>
      <Card>
        <div class="stack">
          <TextField name="address1" label={t('profile.address1')} optional />
          <TextField name="address2" label={t('profile.address2')} optional />
          <Pair>
            <TextField name="city" label={t('profile.city')} optional />
            <PostcodeField name="postcode" label={t('common.postcode')} optional />
          </Pair>
          <p class="small">{t('profile.venues')}</p>
        </div>
      </Card>
      <Card>
        <div class="stack">
          <PhoneField name="phone" label={t('common.phone')} optional />
          <EmailField name="email" label={t('common.email')} optional width="l" />
          <TextField name="website" label={t('profile.website')} optional spellcheck={false} />
          <EmailField
            name="teamInbox"
            label={t('profile.teamInbox')}
            hint={t('profile.teamInboxHint')}
            optional
            width="l"
          />
        </div>
      </Card>
    </>
  )
}

function Access({ entry: { t, facilities } }: Props) {
  return (
    <>
      <Card>
        <div class="stack">
          <TextField
            name="languages"
            label={t('profile.languages')}
            hint={t('profile.languagesHint')}
            optional
            width="full"
          />
          <TextArea
            name="interpreters"
            label={t('profile.interpreters')}
            hint={t('profile.interpretersHint')}
            optional
            rows={3}
          />
        </div>
      </Card>
      <Card>
        <div class="stack">
          {facilities.length > 0 && (
            <Checkboxes
              name="facilities"
              legend={t('profile.facilities')}
              choices={facilities.map(({ id, label }) => ({ value: id, label }))}
              layout="columns"
            />
          )}
          <TextArea name="access" label={t('profile.access')} hint={t('profile.accessHint')} optional rows={3} />
        </div>
      </Card>
    </>
  )
}

function Guidance({ entry: { t } }: Props) {
  return (
    <Card>
      <TextArea
        name="referralGuidance"
        label={t('profile.guidance')}
        hint={t('profile.guidanceHint')}
        rows={8}
        width="full"
      />
    </Card>
  )
}
