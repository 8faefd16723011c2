/** ADM-1: a network that nobody coordinates: what became of the invitations, and another one. */
import { type Context, Hono } from 'hono'
import { inviteCoordinator, leaderless } from '../../../actions/invite-coordinator.ts'
import { listInvitations } from '../../../db/invitations.ts'
import { coordinatorInvited } from '../../../domain/network-start.ts'
import { isProblem } from '../../../domain/problem.ts'
import type { Key } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Invitations } from '../joining/invitations.tsx'
import { idOf } from '../services/load.ts'
import { Invited } from './invited.tsx'

const words: Readonly<Record<string, Key>> = {
  'email.email': 'start.network.emailMissing',
  'email.not_theirs': 'start.network.notTheirs',
  'email.invited': 'start.find.invited',
}
const address = `${paths.networks}/:id{[0-9a-f-]{36}}/coordinator`

export const coordinatorPage = new Hono<PageEnv>()
  .get(address, c => show(c, {}))
  .post(address, async c => {
    const { t, ctx } = c.var
    const id = idOf(c.req.param('id'))
    const form = read(coordinatorInvited, c.var.form)
    if (!form.ok) return show(c, form.typed, wordErrors(t, form.errors, words))
    try {
      await inviteCoordinator(ctx, id, form.value)
      return c.redirect(`${paths.findCoordinator(id)}?done=invited`, 303)
    } catch (error) {
      if (!isProblem(error) || !error.field) throw error
      const told = [{ field: error.field, code: String(error.values.reason) }]
      return show(c, form.typed, wordErrors(t, told, words))
    }
  })

async function show(c: Context<PageEnv>, values: FormValues, errors: FormErrors = {}) {
  const { t, ctx } = c.var
  const { id, name } = await leaderless(ctx.db, ctx, idOf(c.req.param('id') ?? ''))
  const invitations = await listInvitations(ctx.db, id, ctx.now(), { of: ['coordinator'] })
  const said = (['invited', 'resend', 'revoke'] as const).find(one => one === c.req.query('done'))
  const view = (
    <>
      {said && (
        <Notice tone="success" live>
          <p>{t(`start.find.done.${said}`)}</p>
        </Notice>
      )}
      <PageHead title={t('start.find.title', { network: name })} lead={t('start.find.lead')} />
      <div class="stack">
        {invitations.length > 0 && (
          <Card title={t('start.find.sent')}>
            <Invitations t={t} invitations={invitations} people back={paths.findCoordinator(id)} />
          </Card>
        )}
        <Form action={paths.findCoordinator(id)} values={values} errors={errors}>
          <Invited t={t} />
          <Button icon="send">{t('start.find.go')}</Button>
        </Form>
      </div>
    </>
  )
  return render(c, view, { title: t('start.find.title', { network: name }), errors, width: 'narrow' })
}
