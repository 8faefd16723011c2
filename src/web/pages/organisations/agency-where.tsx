/** Where an organisation's services are given: a small map, the addresses in words, and a link that any map program opens. */
import type { Venue } from '../../../db/directory/organisations.ts'
import { Card } from '../../ui/card.tsx'
import { MapPicture } from '../../ui/map-picture.tsx'
import type { AgencyData } from './agency-services.tsx'

/** Each venue once; one that is kept secret has no position here. */
export function AgencyWhere({ data }: { data: AgencyData }) {
  const { t, extras, agency, land } = data
  const venues = [
    ...new Map([...extras.values()].flatMap(({ venue }) => (venue ? [[venue.id, venue] as const] : []))).values(),
  ]
  const placed = venues.flatMap(venue => (isPlaced(venue) ? [venue] : []))
  if (venues.length === 0) return null
  const areas = land.areas.flatMap(({ code, name }) => {
    const outline = land.outlines.get(code)
    return outline ? [{ name, outline }] : []
  })
  return (
    <Card title={t('directory.agency.where')} id="where">
      {placed.length > 0 && areas.length > 0 && (
        <MapPicture
          alt={t('directory.agency.whereAlt', { name: agency.name })}
          areas={areas}
          points={placed.map((venue, at) => ({
            lat: venue.latitude,
            lng: venue.longitude,
            mark: letterOf(at),
            kind: 'venue',
          }))}
        />
      )}
      <ul class="venues">
        {placed.map((venue, at) => (
          <li key={venue.id}>
            <span class="pin-letter">{letterOf(at)}</span>
            <Address data={data} venue={venue} />
          </li>
        ))}
        {venues
          .filter(venue => !isPlaced(venue))
          .map(venue => (
            <li key={venue.id}>
              <Address data={data} venue={venue} />
            </li>
          ))}
      </ul>
    </Card>
  )
}

function Address({ data: { t, mayKnow }, venue }: { data: AgencyData; venue: Venue }) {
  if (venue.secret && !mayKnow) return <p>{t('directory.agency.secret')}</p>
  return (
    <div>
      <strong>{venue.name}</strong>
      <p class="small">{venue.address.join(', ')}</p>
      {venue.accessibility && <p class="small">{venue.accessibility}</p>}
      {venue.facilities.length > 0 && <p class="small">{venue.facilities.join(', ')}</p>}
      {venue.secret && <p class="small">{t('directory.agency.secretOwn')}</p>}
      {isPlaced(venue) && (
        <p class="small">
          <a href={mapLink(venue)}>
            {t('directory.agency.mapLink')}
            <span class="hidden"> {venue.name}</span>
          </a>
        </p>
      )}
    </div>
  )
}

type Placed = Venue & { latitude: number; longitude: number }
const isPlaced = (venue: Venue): venue is Placed => venue.latitude !== null && venue.longitude !== null

function mapLink({ latitude, longitude }: Placed): string {
  const at = `${latitude.toFixed(5)}/${longitude.toFixed(5)}`
  return `https://www.openstreetmap.org/?mlat=${latitude.toFixed(5)}&mlon=${longitude.toFixed(5)}#map=16/${at}`
}

const letterOf = (at: number) => String.fromCharCode(65 + (at % 26))
