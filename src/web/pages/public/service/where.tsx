/** Where a service is given: a small map, the address in words, how to get in. Of a secret venue only that it is one. */
import type { OpenVenue } from '../../../../db/open-data/services.ts'
import { mapLink } from '../../../../domain/venue.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { MapPicture } from '../../../ui/map-picture.tsx'
import type { ServiceData } from '../service.tsx'

export function Where({ data }: { data: ServiceData }) {
  const { site, service, open } = data
  const { t } = site
  return (
    <Card title={t('publicService.where')} id="where">
      {open.venue ? (
        <Venue data={data} venue={open.venue} />
      ) : service.secret ? (
        <p>
          <Icon name="lock" /> {t('publicService.secret')}
        </p>
      ) : (
        <p>{t('publicService.nowhere')}</p>
      )}
    </Card>
  )
}

function Venue({ data, venue }: { data: ServiceData; venue: OpenVenue }) {
  const { t } = data.site
  const { latitude: lat, longitude: lng, approximate, accessibility, facilities } = venue
  const lines = [venue.name, venue.address1, venue.address2, venue.city, venue.postcode].filter(Boolean)
  const point = lat === null || lng === null ? null : { lat, lng }
  return (
    <>
      <address>
        {lines.map(line => (
          <div key={line}>{line}</div>
        ))}
      </address>
      {point && <SmallMap data={data} point={point} />}
      {point && (
        <p class="no-print">
          <a href={mapLink(point, approximate)} rel="noreferrer">
            {t('publicService.directions')}
          </a>
        </p>
      )}
      <Facts
        plain
        facts={[
          { name: t('publicService.access'), value: accessibility },
          { name: t('publicService.facilities'), value: facilities.join(' · ') },
        ]}
      />
    </>
  )
}

/** Over the authorities, so that it needs nobody else's tiles. */
function SmallMap({ data: { site, land }, point }: { data: ServiceData; point: { lat: number; lng: number } }) {
  const areas = land.areas.flatMap(({ code, name }) => {
    const outline = land.outlines.get(code)
    return outline ? [{ name, outline }] : []
  })
  if (areas.length === 0) return null
  return <MapPicture alt={site.t('publicService.mapAlt')} areas={areas} points={[{ ...point, kind: 'venue' }]} />
}
