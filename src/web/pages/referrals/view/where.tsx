/** Where the person is, drawn over the authorities of the network, and in words. */
import { Card } from '../../../ui/card.tsx'
import { MapPicture } from '../../../ui/map-picture.tsx'
import type { Props } from './article.tsx'

const districtMetres = 1800

export function Where({ t, data }: Props) {
  const { content, lean, file } = data.view
  const areas = data.neighbours.flatMap(({ name, outline }) =>
    outline ? { name, outline, chosen: name === lean.areaName } : [],
  )
  if (!content || areas.length === 0) return null
  const { latitude, longitude, approximate } = content.person
  const known = latitude !== null && longitude !== null
  const points = known
    ? [{ lat: latitude, lng: longitude, kind: 'person' as const, within: approximate ? districtMetres : undefined }]
    : []
  const chosen = areas.filter(area => area.chosen).map(({ outline }) => outline)
  return (
    <Card title={t('referral.where')} id="where">
      <MapPicture
        alt={
          known ? t('referral.mapAlt', { area: lean.areaName ?? file.outwardCode ?? '' }) : t('referral.mapAltUnknown')
        }
        areas={areas}
        points={points}
        focus={chosen.length > 0 ? chosen : undefined}
        caption={captionOf({ t, data })}
      />
    </Card>
  )
}

function captionOf({ t, data }: Props): string {
  const { content, lean, file } = data.view
  const place = [file.outwardCode, lean.areaName].filter(Boolean).join(', ')
  if (!place) return content?.person.noFixedAddress ? t('referral.noFixedAddress') : t('common.notGiven')
  const rough = content?.person.approximate && file.outwardCode
  return rough ? `${place}. ${t('referral.mapApproximate', { outward: rough })}` : place
}
