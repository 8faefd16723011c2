/** How to get help from a service: what to press first, then the other ways in words. */
import { showPhone } from '../../../../domain/phone.ts'
import { Card } from '../../../ui/card.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { AskForHelp } from '../ask-for-help.tsx'
import { isOpenNow, sayNow, waysOf } from '../find/say.ts'
import type { ServiceData } from '../service.tsx'

export function GetHelp({ data }: { data: ServiceData }) {
  const { site, service, open, organisation } = data
  const { t, now } = site
  const { phone, email, website } = open
  const opening = sayNow(t, service, now)
  const isReachable = Boolean(phone || email || website)
  return (
    <Card title={t('publicService.contact')} id="contact">
      {opening && (
        <p class={isOpenNow(service, now) ? 'now good' : 'now'}>
          <Icon name="clock" />
          {opening}
        </p>
      )}
      {isReachable && (
        <ul class="contact-ways">
          {phone && <Way icon="phone" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} text={showPhone(phone)} />}
          {email && <Way icon="mail" href={`mailto:${email}`} text={email} />}
          {website && <Way icon="arrow-right" href={website} text={t('publicService.visit')} printed={website} />}
        </ul>
      )}
      {!isReachable && <p>{t('publicService.noContact', { organisation: organisation?.name ?? '' })}</p>}
      {waysOf(service).length > 0 && (
        <ul class="bullets">
          {waysOf(service).map(way => (
            <li key={way}>{t(`publicService.way.${way}`)}</li>
          ))}
        </ul>
      )}
      {service.otherWays && <p class="pre-line">{service.otherWays}</p>}
      <AskForHelp site={site} need={oneNeed(data)} />
    </Card>
  )
}

/** Which of several it is about only its reader knows. */
function oneNeed({ site: { network }, service }: ServiceData): string | undefined {
  const [need, ...others] = service.categoryIds.filter(id => network.categories.get(id)?.retired === false)
  return others.length === 0 ? need : undefined
}

function Way({ icon, href, text, printed }: { icon: IconName; href: string; text: string; printed?: string }) {
  return (
    <li>
      <a href={href} rel="noreferrer">
        <Icon name={icon} />
        {text}
      </a>
      {printed && <span class="only-print"> {printed}</span>}
    </li>
  )
}
