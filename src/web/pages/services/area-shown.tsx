/** The area of a service on a drawn map, over the boundary of the network's authorities. */
import type { MultiPolygon } from 'geojson'
import type { Kysely } from 'kysely'
import { readAtlas } from '../../../db/atlas.ts'
import type { DB } from '../../../db/schema.ts'
import { asGeoJson } from '../../../domain/outline.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { MapPicture } from '../../ui/map-picture.tsx'
import type { Editor } from './load.ts'
import { sayCatchment } from './say.ts'

export type AreaOnMap = { reach: MultiPolygon | null; boundaries: { code: string; outline: MultiPolygon }[] }

export async function readAreaShown(
  db: Kysely<DB>,
  { service, network }: Pick<Editor, 'service' | 'network'>,
): Promise<AreaOnMap> {
  const atlas = await readAtlas(db, network.id, [service.catchment])
  const boundaries = network.authorities.flatMap(code => {
    const outline = atlas.authorities.get(code)
    return outline ? [{ code, outline }] : []
  })
  const isFar = service.catchment.kind === 'everywhere'
  return { reach: isFar ? null : asGeoJson(service.catchment, { ...atlas, venue: pointOf(service) }), boundaries }
}

export function pointOf({ venue }: Editor['service']) {
  return venue?.latitude != null && venue.longitude != null ? { lat: venue.latitude, lng: venue.longitude } : null
}

export function AreaShown({
  editor,
  area,
  areas,
}: {
  editor: Editor
  area: AreaOnMap
  areas: ReadonlyMap<string, string>
}) {
  const { t, service, network, at } = editor
  return (
    <Card title={t('service.area.title')} id="area">
      <div class="stack tight">
        <AreaMap editor={editor} area={area} areas={areas} />
        <p>{sayCatchment(t, service.catchment, areas, network.name)}</p>
        <div class="buttons">
          <LinkButton look="quiet" icon="map" href={at(paths.serviceSection(service.id, 'area'))}>
            {t('service.area.change')}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}

export function AreaMap({
  editor: { t, service, network },
  area: { reach, boundaries },
  areas,
}: {
  editor: Editor
  area: AreaOnMap
  areas: ReadonlyMap<string, string>
}) {
  const venue = pointOf(service)
  if (boundaries.length === 0 && !reach) return null
  return (
    <MapPicture
      full
      alt={t('service.area.mapAlt', { area: sayCatchment(t, service.catchment, areas, network.name) })}
      areas={boundaries.map(({ code, outline }) => ({ name: areas.get(code) ?? code, outline }))}
      reaches={reach ? [reach] : []}
      points={venue ? [{ ...venue, kind: 'venue', ...(service.venue?.name && { label: service.venue.name }) }] : []}
    />
  )
}
