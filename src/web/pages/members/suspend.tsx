/** NET-5: suspending an organisation, after being told in words what follows. */
import { type Context, Hono } from 'hono'
import { suspendOrganisation } from '../../../actions/suspend-organisation.ts'
import { readMember } from '../../../db/members.ts'
import { overdueBefore } from '../../../domain/confirmation.ts'
import { suspensionForm } from '../../../domain/joining.ts'
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
import { workingNetwork } from '../joining/working-network.ts'
import { idOf } from '../services/load.ts'

const address = '/system/members/:id/suspend'

export const suspendPage = new Hono<PageEnv>()
  .get(address, c => show(c, {}, {}))
  .post(address, async c => {
    const form = read(suspensionForm, c.var.form)
    if (!form.ok) return show(c, form.typed, wordErrors(c.var.t, form.errors))
    const network = await workingNetwork(c)
    const organisationId = idOf(c.req.param('id'))
    await suspendOrganisation(c.var.ctx, { networkId: network.id, organisationId }, form.value.reason)
    return c.redirect(`${paths.members}?done=suspended&of=${organisationId}&network=${network.id}`, 303)
  })

async function show(c: Context<PageEnv>, values: FormValues, errors: FormErrors) {
  const { t, ctx } = c.var
  const network = await workingNetwork(c)
  const member = await readMember(ctx.db, network.id, idOf(c.req.param('id')), overdueBefore(ctx.now()))
  if (!member || member.coordinating || member.status !== 'active') throw absent()
  const back = `${paths.members}?network=${network.id}`
  const title = t('joining.suspending.title', { name: member.name })
  const hands =
    member.live > 0 ? t('joining.suspending.hands', { count: member.live }) : t('joining.suspending.handsNone')
  const view = (
    <>
      <BackLink href={back}>{t('joining.members.titleShort')}</BackLink>
      <PageHead title={title} lead={t('joining.suspending.lead', { network: network.name })} />
      <div class="stack">
        <Card>
          <ul class="stack tight">
            {[t('joining.suspending.stops'), hands, t('joining.suspending.sees'), t('joining.suspending.told')].map(
              one => (
                <li key={one}>{one}</li>
              ),
            )}
          </ul>
        </Card>
        <p>{t('joining.suspending.back')}</p>
        <Form values={values} errors={errors}>
          <TextArea
            name="reason"
            label={t('joining.suspending.reason')}
            hint={t('joining.suspending.reasonHint')}
            rows={3}
          />
          <ButtonGroup>
            <Button look="warning">{t('joining.suspending.go')}</Button>
            <LinkButton look="quiet" href={back}>
              {t('common.cancel')}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </div>
    </>
  )
  return render(c, view, { title, errors, width: 'narrow' })
}
