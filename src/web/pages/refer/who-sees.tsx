/** Who will see what, before anybody agrees to it: the services asked, the coordinator, the rest of the network. */
import type { Network } from '../../../db/networks.ts'
import { formatList, type T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import type { Option, Plan } from './plan.ts'

/** `named`: one of several, so it says of which network. */
type Props = { t: T; network: Network; plan: Plan; named?: boolean }
type Line = { icon: IconName; who: string; sees: string }

export function WhoSees({ t, network, plan, named = false }: Props) {
  const isNamedOnly = network.settings.consentScope === 'named'
  return (
    <Card
      title={named ? t('consent.whoSeesIn', { network: network.name }) : t('consent.whoSees')}
      id={named ? `who-sees-${network.id}` : 'who-sees'}
    >
      <ul class="who-sees">
        {linesFor(t, network, plan).map(({ icon, who, sees }) => (
          <li key={who}>
            <Icon name={icon} />
            <div>
              <strong>{who}</strong>
              <p class="small">{sees}</p>
            </div>
          </li>
        ))}
      </ul>
      <p class="small who-scope">
        {isNamedOnly ? t('consent.scopeNamed') : t('consent.scopeNetwork', { network: network.name })}
      </p>
    </Card>
  )
}

function linesFor(t: T, network: Network, { listed }: Plan): Line[] {
  const { membersSee, membersSeeIdentity, identityBeforeAcceptance } = network.settings
  const first = organisations(listed.filter(({ asks }) => asks.length > 0))
  const next = organisations(listed).filter(name => !first.includes(name))
  const all = identityBeforeAcceptance ? 'consent.seesAskedAll' : 'consent.seesAskedNeeds'
  const row = membersSee === 'row' ? t(`consent.seesMembersRow.${membersSeeIdentity}`) : null
  return [
    ...(first.length > 0 ? [{ icon: 'send', who: formatList(t, first), sees: t(all) } as const] : []),
    ...(next.length > 0
      ? [{ icon: 'forward', who: formatList(t, next), sees: t('consent.seesNextText') } as const]
      : []),
    { icon: 'user', who: t('consent.seesCoordinator'), sees: t('consent.seesCoordinatorText') },
    { icon: 'users', who: t('consent.seesMembers'), sees: row ?? t('consent.seesMembersNothing') },
  ]
}

function organisations(options: readonly Option[]): string[] {
  return [...new Set(options.map(({ organisationName }) => organisationName))]
}
