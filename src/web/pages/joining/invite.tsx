/** Inviting an organisation by the email address of its primary user, and what may be done to an invitation (NET-2). */
import { type Context, Hono } from 'hono'
import { inviteOrganisation } from '../../../actions/invite-organisation.ts'
import { actOnInvitation, invitationActs } from '../../../actions/revoke-invitation.ts'
import { findUnmanaged, listInvitations } from '../../../db/invitations.ts'
import { readNetworks } from '../../../db/networks.ts'
import { invitationForm } from '../../../domain/joining.ts'
import type { Actor } from '../../../domain/policy.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { fieldErrorOf, read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { ownPath, paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { EmailField, TextField } from '../../ui/text-field.tsx'
import { idOf } from '../services/load.ts'
import { Invitations } from './invitations.tsx'

const done = ['invited', 'waits', 'resend', 'revoke'] as const

export const invitePages = new Hono<PageEnv>()
  .get(paths.invite, c => show(c, {}, {}))
  .post(paths.invite, async c => {
    const { t, ctx, actor } = c.var
    const form = read(invitationForm, c.var.form)
    if (!form.ok) return show(c, form.typed, wordErrors(t, form.errors))
    const network = await chosenNetwork(c)
    try {
      const { waits } = await inviteOrganisation(ctx, network.id, form.value)
      const back = actor.coordinates.includes(network.id) ? paths.joining : paths.invite
      return c.redirect(`${back}?done=${waits ? 'waits' : 'invited'}&network=${network.id}`, 303)
    } catch (error) {
      return show(c, form.typed, fieldErrorOf(t, error))
    }
  })
  .post('/invitations/:id/:act', async c => {
    const act = invitationActs.find(one => one === c.req.param('act'))
    if (!act) throw absent()
    await actOnInvitation(c.var.ctx, idOf(c.req.param('id')), act)
    const from = ownPath(c.req.query('back'))
    const usual = c.var.actor.coordinates.length > 0 ? paths.joining : paths.invite
    const back = from === paths.home ? usual : from
    return c.redirect(`${back}${back.includes('?') ? '&' : '?'}done=${act}`, 303)
  })

async function show(c: Context<PageEnv>, values: FormValues, errors: FormErrors) {
  const { t, ctx, actor } = c.var
  const network = await chosenNetwork(c)
  const coordinates = actor.coordinates.includes(network.id)
  const waits = !coordinates && network.settings.invitationsNeedApproval
  const organisationId = coordinates ? c.req.query('organisation') : undefined
  const named = organisationId ? await findUnmanaged(ctx.db, network.id, idOf(organisationId)) : null
  const own = coordinates ? [] : await listInvitations(ctx.db, network.id, ctx.now(), { by: actor.userId })
  const said = done.find(one => one === c.req.query('done'))
  const title = named ? t('joining.inviting.titleOf', { name: named.name }) : t('joining.inviting.title')
  const view = (
    <>
      {coordinates && <BackLink href={paths.joining}>{t('joining.titleShort')}</BackLink>}
      <PageHead over={network.name} title={title} lead={t('joining.inviting.lead')} />
      <div class="stack">
        {said && (
          <Notice tone="success" live>
            <p>{t(`joining.done.${said}`)}</p>
          </Notice>
        )}
        <Networks c={c} at={network.id} networks={network.all} />
        {waits && <p>{t('joining.inviting.leadWaits')}</p>}
        <Form values={values} errors={errors}>
          <Card>
            {named ? <input type="hidden" name="organisationId" value={organisationId} /> : <Name t={t} />}
            <EmailField
              name="email"
              label={t('joining.inviting.email')}
              hint={t('joining.inviting.emailHint')}
              width="l"
            />
            <TextField
              name="personName"
              label={t('joining.inviting.person')}
              optional
              autocomplete="off"
              spellcheck={false}
            />
          </Card>
          <div>
            <Button icon="send">{waits ? t('joining.inviting.goWaits') : t('joining.inviting.go')}</Button>
          </div>
        </Form>
        {own.length > 0 && (
          <Card title={t('joining.inviting.yours')}>
            <Invitations t={t} invitations={own} />
          </Card>
        )}
      </div>
    </>
  )
  return render(c, view, { title, errors })
}

function Name({ t }: { t: PageEnv['Variables']['t'] }) {
  return <TextField name="organisationName" label={t('joining.inviting.organisation')} optional spellcheck={false} />
}

function Networks({
  c,
  at,
  networks,
}: {
  c: Context<PageEnv>
  at: string
  networks: readonly { id: string; name: string }[]
}) {
  if (networks.length < 2) return null
  const tabs = networks.map(({ id, name }) => ({
    href: `${paths.invite}?network=${id}`,
    label: name,
    current: id === at,
  }))
  return <Tabs label={c.var.t('nav.networks')} tabs={tabs} />
}

/** One that the actor may invite to. */
async function chosenNetwork(c: Context<PageEnv>) {
  const { actor, ctx, session } = c.var
  const all = await readNetworks(ctx.db, mayInviteTo(actor))
  const wanted = [c.req.query('network'), session?.networkId]
  const network = wanted.map(id => all.find(one => one.id === id)).find(Boolean) ?? all[0]
  if (!network) throw absent()
  return { ...network, all }
}

function mayInviteTo(actor: Actor): string[] {
  const own = actor.role === 'primary' ? actor.networks.map(({ id }) => id) : []
  return [...new Set([...actor.coordinates, ...own])]
}
