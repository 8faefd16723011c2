/** ADM-5: the second step of signing in. Who passed the first travels with the page, sealed. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { askPasskey } from '../../../actions/account/passkey-answer.ts'
import { signInByPasskey } from '../../../actions/account/passkeys.ts'
import { askSecond, readSecondKey, type SecondAsked } from '../../../actions/account/second-asked.ts'
import { signInSecond } from '../../../actions/account/sign-in-second.ts'
import { readSecondStep } from '../../../db/second-step.ts'
import { isProblem } from '../../../domain/problem.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { ownPath, paths } from '../../paths.ts'
import { keepSession, visitorOf } from '../../session.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { CodeField, TextField } from '../../ui/text-field.tsx'
import { PasskeyForm, passkeyAnswer } from './passkey-form.tsx'

const key = z.string().max(4000)
const next = z.string().max(2000).default('')
const second = z.strictObject({ key, next, code: z.string().max(60).default(''), ...passkeyAnswer.partial().shape })
const alone = z.strictObject({ next, ...passkeyAnswer.shape })

export const secondStepPages = new Hono<PublicEnv>()
  .get(paths.signInSecond, c => c.redirect(paths.signIn, 303))
  .post(paths.signInSecond, async c => {
    const { t, ctx } = c.var
    const form = read(second, c.var.form)
    if (!form.ok) throw absent()
    const { code, challenge, answer, ...rest } = form.value
    const isEmpty = code.trim() === '' && !answer
    try {
      if (isEmpty) return await showSecond(c, await askedAgain(c, rest.key), rest, { code: t('auth.step.missing') })
      const given = challenge && answer ? { passkey: { challenge, answer } } : { code }
      const session = await signInSecond(ctx, rest.key, given, visitorOf(c))
      const wrong = answer ? t('auth.passkey.refused') : t('auth.step.wrong')
      if (!session) return await showSecond(c, await askedAgain(c, rest.key), rest, { code: wrong })
      await keepSession(c, session)
      return c.redirect(ownPath(rest.next), 303)
    } catch (problem) {
      if (!isProblem(problem) || problem.code !== 'not_now') throw problem
      return showOver(c)
    }
  })
  .post(paths.askPasskey, async c => {
    const sealed = c.var.form.get('key')
    const who = typeof sealed === 'string' ? await readSecondKey(c.var.ctx, sealed.slice(0, 4000)) : null
    return c.json(await askPasskey(c.var.ctx, who?.id ?? null))
  })
  .post(paths.signInPasskey, async c => {
    const form = read(alone, c.var.form)
    const session = form.ok ? await signInByPasskey(c.var.ctx, form.value, visitorOf(c)) : null
    if (!session || !form.ok) return c.redirect(`${paths.signIn}?done=passkey`, 303)
    await keepSession(c, session)
    return c.redirect(ownPath(form.value.next), 303)
  })

/** The same key as before: its ten minutes go on. */
async function askedAgain({ var: { ctx } }: Context<PublicEnv>, sealed: string): Promise<SecondAsked> {
  const who = await readSecondKey(ctx, sealed)
  return { ...askSecond(ctx, who, await readSecondStep(ctx.db, who.id)), key: sealed }
}

export function showSecond(
  c: Context<PublicEnv>,
  { key, app, passkey }: SecondAsked,
  { next }: { next: string },
  errors: FormErrors = {},
) {
  const { t } = c.var
  const title = t('auth.step.title')
  const carried = [
    <input type="hidden" name="key" value={key} key="key" />,
    <input type="hidden" name="next" value={next} key="next" />,
  ]
  const view = (
    <>
      <BackLink href={paths.signIn}>{t('auth.step.again')}</BackLink>
      <PageHead title={title} lead={t(app ? 'auth.step.leadApp' : 'auth.step.leadPasskey')} />
      <div class="stack">
        {passkey && (
          <PasskeyForm
            t={t}
            action={paths.signInSecond}
            options={paths.askPasskey}
            label={t('auth.passkey.second')}
            look={app ? 'quiet' : 'go'}
            failed={t('auth.passkey.failed')}
          >
            {carried}
          </PasskeyForm>
        )}
        <Form action={paths.signInSecond} errors={errors}>
          {carried}
          {app ? (
            <CodeField name="code" label={t('auth.step.code')} hint={t('auth.step.hint')} />
          ) : (
            <TextField
              name="code"
              label={t('auth.step.codeOnly')}
              width="m"
              autocomplete="one-time-code"
              spellcheck={false}
            />
          )}
          <Button>{t('auth.step.go')}</Button>
        </Form>
        <p class="small">{t('auth.step.lost')}</p>
      </div>
    </>
  )
  return render(c, view, { title, errors, islands: passkey ? ['passkey'] : [], width: 'centred' })
}

function showOver(c: Context<PublicEnv>) {
  const { t } = c.var
  const title = t('auth.step.overTitle')
  const view = (
    <>
      <PageHead title={title} lead={t('auth.step.over')} />
      <LinkButton href={paths.signIn}>{t('auth.step.again')}</LinkButton>
    </>
  )
  return render(c, view, { title, width: 'centred', status: 410 })
}
