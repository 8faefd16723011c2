/** A forgotten password: asks for the address, and says the same whoever has it. */
import { Hono } from 'hono'
import { z } from 'zod'
import { askForReset } from '../../../actions/ask-for-reset.ts'
import type { T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { EmailField } from '../../ui/text-field.tsx'

const asked = z.strictObject({
  email: z
    .string()
    .trim()
    .pipe(z.email({ error: 'email' }).max(254, { error: 'too_long' })),
})

export const forgottenPassword = new Hono<PublicEnv>()
  .get(paths.forgotten, c => {
    const { t } = c.var
    return render(c, <Ask t={t} />, { title: t('auth.forgottenTitle'), width: 'centred' })
  })
  .post(paths.forgotten, async c => {
    const { t, ctx } = c.var
    const form = read(asked, c.var.form)
    if (!form.ok) {
      const errors = wordErrors(t, form.errors)
      const view = <Ask t={t} values={form.typed} errors={errors} />
      return render(c, view, { title: t('auth.forgottenTitle'), errors, width: 'centred' })
    }
    await askForReset(ctx, form.value.email)
    return render(c, <Sent t={t} email={form.value.email} />, { title: t('auth.sentTitle'), width: 'centred' })
  })

function Ask({ t, values, errors }: { t: T; values?: FormValues; errors?: FormErrors }) {
  return (
    <>
      <BackLink href={paths.signIn}>{t('auth.backToSignIn')}</BackLink>
      <PageHead title={t('auth.forgottenTitle')} lead={t('auth.forgottenLead')} />
      <Form action={paths.forgotten} values={values} errors={errors}>
        <EmailField name="email" label={t('auth.email')} autocomplete="username" />
        <Button>{t('auth.sendLink')}</Button>
      </Form>
    </>
  )
}

function Sent({ t, email }: { t: T; email: string }) {
  return (
    <>
      <PageHead title={t('auth.sentTitle')} lead={t('auth.sentText', { email })} />
      <p>
        {t('auth.sentAgain')} <a href={paths.forgotten}>{t('auth.askAgain')}</a>
      </p>
      <BackLink href={paths.signIn}>{t('auth.backToSignIn')}</BackLink>
    </>
  )
}
