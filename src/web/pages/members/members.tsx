/** The organisations of a network for its coordinator: joined, agreement, services, last confirmed, overdue (NET-5, ORG-4). */
import { Hono } from 'hono'
import { resumeOrganisation } from '../../../actions/suspend-organisation.ts'
import { listNetworkMembers, type Member, readMember } from '../../../db/members.ts'
import type { Network } from '../../../db/networks.ts'
import { overdueBefore } from '../../../domain/confirmation.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { workingNetwork } from '../joining/working-network.ts'
import { idOf } from '../services/load.ts'
import { MembersTable } from './table.tsx'

const shown = {
  all: () => true,
  overdue: (member: Member) => member.overdue,
  notAgreed: (member: Member) => !member.agreed,
  suspended: (member: Member) => member.status === 'suspended',
} as const
type Shown = keyof typeof shown

export const membersPage = new Hono<PageEnv>()
  .get(paths.members, async c => {
    const { t, ctx } = c.var
    const network = await workingNetwork(c)
    const members = await listNetworkMembers(ctx.db, network.id, overdueBefore(ctx.now()))
    const show = (Object.keys(shown) as Shown[]).find(one => one === c.req.query('show')) ?? 'all'
    const about = members.find(({ id }) => id === c.req.query('of'))
    const view = (
      <Members t={t} network={network} members={members} show={show} done={c.req.query('done')} about={about} />
    )
    return render(c, view, { title: t('joining.members.titleShort'), width: 'wide' })
  })
  .post('/system/members/:id/resume', async c => {
    const { ctx } = c.var
    const network = await workingNetwork(c)
    const organisationId = idOf(c.req.param('id'))
    const member = await readMember(ctx.db, network.id, organisationId, overdueBefore(ctx.now()))
    if (member?.status !== 'active') await resumeOrganisation(ctx, { networkId: network.id, organisationId })
    return c.redirect(`${paths.members}?done=resumed&of=${organisationId}&network=${network.id}`, 303)
  })

type Props = {
  t: T
  network: Network
  members: readonly Member[]
  show: Shown
  done: string | undefined
  about: Member | undefined
}

function Members({ t, network, members, show, done, about }: Props) {
  const rows = members.filter(shown[show])
  const chips = (Object.keys(shown) as Shown[]).map(one => ({
    href: `${paths.members}?network=${network.id}${one === 'all' ? '' : `&show=${one}`}`,
    label: t(`joining.members.${one}`),
    count: members.filter(shown[one]).length,
    current: one === show,
  }))
  return (
    <>
      <PageHead
        title={t('joining.members.title', { count: members.length, network: network.name })}
        lead={t('joining.members.lead')}
      >
        <LinkButton href={`${paths.invite}?network=${network.id}`} icon="plus">
          {t('joining.invite')}
        </LinkButton>
      </PageHead>
      <div class="stack">
        {about && (done === 'suspended' || done === 'resumed') && (
          <Notice tone="success" live>
            <p>{t(`joining.done.${done}`, { name: about.name })}</p>
          </Notice>
        )}
        <Chips label={t('joining.members.titleShort')} chips={chips} />
        {rows.length === 0 ? (
          <Card>
            <Empty icon="building-2" title={t('joining.members.none')}>
              {t('joining.members.noneText')}
            </Empty>
          </Card>
        ) : (
          <Card flush>
            <MembersTable t={t} networkId={network.id} members={rows} />
          </Card>
        )}
      </div>
    </>
  )
}
