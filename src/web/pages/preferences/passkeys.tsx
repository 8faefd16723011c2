/** ADM-2: passkeys: which there are, adding one, removing one. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { addPasskey, dropPasskey, offerPasskey } from '../../../actions/account/passkeys.ts'
import { listPasskeys, type OwnPasskey } from '../../../db/passkeys.ts'
import { isOn, readSecondStep } from '../../../db/second-step.ts'
import { passkeyName } from '../../../domain/account.ts'
import { formatDate, formatDateTime, type T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PasskeyForm, passkeyAnswer } from '../sign-in/passkey-form.tsx'
import { showCodes } from './codes.tsx'
import { AccountFrame } from './frame.tsx'

const adding = z.strictObject({ name: passkeyName, ...passkeyAnswer.shape })

export const passkeyPages = new Hono<PageEnv>()
  .get(paths.passkeys, c => show(c))
  .post(paths.passkeyOptions, async c => c.json(await offerPasskey(c.var.ctx)))
  .post(paths.passkeys, async c => {
    const { t, ctx, session } = c.var
    const form = read(adding, c.var.form)
    if (!session) throw absent()
    if (!form.ok) {
      const { name } = wordErrors(t, form.errors, { 'name.required': 'account.second.passkeys.nameMissing' })
      const fault = name ?? t('account.second.passkeys.refused')
      return show(c, { values: { name: form.typed.name }, errors: { name: fault } })
    }
    const { name, ...answer } = form.value
    const added = await addPasskey(ctx, session.id, name, answer)
    if (!added) return show(c, { values: { name }, errors: { name: t('account.second.passkeys.refused') } })
    if (added.codes.length > 0) return showCodes(c, added.codes, paths.twoStep, t('account.second.passkeys.saved'))
    return c.redirect(`${paths.passkeys}?done=saved`, 303)
  })
  .post('/preferences/passkeys/:id/remove', async c => {
    const id = c.req.param('id')
    if (!/^[0-9a-f-]{36}$/.test(id)) throw absent()
    await dropPasskey(c.var.ctx, id)
    return c.redirect(`${paths.passkeys}?done=removed`, 303)
  })

type Shown = { values?: FormValues; errors?: FormErrors }

async function show(c: Context<PageEnv>, { values = {}, errors = {} }: Shown = {}) {
  const { t, ctx, actor } = c.var
  const own = await listPasskeys(ctx.db, actor.userId)
  const second = await readSecondStep(ctx.db, actor.userId)
  const title = t('account.second.passkeys.title')
  const view = (
    <AccountFrame t={t} title={title} lead={t('account.second.passkeys.lead')} done={doneOf(t, c.req.query('done'))}>
      {!isOn(second) && (
        <Notice>
          <p>{t('account.second.passkeys.effect')}</p>
        </Notice>
      )}
      {own.length > 0 ? (
        <Card title={t('account.second.passkeys.list')} id="own" flush>
          <ul class="entries">
            {own.map(one => (
              <Entry key={one.id} t={t} one={one} />
            ))}
          </ul>
        </Card>
      ) : (
        <Empty icon="lock" title={t('account.second.passkeys.none')}>
          {t('account.second.passkeys.noneText')}
        </Empty>
      )}
      <Card title={t('account.second.passkeys.addTitle')} id="add">
        <PasskeyForm
          t={t}
          make
          look="go"
          action={paths.passkeys}
          options={paths.passkeyOptions}
          label={t('account.second.passkeys.add')}
          failed={t('account.second.passkeys.failed')}
          known={t('account.second.passkeys.known')}
          without={t('account.second.passkeys.needsScript')}
          values={values}
          errors={errors}
        >
          <TextField
            name="name"
            label={t('account.second.passkeys.name')}
            hint={t('account.second.passkeys.nameHint')}
            autocomplete="off"
          />
        </PasskeyForm>
      </Card>
    </AccountFrame>
  )
  return render(c, view, { title, errors, islands: ['passkey'], width: 'narrow' })
}

function Entry({ t, one: { id, name, addedAt, usedAt } }: { t: T; one: OwnPasskey }) {
  const used = usedAt
    ? t('account.second.passkeys.used', { when: formatDateTime(t, usedAt) })
    : t('account.second.passkeys.neverUsed')
  return (
    <li class="entry">
      <div>
        <p>
          <b>{name}</b>
        </p>
        <p class="small">{`${t('account.second.passkeys.added', { date: formatDate(t, addedAt) })}, ${used}`}</p>
      </div>
      <Form action={paths.removePasskey(id)} plain>
        <Button look="danger" small label={t('account.second.passkeys.removeLabel', { name })}>
          {t('account.second.passkeys.remove')}
        </Button>
      </Form>
    </li>
  )
}

function doneOf(t: T, done: string | undefined): string | null {
  if (done === 'removed') return t('account.second.passkeys.removed')
  return done === 'saved' ? t('account.second.passkeys.saved') : null
}
