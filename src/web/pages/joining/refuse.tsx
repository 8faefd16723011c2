/** Refusing a request to join, with the reason that its contact is emailed. */
import { type Context, Hono } from 'hono'
import { decideJoin } from '../../../actions/decide-join.ts'
import { listRequests } from '../../../db/joining.ts'
import { refusalForm } from '../../../domain/joining.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { idOf } from '../services/load.ts'
import { RequestFacts } from './request.tsx'

const address = '/system/joining/requests/:id/refuse'

export const refuseRequest = new Hono<PageEnv>()
  .get(address, c => show(c, {}, {}))
  .post(address, async c => {
    const form = read(refusalForm, c.var.form)
    if (!form.ok) return show(c, form.typed, wordErrors(c.var.t, form.errors))
    await decideJoin(c.var.ctx, idOf(c.req.param('id')), { status: 'refused', ...form.value })
    return c.redirect(`${paths.joining}?done=refused`, 303)
  })

async function show(c: Context<PageEnv>, values: FormValues, errors: FormErrors) {
  const { t, ctx, actor } = c.var
  const id = idOf(c.req.param('id'))
  const lists = await Promise.all(actor.coordinates.map(networkId => listRequests(ctx.db, networkId)))
  const request = lists.flat().find(one => one.id === id && one.status === 'waiting')
  if (!request) throw absent()
  const title = t('joining.refusing.title', { name: request.organisationName })
  const view = (
    <>
      <BackLink href={paths.joining}>{t('joining.titleShort')}</BackLink>
      <PageHead title={title} lead={t('joining.refusing.lead', { contact: request.contactName })} />
      <div class="stack">
        <Card>
          <RequestFacts t={t} request={request} />
        </Card>
        <Form values={values} errors={errors}>
          <TextArea name="reason" label={t('joining.refusing.reason')} />
          <ButtonGroup>
            <Button look="warning">{t('joining.refusing.go')}</Button>
            <LinkButton look="quiet" href={paths.joining}>
              {t('common.cancel')}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </div>
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}
