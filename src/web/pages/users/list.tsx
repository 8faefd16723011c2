/** ORG-2, NET-5: the accounts that somebody keeps, with the invitations that are open. */
import { type Context, Hono } from 'hono'
import { takeBackGrant } from '../../../actions/end-grant.ts'
import { listColleagues, listGranted, listPrimaries } from '../../../db/colleagues.ts'
import { type Invitation, listInvitations, listInvitationsTo } from '../../../db/invitations.ts'
import { grantRoles } from '../../../domain/users.ts'
import type { T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { Children } from '../../ui/context.tsx'
import { Details } from '../../ui/details.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { Invitations } from '../joining/invitations.tsx'
import { idOf } from '../services/load.ts'
import { hrefOf, loadWhose, type Of, type Whose } from './load.ts'
import { Colleagues, GrantedTable } from './people.tsx'

const done = ['invited', 'resend', 'revoke', 'changed', 'ended', 'restored', 'granted'] as const

export const userList = new Hono<PageEnv>()
  .get(paths.users, async c => {
    const whose = await loadWhose(c)
    const { of } = whose
    const view = of.kind === 'network' ? await networkView(c, of) : await organisationView(c, of)
    const title = c.var.t('nav.users')
    return render(c, <Frame t={c.var.t} whose={whose} {...view} done={c.req.query('done')} />, { title })
  })
  .post('/users/grants/:user/:role/end', async c => {
    const role = grantRoles.find(one => one === c.req.param('role'))
    const { of } = await loadWhose(c)
    if (!role || of.kind !== 'network') throw absent()
    await takeBackGrant(c.var.ctx, { networkId: of.id, userId: idOf(c.req.param('user')), role })
    return c.redirect(`${hrefOf(of)}&done=granted`, 303)
  })

type View = { title: string; lead: string; children: Children }

async function organisationView({ var: { t, ctx } }: Context<PageEnv>, of: Of): Promise<View> {
  const all = (await listColleagues(ctx.db, of.id)).filter(({ role }) => of.roles.some(one => one === role))
  const here = all.filter(({ endedAt }) => endedAt === null)
  const gone = all.filter(({ endedAt }) => endedAt !== null)
  const keepsAll = of.roles.length > 1
  const title = t(keepsAll ? 'user.organisation.title' : 'user.organisation.titlePrimary', {
    count: here.length,
    organisation: of.name,
  })
  const children = (
    <>
      <Card flush>
        <Colleagues t={t} people={here} caption={title} />
      </Card>
      {gone.length > 0 && (
        <Details summary={t('user.organisation.gone', { count: gone.length })}>
          <Colleagues t={t} people={gone} caption={t('user.organisation.gone', { count: gone.length })} />
        </Details>
      )}
      <Open t={t} of={of} invitations={await listInvitationsTo(ctx.db, of.id, ctx.now())} />
    </>
  )
  return { title, lead: t(keepsAll ? 'user.organisation.lead' : 'user.organisation.leadPrimary'), children }
}

async function networkView({ var: { t, ctx } }: Context<PageEnv>, of: Of): Promise<View> {
  const primaries = await listPrimaries(ctx.db, of.id)
  const invitations = await listInvitations(ctx.db, of.id, ctx.now(), { of: grantRoles })
  const children = (
    <>
      <Card flush title={t('user.network.staff')} id="staff">
        <GrantedTable t={t} networkId={of.id} people={await listGranted(ctx.db, of.id)} />
      </Card>
      <Open t={t} of={of} invitations={invitations} />
      <Card flush title={t('user.network.primaries')} id="primaries">
        <Colleagues t={t} people={primaries} caption={t('user.network.primariesTable')} withOrganisation />
      </Card>
    </>
  )
  return {
    title: t('user.network.title', { count: primaries.length, network: of.name }),
    lead: t('user.network.lead'),
    children,
  }
}

/** What was accepted shows among the people. */
function Open({ t, of, invitations }: { t: T; of: Of; invitations: readonly Invitation[] }) {
  const open = invitations.filter(({ state }) => state !== 'accepted')
  if (open.length === 0) return null
  return (
    <Card flush title={t('joining.invitations')} id="invitations">
      <Invitations t={t} invitations={open} back={hrefOf(of)} people />
    </Card>
  )
}

type FrameProps = View & { t: T; whose: Whose; done: string | undefined }

function Frame({ t, whose: { of, others }, title, lead, children, done: what }: FrameProps) {
  const said = done.find(one => one === what)
  const invite = of.kind === 'network' ? 'user.network.invite' : 'user.organisation.invite'
  return (
    <>
      <PageHead title={title} lead={lead}>
        <LinkButton href={hrefOf(of, paths.inviteUser)} icon="plus">
          {t(invite)}
        </LinkButton>
      </PageHead>
      <div class="stack">
        {said && (
          <Notice tone="success" live>
            <p>{t(`user.done.${said}`)}</p>
          </Notice>
        )}
        {others.length > 1 && (
          <Chips label={t('user.whose')} chips={others.map(({ name, ...rest }) => ({ ...rest, label: name }))} />
        )}
        {children}
      </div>
    </>
  )
}
