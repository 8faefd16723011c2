/** What accepting an invitation asks: of a new person a name and a password, and which organisation joins. */
import type { Invitation } from '../../../db/invitations.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { ProviderButton } from '../sign-in/provider-button.tsx'

type Props = {
  t: T
  title: string
  invitation: Invitation
  link: string
  isKnown: boolean
  provider: { name: string; vouched: boolean } | null
  mine: readonly { organisationId: string; name: string }[]
  values: FormValues
  errors: FormErrors
}

export function AcceptForm({ t, title, invitation, link, isKnown, provider, mine, values, errors }: Props) {
  const { into: network, email, personName, organisationName, invitedBy, role } = invitation
  const grants = role === 'coordinator' || role === 'commissioner'
  const start = { name: personName ?? '', organisationName: organisationName ?? '', ...values }
  return (
    <>
      <PageHead
        over={invitedBy ? t('joining.accepting.byWhom', { name: invitedBy }) : undefined}
        title={title}
        lead={isKnown ? undefined : t('joining.accepting.lead', { email })}
      />
      <Stack>
        {!isKnown && provider && !provider.vouched && <ByProvider t={t} name={provider.name} link={link} />}
        <Form action={paths.acceptInvitation} values={start} errors={errors}>
          <input type="hidden" name="link" value={link} />
          {!isKnown && <Person t={t} email={email} provider={provider} />}
          {!grants && <Organisation t={t} invitation={invitation} mine={mine} />}
          <div>
            <Button>{isKnown ? t('joining.accepting.goKnown', { network }) : t('joining.accepting.go')}</Button>
          </div>
        </Form>
      </Stack>
    </>
  )
}

function ByProvider({ t, name, link }: { t: T; name: string; link: string }) {
  const here = `${paths.acceptInvitation}?${new URLSearchParams({ token: link })}`
  return <ProviderButton t={t} name={name} next={here} or={t('auth.sso.orHere')} />
}

function Person({ t, email, provider }: Pick<Props, 't' | 'provider'> & { email: string }) {
  return (
    <Card title={t('joining.accepting.you')} id="you">
      <div class="stack">
        <input type="hidden" autocomplete="username" value={email} />
        <TextField
          name="name"
          label={t('joining.accepting.name')}
          hint={t('joining.accepting.nameHint')}
          autocomplete="name"
          spellcheck={false}
        />
        {provider?.vouched ? (
          <p>{t('auth.sso.vouched', { name: provider.name })}</p>
        ) : (
          <PasswordField
            name="password"
            label={t('joining.accepting.password')}
            hint={t('auth.newPasswordHint')}
            autocomplete="new-password"
          />
        )}
      </div>
    </Card>
  )
}

function Organisation({ t, invitation, mine }: Pick<Props, 't' | 'invitation' | 'mine'>) {
  if (invitation.organisationId)
    return (
      <Card title={t('joining.accepting.organisation')} id="organisation">
        <p>{invitation.organisationName}</p>
      </Card>
    )
  const choices = [
    ...mine.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
    { value: '', label: t('joining.accepting.another') },
  ]
  return (
    <Card title={t('joining.accepting.organisation')} id="organisation">
      <div class="stack">
        {mine.length > 0 && <Radios name="joinAs" legend={t('joining.accepting.joinAs')} choices={choices} />}
        <TextField
          name="organisationName"
          label={t('joining.accepting.organisationName')}
          autocomplete="organization"
          spellcheck={false}
        />
      </div>
    </Card>
  )
}
