/** Where a postcode is: its name, a small map, and a word when it lies outside the network's area (FORM-2). Nothing leaves the installation. */
import type { Kysely } from 'kysely'
import { type Neighbour, readNeighbourhood } from '../../../db/neighbourhood.ts'
import type { Network } from '../../../db/networks.ts'
import { placeOf } from '../../../db/places.ts'
import type { DB } from '../../../db/schema.ts'
import type { Place } from '../../../domain/area.ts'
import { isOutside } from '../../../domain/network.ts'
import { parsePostcode } from '../../../domain/postcode.ts'
import type { T } from '../../../words/index.ts'
import { MapPicture } from '../../ui/map-picture.tsx'
import { Notice } from '../../ui/notice.tsx'

export type Located = { place: Place; postcode: string; neighbours: Neighbour[] }

/** Null where nothing was typed, or nothing that can be a postcode. */
export async function locate(db: Kysely<DB>, network: Network, typed: string): Promise<Located | null> {
  const place = await placeOf(db, typed)
  const parsed = parsePostcode(typed)
  if (!place || parsed.kind === 'invalid') return null
  const neighbours = await readNeighbourhood(db, network.authorities, place)
  return { place, postcode: parsed.postcode, neighbours }
}

/** "L4, Liverpool". */
export function nameOf(t: T, { place, postcode, neighbours }: Located): string {
  const authority = neighbours.find(({ code }) => code === place.authority)?.name
  const outward = place.outward ?? postcode
  return authority ? t('form.place.in', { outward, authority }) : outward
}

type Props = { t: T; network: Network; located: Located | null }

export function PlaceShown({ t, network, located }: Props) {
  if (!located) return null
  const { place, postcode } = located
  if (!place.point)
    return <p class="small">{t(place.outward ? 'form.place.unplaced' : 'form.place.special', { postcode })}</p>
  return (
    <div class="stack tight">
      <Outside t={t} network={network} located={located} />
      <PlaceMap t={t} network={network} located={located} point={place.point} />
    </div>
  )
}

export function Outside({ t, network, located }: Props) {
  const { outsideArea } = network.settings
  if (!located || outsideArea === 'nothing' || !isOutside(network.authorities, located.place)) return null
  const authority = nameOf(t, located)
  return (
    <Notice tone="warning" title={t('form.place.outside', { network: network.name })}>
      <p>{outsideArea === 'stop' ? t('form.place.outsideStop') : t('form.place.outsideWarn', { authority })}</p>
    </Notice>
  )
}

function PlaceMap({ t, network, located, point }: Props & { located: Located; point: { lat: number; lng: number } }) {
  const { place, neighbours } = located
  const outward = place.outward ?? ''
  const areas = neighbours.flatMap(({ code, name, outline }) =>
    outline ? [{ name, outline, chosen: code === place.authority }] : [],
  )
  const pin = { ...point, kind: 'person' as const, within: place.approximate ? 2200 : undefined }
  return (
    <MapPicture
      alt={t('form.place.map', { network: network.name, outward })}
      areas={areas}
      points={[pin]}
      caption={
        <>
          <strong>{nameOf(t, located)}</strong>
          {place.approximate && <> {t('form.place.approximate')}</>}
        </>
      }
    />
  )
}
