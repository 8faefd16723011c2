/** NET-1: what the network is called, what it is for, and its word for whoever is referred. */
import type { Key } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { thePerson } from '../../person-word.ts'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { partPage } from './part-page.tsx'
import { PublicAddress } from './public-address.tsx'

const words: Readonly<Record<string, Key>> = {
  'name.required': 'start.network.nameMissing',
  'slug.slug': 'start.network.slugWrong',
  'slug.taken': 'start.network.slugTaken',
  'personWord.required': 'system.details.wordMissing',
  'personWordPlural.required': 'system.details.wordMissing',
}

export const networkDetails = partPage({
  part: 'details',
  path: paths.networkDetails,
  words,
  fields: ({ t }) => (
    <>
      <Card>
        <div class="form">
          <TextField
            name="name"
            label={t('start.network.name')}
            hint={t('start.network.nameHint')}
            autocomplete="off"
          />
          <TextField
            name="slug"
            label={t('start.network.slug')}
            hint={t('system.details.slugHint')}
            autocomplete="off"
            spellcheck={false}
          />
          <TextArea
            name="description"
            label={t('system.details.description')}
            hint={t('system.details.descriptionHint')}
            rows={4}
            width="full"
          />
        </div>
      </Card>
      <Card title={t('system.details.words')} id="words">
        <div class="form">
          <p>{t('system.details.wordsText')}</p>
          <TextField name="personWord" label={t('system.details.one')} hint={t('system.details.oneHint')} width="m" />
          <TextField
            name="personWordPlural"
            label={t('system.details.several')}
            hint={t('system.details.severalHint')}
            width="m"
          />
        </div>
      </Card>
    </>
  ),
  preview: ({ t, network }, values, { var: { ctx } }) => (
    <Card title={t('system.preview.title')} id="preview">
      <Facts
        facts={[
          { name: t('system.details.shown.name'), value: values.name },
          { name: t('system.details.shown.address'), value: new URL(paths.askToJoin(values.slug), ctx.baseUrl).href },
          { name: t('system.details.shown.form'), value: thePerson(t, { settings: values }) },
          { name: t('system.details.shown.consent'), value: t('consent.heading', { person: values.personWord }) },
          {
            name: t('system.details.shown.home'),
            value: t('home.waitingCalledFew', { number: t('home.number.n2'), people: values.personWordPlural }),
          },
        ]}
      />
      {values.slug !== network.slug && (
        <Notice tone="warning">
          <p>{t('system.details.slugChange', { slug: network.slug })}</p>
        </Notice>
      )}
    </Card>
  ),
  more: (settings, { var: { ctx } }) => <PublicAddress settings={settings} baseUrl={ctx.baseUrl} />,
})
