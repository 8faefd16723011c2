/** Shows again that it is oneself, then goes on to what was asked for. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { askPasskey } from '../../../actions/account/passkey-answer.ts'
import { prove } from '../../../actions/account/prove.ts'
import { isOn, readSecondStep } from '../../../db/second-step.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { ownPath, paths } from '../../paths.ts'
import { visitorOf } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { CodeField, PasswordField } from '../../ui/text-field.tsx'
import { PasskeyForm, passkeyAnswer } from '../sign-in/passkey-form.tsx'

const proof = z.strictObject({
  password: z.string().max(200).default(''),
  code: z.string().max(60).default(''),
  next: z.string().max(2000).default(''),
  ...passkeyAnswer.partial().shape,
})

export const provePage = new Hono<PageEnv>()
  .get(paths.prove, c => show(c, ownPath(c.req.query('next'))))
  .post(paths.prove, async c => {
    const { t, ctx, session } = c.var
    const form = read(proof, c.var.form)
    if (!form.ok || !session) throw absent()
    const { password, code, next, challenge, answer } = form.value
    const wanted = ownPath(next)
    if (!answer && password === '') return show(c, wanted, { password: t('account.prove.passwordMissing') })
    const given = challenge && answer ? { passkey: { challenge, answer } } : { password, code }
    const wrong = await prove(ctx, session.id, given, visitorOf(c))
    if (!wrong) return c.redirect(wanted, 303)
    if (wrong === 'password') return show(c, wanted, { password: t('account.prove.passwordWrong') })
    if (wrong === 'passkey') return show(c, wanted, { password: t('account.prove.passkeyWrong') })
    return show(c, wanted, { code: t(code.trim() === '' ? 'account.prove.codeMissing' : 'account.prove.codeWrong') })
  })
  .post(paths.provePasskey, async c => c.json(await askPasskey(c.var.ctx, c.var.actor.userId)))

async function show(c: Context<PageEnv>, next: string, errors: FormErrors = {}) {
  const { t, ctx, actor } = c.var
  const second = await readSecondStep(ctx.db, actor.userId)
  const title = t('account.prove.title')
  const view = (
    <>
      <PageHead title={title} lead={t('account.prove.lead')} />
      <div class="stack">
        <Form action={paths.prove} errors={errors}>
          <input type="hidden" name="next" value={next} />
          <PasswordField name="password" label={t('account.prove.password')} />
          {isOn(second) && (
            <CodeField
              name="code"
              label={t(second.appSince ? 'account.prove.code' : 'auth.step.codeOnly')}
              hint={second.appSince && t('account.prove.codeHint')}
            />
          )}
          <Button>{t('account.prove.go')}</Button>
        </Form>
        {second.passkeys > 0 && (
          <PasskeyForm
            t={t}
            action={paths.prove}
            options={paths.provePasskey}
            label={t('account.prove.passkey')}
            failed={t('auth.passkey.failed')}
          >
            <input type="hidden" name="next" value={next} />
          </PasskeyForm>
        )}
      </div>
    </>
  )
  return render(c, view, { title, errors, islands: ['password', 'passkey'], width: 'centred' })
}
