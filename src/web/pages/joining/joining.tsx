/** Who would like to join, who has been invited, and whether members' invitations wait: the coordinator's page (NET-2, NET-3). */
import { Hono } from 'hono'
import { decideJoin } from '../../../actions/decide-join.ts'
import { setInvitationApproval } from '../../../actions/invite-settings.ts'
import { type Invitation, listInvitations } from '../../../db/invitations.ts'
import { type JoinRequest, listRequests } from '../../../db/joining.ts'
import type { Network } from '../../../db/networks.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { idOf } from '../services/load.ts'
import { Invitations } from './invitations.tsx'
import { DecidedRequests, RequestCard } from './request.tsx'
import { workingNetwork } from './working-network.ts'

const done = ['invited', 'waits', 'approve', 'refuse', 'resend', 'revoke', 'approved', 'refused', 'setting'] as const

export const joiningPage = new Hono<PageEnv>()
  .get(paths.joining, async c => {
    const { t, ctx, deps } = c.var
    const network = await workingNetwork(c)
    const view = (
      <Joining
        t={t}
        network={network}
        requests={await listRequests(ctx.db, network.id)}
        invitations={await listInvitations(ctx.db, network.id, ctx.now())}
        address={`${deps.config.baseUrl}${paths.askToJoin(network.slug)}`}
        done={c.req.query('done')}
      />
    )
    return render(c, view, { title: t('joining.titleShort'), islands: ['copy'] })
  })
  .post(paths.joiningSettings, async c => {
    const network = await workingNetwork(c)
    await setInvitationApproval(c.var.ctx, network.id, c.var.form.get('needsApproval') === 'yes')
    return c.redirect(`${paths.joining}?done=setting&network=${network.id}`, 303)
  })
  .post('/system/joining/requests/:id/approve', async c => {
    await decideJoin(c.var.ctx, idOf(c.req.param('id')), { status: 'approved' })
    return c.redirect(`${paths.joining}?done=approved`, 303)
  })

type Props = {
  t: T
  network: Network
  requests: readonly JoinRequest[]
  invitations: readonly Invitation[]
  address: string
  done: string | undefined
}

function Joining({ t, network, requests, invitations, address, done: what }: Props) {
  const said = done.find(one => one === what)
  return (
    <>
      <PageHead title={t('joining.title', { network: network.name })} lead={t('joining.lead')}>
        <LinkButton href={`${paths.invite}?network=${network.id}`} icon="plus">
          {t('joining.invite')}
        </LinkButton>
      </PageHead>
      <div class="stack">
        {said && (
          <Notice tone="success" live>
            <p>{t(`joining.done.${said}`)}</p>
          </Notice>
        )}
        <Requests t={t} requests={requests} address={address} />
        <Card title={t('joining.invitations')}>
          <Invitations t={t} invitations={invitations} coordinates />
        </Card>
        <DecidedRequests t={t} requests={requests.filter(({ status }) => status !== 'waiting')} />
        <Setting t={t} network={network} />
      </div>
    </>
  )
}

function Requests({ t, requests, address }: Pick<Props, 't' | 'requests' | 'address'>) {
  const waiting = requests.filter(({ status }) => status === 'waiting')
  const held = waiting.filter(one => one.held)
  const plain = waiting.filter(one => !one.held)
  return (
    <>
      {plain.length === 0 ? (
        <Card title={t('joining.requests')} id="requests">
          <Empty icon="users" title={t('joining.requestsNone')} level={3}>
            {t('joining.requestsNoneText')}
          </Empty>
          <Address t={t} address={address} />
        </Card>
      ) : (
        <section class="stack tight" aria-labelledby="requests">
          <h2 id="requests">{t('joining.requests')}</h2>
          {plain.map(request => (
            <RequestCard key={request.id} t={t} request={request} />
          ))}
          <Address t={t} address={address} />
        </section>
      )}
      {held.length > 0 && (
        <section class="stack tight" aria-labelledby="held">
          <h2 id="held">{t('joining.held')}</h2>
          <p>{t('joining.heldText')}</p>
          {held.map(request => (
            <RequestCard key={request.id} t={t} request={request} />
          ))}
        </section>
      )}
    </>
  )
}

function Address({ t, address }: { t: T; address: string }) {
  return (
    <p class="buttons">
      <a href={address}>{t('joining.publicPage')}</a>
      <span class="small">{address.replace(/^https?:\/\//, '')}</span>
      <CopyButton text={address} />
    </p>
  )
}

function Setting({ t, network }: Pick<Props, 't' | 'network'>) {
  return (
    <Card title={t('joining.setting')} id="setting">
      <Form action={`${paths.joiningSettings}?network=${network.id}`}>
        <p>{t('joining.settingHint')}</p>
        <Checkbox
          name="needsApproval"
          label={t('joining.settingLabel')}
          checked={network.settings.invitationsNeedApproval}
        />
        <div>
          <Button look="quiet">{t('common.save')}</Button>
        </div>
      </Form>
    </Card>
  )
}
