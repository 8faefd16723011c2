/** ADM-2: another email address, in force when its link was followed; the link opens without signing in and uses nothing up by itself. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { askToChangeEmail, confirmEmail } from '../../../actions/account/change-email.ts'
import { hashToken } from '../../../auth/secrets.ts'
import { findEmailChange, pendingEmail, readAccount } from '../../../db/accounts.ts'
import { emailForm } from '../../../domain/account.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { PageEnv, PublicEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { EmailField } from '../../ui/text-field.tsx'
import { AccountFrame } from './frame.tsx'

const words = { 'email.email': 'account.email.missing', 'email.required': 'account.email.missing' } as const

export const ownEmail = new Hono<PageEnv>()
  .get(paths.ownEmail, c => show(c))
  .post(paths.ownEmail, async c => {
    const { t, ctx, form: posted } = c.var
    const form = read(emailForm, posted)
    const empty = String(posted.get('email') ?? '').trim() === ''
    if (!form.ok) return show(c, { values: form.typed, errors: wordErrors(t, form.errors, empty ? words : {}) })
    try {
      await askToChangeEmail(ctx, form.value.email)
    } catch (problem) {
      if (!isProblem(problem) || problem.field !== 'email') throw problem
      return show(c, { values: form.typed, errors: { email: t('account.email.same') } })
    }
    return show(c, { sent: form.value.email })
  })

type Shown = { values?: FormValues; errors?: FormErrors; sent?: string }

async function show(c: Context<PageEnv>, { values = {}, errors = {}, sent }: Shown = {}) {
  const { t, ctx, actor } = c.var
  const { email } = await readAccount(ctx.db, actor.userId)
  const pending = sent ? null : await pendingEmail(ctx.db, actor.userId, ctx.now())
  const title = t('account.email.title')
  const view = (
    <AccountFrame
      t={t}
      title={title}
      lead={t('account.email.lead', { email })}
      done={sent && t('account.email.sent', { email: sent })}
    >
      {pending && (
        <Notice>
          <p>{t('account.email.pending', { email: pending })}</p>
        </Notice>
      )}
      <Card>
        <Form values={values} errors={errors}>
          <EmailField
            name="email"
            label={t('account.email.label')}
            hint={t('account.email.hint')}
            autocomplete="email"
          />
          <div>
            <Button>{t('account.email.send')}</Button>
          </div>
        </Form>
      </Card>
    </AccountFrame>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

const confirmation = z.strictObject({ link: z.string().max(200) })

export const emailConfirmation = new Hono<PublicEnv>()
  .get(paths.confirmEmail, async c => {
    const { t, deps } = c.var
    const link = c.req.query('token') ?? ''
    const change = await findEmailChange(deps.database.db, hashToken(link), deps.now())
    if (!change) return showOver(c)
    const view = (
      <>
        <PageHead title={t('auth.address.title')} lead={t('auth.address.text', { email: change.email })} />
        <Form action={paths.confirmEmail}>
          <input type="hidden" name="link" value={link} />
          <Button>{t('auth.address.confirm')}</Button>
        </Form>
      </>
    )
    return render(c, view, { title: t('auth.address.title'), width: 'centred' })
  })
  .post(paths.confirmEmail, async c => {
    const form = read(confirmation, c.var.form)
    if (!form.ok) return showOver(c)
    try {
      await confirmEmail(c.var.ctx, form.value.link)
    } catch (problem) {
      if (isProblem(problem) && problem.code === 'not_now') return showOver(c)
      throw problem
    }
    const { t } = c.var
    const view = (
      <>
        <PageHead title={t('auth.address.doneTitle')} lead={t('auth.address.done')} />
        <LinkButton href={paths.home}>{t('auth.address.onward')}</LinkButton>
      </>
    )
    return render(c, view, { title: t('auth.address.doneTitle'), width: 'centred' })
  })

function showOver(c: Context<PublicEnv>) {
  const { t } = c.var
  const view = <PageHead title={t('auth.linkOverTitle')} lead={t('auth.address.over')} />
  return render(c, view, { title: t('auth.linkOverTitle'), width: 'centred', status: 410 })
}
