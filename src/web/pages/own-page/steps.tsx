/** Single steps of the person's own page: the code, correcting how they are reached, taking consent back. */
import type { T } from '../../../words/index.ts'
import { ownPaths } from '../../own-paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form, Seen } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { EmailField, PhoneField, PostcodeField, TextField } from '../../ui/text-field.tsx'
import { CodeForm } from '../own/code-form.tsx'
import { Again, type Around, Leave, OneButton } from './frame.tsx'

type Typed = { values: FormValues; errors: FormErrors }

export function AskCode({ t, to, values, errors }: Typed & { t: T; to: Around['to'] }) {
  return (
    <>
      <Leave t={t} />
      <PageHead title={t('ownPage.title')} lead={t('ownPage.lead')} />
      <CodeForm
        {...{ t, values, errors }}
        action={to(ownPaths.page)}
        hint={t('ownPage.codeHint')}
        go={t('ownPage.go')}
      />
    </>
  )
}

export function ContactStep({
  around,
  careful,
  seen,
  values,
  errors,
}: Typed & { around: Around; careful: boolean; seen: string }) {
  const { t, to, sealed } = around
  return (
    <>
      <Leave t={t} />
      <PageHead title={t('ownPage.contactTitle')} lead={t('ownPage.contactLead')} />
      <Form action={to(ownPaths.act('contact'))} values={values} errors={errors}>
        <input type="hidden" name="key" value={sealed} />
        <Seen mark={seen} />
        <Card>
          <div class="stack">
            {careful && <p>{t('ownPage.contactCareful')}</p>}
            <PhoneField name="phone" label={t('ownPage.phone')} autocomplete="off" />
            <EmailField name="email" label={t('ownPage.email')} autocomplete="off" />
            <TextField name="line1" label={t('ownPage.line1')} autocomplete="off" width="l" />
            <TextField name="line2" label={t('ownPage.line2')} autocomplete="off" width="l" />
            <TextField name="town" label={t('ownPage.town')} autocomplete="off" width="m" />
            <PostcodeField name="postcode" label={t('ownPage.postcode')} autocomplete="off" />
          </div>
        </Card>
        <ButtonGroup>
          <Button>{t('ownPage.contactSave')}</Button>
        </ButtonGroup>
      </Form>
      <OneButton around={around} path={ownPaths.page} look="plain">
        {t('ownPage.back')}
      </OneButton>
      <Again {...around} />
    </>
  )
}

export function WithdrawStep({ around }: { around: Around }) {
  const { t } = around
  return (
    <>
      <Leave t={t} />
      <PageHead title={t('ownPage.withdrawTitle')} lead={t('ownPage.withdrawLead')} />
      <div class="stack">
        <Card>
          <ul>
            <li>{t('ownPage.withdrawWhat1')}</li>
            <li>{t('ownPage.withdrawWhat2')}</li>
            <li>{t('ownPage.withdrawWhat3')}</li>
          </ul>
        </Card>
        <ButtonGroup>
          <OneButton around={around} path={ownPaths.act('withdraw')} also={{ step: 'do' }} look="warning">
            {t('ownPage.withdrawSure')}
          </OneButton>
          <OneButton around={around} path={ownPaths.page} look="plain">
            {t('ownPage.back')}
          </OneButton>
        </ButtonGroup>
      </div>
      <Again {...around} />
    </>
  )
}
