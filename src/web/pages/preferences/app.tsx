/** ADM-2: setting up an authenticator app: scan or type its key, then a code of it turns it on. */
import { type Context, Hono } from 'hono'
import { encode } from 'uqr'
import { z } from 'zod'
import { offerApp, readOffer, turnOnApp } from '../../../actions/account/second-step.ts'
import { totpAddress, writeTotpSecret } from '../../../auth/totp.ts'
import { readAccount } from '../../../db/accounts.ts'
import { readSecondStep } from '../../../db/second-step.ts'
import type { T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { CodeField } from '../../ui/text-field.tsx'
import { showCodes } from './codes.tsx'
import { AccountFrame } from './frame.tsx'

const confirmation = z.strictObject({ key: z.string().max(1000), code: z.string().max(60).default('') })

export const authenticatorApp = new Hono<PageEnv>()
  .get(paths.twoStepApp, c => show(c, offerApp(c.var.ctx)))
  .post(paths.twoStepApp, async c => {
    const { t, ctx, session, actor } = c.var
    const form = read(confirmation, c.var.form)
    if (!form.ok || !session) throw absent()
    const { key, code } = form.value
    const secret = readOffer(ctx, key)
    if (!secret) return show(c, offerApp(ctx), { code: t('account.second.app.late') })
    if (code.trim() === '') return show(c, { secret, key }, { code: t('account.second.app.codeMissing') })
    const before = await readSecondStep(ctx.db, actor.userId)
    const done = await turnOnApp(ctx, session.id, secret, code)
    if (!done) return show(c, { secret, key }, { code: t('account.second.app.codeWrong') })
    if (done.codes.length > 0) return showCodes(c, done.codes, paths.twoStep, t('account.second.app.added'))
    return c.redirect(`${paths.twoStep}?done=${before.appSince ? 'moved' : 'added'}`, 303)
  })

type Offer = { secret: Uint8Array; key: string }

async function show(c: Context<PageEnv>, { secret, key }: Offer, errors: FormErrors = {}) {
  const { t, ctx, actor } = c.var
  const { email } = await readAccount(ctx.db, actor.userId)
  const title = t('account.second.app.pageTitle')
  const view = (
    <AccountFrame t={t} title={title} back={{ href: paths.twoStep, label: t('account.second.title') }}>
      <Card>
        <div class="app-steps">
          <div>
            <h2>{t('account.second.app.stepScan')}</h2>
            <p>{t('account.second.app.scanText')}</p>
          </div>
          <QrCode t={t} text={totpAddress(secret, { issuer: 'Onward', account: email })} />
        </div>
        <h2>{t('account.second.app.stepType')}</h2>
        <p>{t('account.second.app.typeText', { account: email })}</p>
        <p class="app-key">
          <span class="hidden">{t('account.second.app.key')}: </span>
          <code>{writeTotpSecret(secret)}</code>
        </p>
        <h2>{t('account.second.app.stepConfirm')}</h2>
        <Form errors={errors}>
          <input type="hidden" name="key" value={key} />
          <CodeField name="code" label={t('account.second.app.code')} />
          <div>
            <Button>{t('account.second.app.confirm')}</Button>
          </div>
        </Form>
      </Card>
    </AccountFrame>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}

/** Drawn here, so that the key goes to nobody: each dark square is a piece of one path. */
function QrCode({ t, text }: { t: T; text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('account.second.app.qr')}>
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
