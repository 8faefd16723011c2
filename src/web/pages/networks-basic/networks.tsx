/** The networks of the one who looks: who coordinates each, who is in it, whom to ask. */
import { Hono } from 'hono'
import { type AnyNetwork, listAllNetworks } from '../../../db/all-networks.ts'
import { listAreas } from '../../../db/areas.ts'
import { listMembers, type NetworkMember } from '../../../db/network-members.ts'
import { type Network, readNetworks } from '../../../db/networks.ts'
import { type Actor, may } from '../../../domain/policy.ts'
import type { T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Table } from '../../ui/table.tsx'
import { AllNetworks } from './all.tsx'

type Props = { t: T; actor: Actor; network: Network; members: NetworkMember[]; areas: string[] }

export const networksPage = new Hono<PageEnv>().get(paths.networks, async c => {
  const { t, actor, ctx } = c.var
  const ids = [...new Set([...actor.networks.map(({ id }) => id), ...actor.coordinates, ...actor.commissions])]
  const networks = await readNetworks(ctx.db, ids)
  const members = await listMembers(ctx.db, ids)
  const all = may(actor, 'administer') ? await listAllNetworks(ctx.db) : null
  const names = new Map((await listAreas(ctx.db, ids)).map(({ code, name }) => [code, name]))
  const view = (
    <div class="stack">
      <PageHead title={titleOf(t, networks, all)} />
      {c.req.query('done') === 'invited' && (
        <Notice tone="success" live>
          <p>{t('start.network.madeInvited')}</p>
        </Notice>
      )}
      {all && <AllNetworks t={t} networks={all} />}
      {networks.length === 0 && !all && (
        <Empty icon="network" title={t('network.none')}>
          {t('network.noneText')}
        </Empty>
      )}
      {networks.map(network => (
        <NetworkCard
          key={network.id}
          t={t}
          actor={actor}
          network={network}
          members={members.filter(({ networkId }) => networkId === network.id)}
          areas={network.authorities.map(code => names.get(code) ?? code)}
        />
      ))}
    </div>
  )
  return render(c, view, { title: t('nav.networks') })
})

function titleOf(t: T, own: readonly Network[], all: readonly AnyNetwork[] | null): string {
  if (own.length > 0) return t('network.title', { count: own.length })
  return all ? t('start.all.heading') : t('network.none')
}

function NetworkCard({ t, actor, network, members, areas }: Props) {
  const agreed = actor.networks.find(({ id }) => id === network.id)?.agreed
  const columns = [
    {
      heading: t('network.columns.organisation'),
      cell: ({ name, coordinating }: NetworkMember) => (coordinating ? t('network.coordinating', { name }) : name),
    },
    { heading: t('network.columns.services'), cell: ({ services }: NetworkMember) => services, number: true },
    { heading: t('network.columns.kinds'), cell: ({ kinds }: NetworkMember) => kinds.join(', ') },
  ]
  return (
    <Card title={network.name} id={network.slug} prominent>
      {network.description && <p>{network.description}</p>}
      <Facts
        facts={[
          { name: t('network.area'), value: areas.join(', ') },
          { name: t('network.help'), value: <Help network={network} /> },
          agreed !== undefined && {
            name: t('network.agreement'),
            value: <a href={paths.agreement(network.slug)}>{t(agreed ? 'network.agreed' : 'network.notAgreed')}</a>,
          },
        ]}
      />
      {may(actor, 'readReferrals') && (
        <div class="next">
          <LinkButton look="quiet" icon="inbox" href={`${paths.referrals}?tab=all&network=${network.id}`}>
            {t('network.workHere')}
          </LinkButton>
        </div>
      )}
      <div class="next">
        <Table
          caption={t('network.members', { count: members.length })}
          columns={columns}
          rows={members}
          keyOf={({ id }) => id}
        />
      </div>
    </Card>
  )
}

function Help({ network: { helpName, helpEmail, helpPhone } }: { network: Network }) {
  return (
    <>
      {helpName}
      {helpEmail && (
        <>
          {' · '}
          <a href={`mailto:${helpEmail}`}>{helpEmail}</a>
        </>
      )}
      {helpPhone && ` · ${helpPhone}`}
    </>
  )
}
