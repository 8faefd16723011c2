/** Whom an administrator invites to coordinate a network. */
import type { T } from '../../../words/index.ts'
import { EmailField, TextField } from '../../ui/text-field.tsx'

export function Invited({ t }: { t: T }) {
  return (
    <>
      <TextField
        name="personName"
        label={t('start.network.personName')}
        optional
        autocomplete="off"
        spellcheck={false}
      />
      <EmailField name="email" label={t('start.network.email')} autocomplete="off" />
    </>
  )
}
