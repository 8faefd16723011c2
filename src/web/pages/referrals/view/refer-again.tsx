/** For the organisation that sent it: another referral for the same person, without asking them everything twice. */
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import type { Props } from './article.tsx'

export function ReferAgain({ t, data: { view } }: Props) {
  if (!view.content || !view.parties.includes('referrer')) return null
  return (
    <Form plain action={paths.referAgain(view.file.id)}>
      <Button look="quiet">{t('sent.again')}</Button>
    </Form>
  )
}
