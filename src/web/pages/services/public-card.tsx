/** What the public will see of a service; an address that is kept secret is left out here too. */

import type { Venue } from '../../../db/locations.ts'
import { ways } from '../../../domain/service-sections.ts'
import { mapLink } from '../../../domain/venue.ts'
import { formatList, type T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/tag.tsx'
import { EntryPicture, iconOf } from './entry-picture.tsx'
import type { Editor } from './load.ts'
import { sayCatchment, sayHours, sayRestrictions } from './say.ts'

export function PublicCard({ editor, areas }: { editor: Editor; areas: ReadonlyMap<string, string> }) {
  const { t, service, network, place } = editor
  const only = sayRestrictions(t, network, place.restrictions)
  const facts = [
    { name: t('service.card.where'), value: service.venue && <Address t={t} venue={service.venue} /> },
    { name: t('service.card.serves'), value: sayCatchment(t, service.catchment, areas, network.name) },
    { name: t('service.card.open'), value: linesOf(sayHours(t, service.spans)) },
    { name: t('service.card.for'), value: linesOf(only) ?? t('service.only.everyone') },
    { name: t('common.phone'), value: service.phone },
    { name: t('common.email'), value: service.email },
    { name: t('service.public.website'), value: service.website },
    { name: t('service.public.ways'), value: sayWays(t, service) },
  ]
  return (
    <Card
      title={t('service.card.title')}
      id="public-card"
      aside={
        place.listed ? (
          <Tag tone="good" icon="eye">
            {t('service.card.listed')}
          </Tag>
        ) : (
          <Tag icon="eye-off">{t('service.card.notListed')}</Tag>
        )
      }
    >
      <div class="public-card">
        <EntryPicture {...service} icon={iconOf(network, place.categoryIds)} />
        <h3>{service.name}</h3>
        <p class="small">{service.organisationName}</p>
        {service.description ? (
          <p class="pre-line">{service.description}</p>
        ) : (
          <p class="small">{t('service.card.noDescription')}</p>
        )}
        <Facts facts={facts.filter(({ value }) => value)} plain />
      </div>
    </Card>
  )
}

function Address({ t, venue }: { t: T; venue: Venue }) {
  if (venue.secret)
    return (
      <>
        <Icon name="lock" /> {t('service.card.secret')}
      </>
    )
  const lines = [venue.name, venue.address1, venue.address2, venue.city, venue.postcode].filter(Boolean)
  const { latitude: lat, longitude: lng } = venue
  return (
    <>
      {lines.join(', ')}
      {lat !== null && lng !== null && (
        <>
          <br />
          <a href={mapLink({ lat, lng }, venue.approximate)} rel="noreferrer">
            {t('service.venue.map')}
          </a>
        </>
      )}
    </>
  )
}

function linesOf(lines: readonly string[]) {
  return lines.length > 0 ? lines.map(line => <div key={line}>{line}</div>) : null
}

function sayWays(t: T, { ways: chosen, otherWays }: { ways: string[]; otherWays: string }): string | null {
  const known = ways.filter(way => chosen.includes(way)).map(way => t(`service.way.${way}`))
  const others = chosen.filter(way => !(ways as readonly string[]).includes(way))
  const all = [...known, ...others, ...(otherWays ? [otherWays] : [])]
  return all.length > 0 ? formatList(t, all) : null
}
