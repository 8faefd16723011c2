/** The picture of a service's entry: its own, or one of our drawings; a plain one where none was chosen. */
import { lineOf, type Network } from '../../../db/networks.ts'
import type { EntryPicture as Picture } from '../../../db/pictures.ts'
import { paths } from '../../paths.ts'
import { Drawing, drawingFor, isDrawing } from '../../ui/gallery.tsx'

export function EntryPicture({
  picture,
  gallery,
  icon = null,
  small,
}: {
  picture: Picture | null
  gallery: string | null
  /** Of its kind of help: which drawing stands in until one is chosen. */
  icon?: string | null
  small?: boolean
}) {
  return (
    <div class={small ? 'entry-picture small-picture' : 'entry-picture'}>
      {picture ? (
        <img src={paths.pictureCut(picture)} alt={picture.alt} loading="lazy" />
      ) : (
        <Drawing name={isDrawing(gallery) ? gallery : drawingFor(icon)} />
      )}
    </div>
  )
}

/** Of the first kind of help that has one, itself or above it. */
export function iconOf(network: Network, categoryIds: readonly string[]): string | null {
  const line = categoryIds.flatMap(id => lineOf(network, id))
  return line.map(id => network.categories.get(id)?.icon ?? null).find(icon => icon !== null) ?? null
}
