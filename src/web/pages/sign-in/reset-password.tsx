/** Setting a new password by the link from the email. Opening the link uses nothing up. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { resetPassword } from '../../../actions/reset-password.ts'
import { passwordLength } from '../../../auth/password.ts'
import { hashToken } from '../../../auth/secrets.ts'
import { findReset } from '../../../db/credentials.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { dropSession } from '../../session.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PasswordField } from '../../ui/text-field.tsx'

const choice = z.strictObject({
  link: z.string().max(200),
  password: z
    .string()
    .min(passwordLength.least, { error: 'too_short' })
    .max(passwordLength.most, { error: 'too_long' }),
})
const words = { 'password.too_short': 'auth.tooShort', 'password.too_long': 'auth.tooLong' } as const

export const resetPasswordPage = new Hono<PublicEnv>()
  .get(paths.reset, async c => {
    const link = c.req.query('token') ?? ''
    const { database, now } = c.var.deps
    return (await findReset(database.db, hashToken(link), now())) ? showChoice(c, link) : showOver(c)
  })
  .post(paths.reset, async c => {
    const { t, ctx } = c.var
    const form = read(choice, c.var.form)
    if (!form.ok) return showChoice(c, String(form.typed.link ?? ''), wordErrors(t, form.errors, words))
    const { link, password } = form.value
    try {
      await resetPassword(ctx, { token: link, password })
    } catch (error) {
      if (isProblem(error) && error.code === 'not_now') return showOver(c)
      if (isProblem(error) && error.field) return showChoice(c, link, { password: t('auth.common') })
      throw error
    }
    dropSession(c)
    return c.redirect(`${paths.signIn}?done=password`, 303)
  })

function showChoice(c: Context<PublicEnv>, link: string, errors: FormErrors = {}) {
  const { t } = c.var
  const view = <Choose t={t} link={link} errors={errors} />
  return render(c, view, { title: t('auth.resetTitle'), errors, islands: ['password'], width: 'centred' })
}

function showOver(c: Context<PublicEnv>) {
  const { t } = c.var
  return render(c, <Over t={t} />, { title: t('auth.linkOverTitle'), width: 'centred', status: 410 })
}

function Choose({ t, link, errors }: { t: T; link: string; errors: FormErrors }) {
  return (
    <>
      <PageHead title={t('auth.resetTitle')} />
      <Form action={paths.reset} errors={errors}>
        <input type="hidden" name="link" value={link} />
        <PasswordField
          name="password"
          label={t('auth.newPassword')}
          hint={t('auth.newPasswordHint')}
          autocomplete="new-password"
        />
        <Button>{t('auth.setPassword')}</Button>
      </Form>
    </>
  )
}

function Over({ t }: { t: T }) {
  return (
    <>
      <PageHead title={t('auth.linkOverTitle')} lead={t('auth.linkOver')} />
      <LinkButton href={paths.forgotten}>{t('auth.askAgain')}</LinkButton>
    </>
  )
}
