/** ADM-2, ADM-5: two-step verification: its ways, how each stands, the recovery codes. */
import { type Context, Hono } from 'hono'
import { renewCodes, turnOffApp } from '../../../actions/account/second-step.ts'
import { isAskedForSecondStep, isOn, readSecondStep, type SecondStep } from '../../../db/second-step.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { showCodes } from './codes.tsx'
import { AccountFrame } from './frame.tsx'

export const twoStep = new Hono<PageEnv>()
  .get(paths.twoStep, c => show(c))
  .get(paths.removeApp, c => showRemoval(c))
  .post(paths.removeApp, async c => {
    await turnOffApp(c.var.ctx)
    return c.redirect(`${paths.twoStep}?done=removed`, 303)
  })
  .post(paths.recoveryCodes, async c => showCodes(c, await renewCodes(c.var.ctx), paths.twoStep))

async function show(c: Context<PageEnv>) {
  const { t, ctx, actor } = c.var
  const second = await readSecondStep(ctx.db, actor.userId)
  const title = t('account.second.title')
  const view = (
    <AccountFrame t={t} title={title} lead={t('account.second.lead')} done={doneOf(t, c.req.query('done'))}>
      {actor.lacksSecondStep && (
        <Notice tone="warning">
          <p>{t('account.second.asked')}</p>
        </Notice>
      )}
      <AppCard t={t} second={second} />
      <PasskeyCard t={t} second={second} />
      {isOn(second) && <CodesCard t={t} second={second} />}
    </AccountFrame>
  )
  return render(c, view, { title, width: 'narrow' })
}

type Props = { t: T; second: SecondStep }

function AppCard({ t, second: { appSince } }: Props) {
  return (
    <Card title={t('account.second.app.title')} id="app" aside={<State t={t} on={appSince !== null} />}>
      <div class="stack tight">
        <p>{t('account.second.app.text')}</p>
        {appSince && <p class="small">{t('account.second.app.since', { date: formatDate(t, appSince) })}</p>}
        <ButtonGroup>
          <LinkButton href={paths.twoStepApp} look={appSince ? 'quiet' : 'go'}>
            {t(appSince ? 'account.second.app.again' : 'account.second.app.setUp')}
          </LinkButton>
          {appSince && (
            <LinkButton href={paths.removeApp} look="danger">
              {t('account.second.app.remove')}
            </LinkButton>
          )}
        </ButtonGroup>
      </div>
    </Card>
  )
}

function PasskeyCard({ t, second: { passkeys } }: Props) {
  return (
    <Card title={t('account.second.passkeys.title')} id="passkeys" aside={<State t={t} on={passkeys > 0} />}>
      <div class="stack tight">
        <p>{t('account.second.passkeys.lead')}</p>
        {passkeys > 0 && <p class="small">{t('account.now.passkeys', { count: passkeys })}</p>}
        <div>
          <LinkButton href={paths.passkeys} look="quiet">
            {t(passkeys > 0 ? 'account.second.passkeys.list' : 'account.second.passkeys.add')}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}

function CodesCard({ t, second: { codesLeft } }: Props) {
  return (
    <Card title={t('account.second.codes.title')} id="codes" act={codesLeft === 0}>
      <div class="stack tight">
        <p>
          {t('account.second.codes.text')} {t('account.second.codes.left', { count: codesLeft })}.
        </p>
        <Form action={paths.recoveryCodes} plain>
          <Button look="quiet">{t('account.second.codes.renew')}</Button>
        </Form>
        <p class="small">{t('account.second.codes.renewHint')}</p>
      </div>
    </Card>
  )
}

function State({ t, on }: { t: T; on: boolean }) {
  return <Tag tone={on ? 'good' : 'plain'}>{t(on ? 'account.second.on' : 'account.second.off')}</Tag>
}

async function showRemoval(c: Context<PageEnv>) {
  const { t, ctx, actor } = c.var
  const second = await readSecondStep(ctx.db, actor.userId)
  if (!second.appSince) return c.redirect(paths.twoStep, 303)
  const isLast = second.passkeys === 0
  const kept = isLast && (await isAskedForSecondStep(ctx.db, actor))
  const title = t('account.second.app.removeTitle')
  const view = (
    <AccountFrame t={t} title={title} back={{ href: paths.twoStep, label: t('account.second.title') }}>
      <p>{t('account.second.app.removeText')}</p>
      {isLast && (
        <Notice tone="warning">
          <p>{t(kept ? 'account.second.app.keptText' : 'account.second.app.removeLast')}</p>
        </Notice>
      )}
      {kept ? (
        <LinkButton href={paths.passkeys}>{t('account.second.passkeys.add')}</LinkButton>
      ) : (
        <Form plain>
          <Button look="warning">{t('account.second.app.remove')}</Button>
        </Form>
      )}
    </AccountFrame>
  )
  return render(c, view, { title, width: 'narrow' })
}

function doneOf(t: T, done: string | undefined): string | null {
  if (done === 'removed') return t('account.second.app.removed')
  if (done === 'moved') return t('account.second.app.moved')
  return done === 'added' ? t('account.second.app.added') : null
}
