/** The first run (ADM-1): with the code from the console, the first administrator makes their account. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { setUp } from '../../../actions/set-up.ts'
import { passwordLength } from '../../../auth/password.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { Key, T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { keepSession } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form, FormSection } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { EmailField, PasswordField, TextField } from '../../ui/text-field.tsx'

const account = z.strictObject({
  code: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'wrong' }),
  name: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'too_long' }),
  email: z
    .string()
    .trim()
    .pipe(z.email({ error: 'email' }).max(254, { error: 'too_long' })),
  password: z
    .string()
    .min(passwordLength.least, { error: 'too_short' })
    .max(passwordLength.most, { error: 'too_long' }),
})
const words: Readonly<Record<string, Key>> = {
  'code.required': 'setUp.codeMissing',
  'code.wrong': 'setUp.codeWrong',
  'code.old': 'setUp.codeOld',
  'name.required': 'setUp.nameMissing',
  'email.required': 'auth.emailMissing',
  'password.required': 'auth.tooShort',
  'password.too_short': 'auth.tooShort',
  'password.too_long': 'auth.tooLong',
  'password.common': 'auth.common',
}

export const setUpPage = new Hono<PublicEnv>()
  .get(paths.setUp, c => show(c, {}))
  .post(paths.setUp, async c => {
    const form = read(account, c.var.form)
    const typed = { ...form.typed, password: '' }
    if (!form.ok) return show(c, typed, wordErrors(c.var.t, form.errors, words))
    try {
      await keepSession(c, await setUp(c.var.ctx, form.value))
    } catch (error) {
      if (!isProblem(error) || error.code !== 'invalid') throw error
      const told = [{ field: error.field ?? '', code: String(error.values.reason ?? 'invalid') }]
      return show(c, typed, wordErrors(c.var.t, told, words))
    }
    return c.redirect(paths.newNetwork, 303)
  })

function show(c: Context<PublicEnv>, values: FormValues, errors: FormErrors = {}) {
  const { t } = c.var
  const view = <SetUp t={t} values={values} errors={errors} />
  return render(c, view, { title: t('setUp.title'), errors, islands: ['password'], width: 'centred' })
}

function SetUp({ t, values, errors }: { t: T; values: FormValues; errors: FormErrors }) {
  return (
    <>
      <PageHead title={t('setUp.title')} lead={t('setUp.lead')} />
      <Form action={paths.setUp} values={values} errors={errors}>
        <FormSection id="from-console" title={t('setUp.codeTitle')}>
          <TextField
            name="code"
            label={t('setUp.code')}
            hint={t('setUp.codeHint')}
            width="m"
            autocomplete="off"
            spellcheck={false}
          />
        </FormSection>
        <FormSection id="account" title={t('setUp.accountTitle')}>
          <TextField name="name" label={t('setUp.name')} autocomplete="name" spellcheck={false} />
          <EmailField name="email" label={t('auth.email')} hint={t('setUp.emailHint')} autocomplete="username" />
          <PasswordField
            name="password"
            label={t('auth.newPassword')}
            hint={t('auth.newPasswordHint')}
            autocomplete="new-password"
          />
        </FormSection>
        <Button>{t('setUp.go')}</Button>
        <p class="small">{t('setUp.after')}</p>
      </Form>
    </>
  )
}
