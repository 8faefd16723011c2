/** One service of a reader's list: whom to ring first, then when and where. */
import type { OpenService, OpenVenue } from '../../../db/open-data/services.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { publicPaths } from '../../public-paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { sayHours } from '../services/say.ts'
import { EmailLink, PhoneLink, WebsiteLink } from './contact-links.tsx'
import { type Site, writeList } from './site.ts'

export function SavedService({ site, service }: { site: Site; service: OpenService }) {
  const { t, slug, to, byId, list } = site
  const { id, name, phone, email, website, spans, venue, closures } = service
  const where = byId.get(id)?.secret ? t('publicSite.saved.secret') : addressOf(venue)
  const without = writeList(list.filter(one => one.id !== id))
  return (
    <li class="saved-service">
      <div class="saved-name">
        <h3>
          <a href={to(publicPaths.service(slug, id))}>{name}</a>
        </h3>
        <a class="remove no-print" href={to(publicPaths.saved(slug), { list: without })} rel="nofollow">
          <Icon name="x" />
          <span aria-hidden="true">{t('publicSite.saved.remove')}</span>
          <span class="hidden">{t('publicSite.saved.removeLabel', { name })}</span>
        </a>
      </div>
      {phone && (
        <p class="saved-phone">
          <PhoneLink phone={phone} />
        </p>
      )}
      <dl>
        <div>
          <dt>{t('publicSite.saved.open')}</dt>
          <dd>
            {spans.length > 0 ? sayHours(t, spans).join('; ') : t('publicSite.saved.hoursUnknown')}
            {closures.map(({ firstDay, lastDay }) => (
              <span key={firstDay} class="shut">
                {sayClosure(t, firstDay, lastDay)}
              </span>
            ))}
          </dd>
        </div>
        {where && (
          <div>
            <dt>{t('publicSite.saved.where')}</dt>
            <dd>{where}</dd>
          </div>
        )}
        {(email || website) && (
          <div class="saved-links">
            <dt class="hidden">{t('publicSite.organisation.contact')}</dt>
            <dd>
              {email && <EmailLink email={email} />} {website && <WebsiteLink website={website} />}
            </dd>
          </div>
        )}
      </dl>
    </li>
  )
}

function sayClosure(t: T, firstDay: string, lastDay: string): string {
  const [from, to] = [formatDate(t, firstDay), formatDate(t, lastDay)]
  return firstDay === lastDay
    ? t('publicSite.saved.closedOn', { date: from })
    : t('publicSite.saved.closedFrom', { from, to })
}

function addressOf(venue: OpenVenue | null): string {
  if (!venue) return ''
  const { name, address1, address2, city, postcode } = venue
  // A postcode stays on one line.
  return [...new Set([name, address1, address2, city, postcode?.replace(' ', '\u00a0')])].filter(Boolean).join(', ')
}
