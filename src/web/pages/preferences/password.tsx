/** ADM-2: another password, for who knows the one there is. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { changePassword } from '../../../actions/account/change-password.ts'
import { passwordLength } from '../../../auth/password.ts'
import { readAccount } from '../../../db/accounts.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { keepSession, visitorOf } from '../../session.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/text-field.tsx'
import { AccountFrame } from './frame.tsx'

const change = z.strictObject({
  current: z.string().min(1, { error: 'required' }).max(200),
  password: z
    .string()
    .min(passwordLength.least, { error: 'too_short' })
    .max(passwordLength.most, { error: 'too_long' }),
})
const words = {
  current: 'account.password.currentMissing',
  'password.too_short': 'auth.tooShort',
  'password.too_long': 'auth.tooLong',
} as const

export const ownPassword = new Hono<PageEnv>()
  .get(paths.ownPassword, c => show(c))
  .post(paths.ownPassword, async c => {
    const { t, ctx, form: posted } = c.var
    const form = read(change, posted)
    if (!form.ok) return show(c, wordErrors(t, form.errors, words))
    try {
      await keepSession(c, await changePassword(ctx, form.value, visitorOf(c)))
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'invalid') throw problem
      return show(
        c,
        problem.field === 'current' ? { current: t('account.password.wrong') } : { password: t('auth.common') },
      )
    }
    return c.redirect(`${paths.ownPassword}?done=saved`, 303)
  })

async function show(c: Context<PageEnv>, errors: FormErrors = {}) {
  const { t, ctx, actor } = c.var
  const { passwordChangedAt } = await readAccount(ctx.db, actor.userId)
  const title = t('account.password.title')
  const done = c.req.query('done') && t('account.password.saved')
  const view = (
    <AccountFrame t={t} title={title} lead={t('account.password.lead')} done={done}>
      <Card>
        {passwordChangedAt ? (
          <Form errors={errors}>
            <PasswordField name="current" label={t('account.password.current')} />
            <PasswordField
              name="password"
              label={t('auth.newPassword')}
              hint={t('auth.newPasswordHint')}
              autocomplete="new-password"
            />
            <div>
              <Button>{t('account.password.save')}</Button>
            </div>
          </Form>
        ) : (
          <div class="stack">
            <p>{t('account.password.none')}</p>
            <LinkButton href={paths.forgotten} look="quiet">
              {t('auth.sendLink')}
            </LinkButton>
          </div>
        )}
      </Card>
    </AccountFrame>
  )
  return render(c, view, { title, errors, islands: ['password'], width: 'narrow' })
}
