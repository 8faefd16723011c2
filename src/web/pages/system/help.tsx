/** NET-1, NAV-1: who helps with the network, as it then stands at the foot of each of its pages. */
import type { Key } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { HelpText } from '../../ui/footer.tsx'
import { EmailField, PhoneField, TextField } from '../../ui/text-field.tsx'
import { partPage } from './part-page.tsx'

const words: Readonly<Record<string, Key>> = {
  'helpName.required': 'system.help.nameMissing',
  'technicalHelp.link': 'system.help.technicalWrong',
}

export const helpContacts = partPage({
  part: 'help',
  path: paths.helpContacts,
  words,
  fields: ({ t }) => (
    <Card>
      <div class="form">
        <TextField
          name="helpName"
          label={t('system.help.name')}
          hint={t('system.help.nameHint')}
          autocomplete="off"
          spellcheck={false}
        />
        <EmailField name="helpEmail" label={t('auth.email')} optional autocomplete="off" />
        <PhoneField name="helpPhone" label={t('system.help.phone')} optional autocomplete="off" />
        <TextField
          name="technicalHelp"
          label={t('system.help.technical')}
          hint={t('system.help.technicalHint')}
          optional
          autocomplete="off"
          spellcheck={false}
        />
      </div>
    </Card>
  ),
  preview: ({ t, network }, { helpName, helpEmail, helpPhone, technicalHelp }) => (
    <Card title={t('system.preview.title')} id="preview">
      <p>{t('system.help.previewText')}</p>
      <div class="inset">
        <h3>{t('nav.help.title', { network: network.name })}</h3>
        <HelpText name={helpName} email={helpEmail} phone={helpPhone} technicalHref={technicalHelp} />
      </div>
    </Card>
  ),
})
