/** The picture of a service's entry: its own, or one of our drawings; a plain one where none was chosen. */
import { paths } from '../../paths.ts'
import { Drawing, isDrawing } from '../../ui/gallery.tsx'

export function EntryPicture({
  pictureId,
  pictureAlt,
  gallery,
  small,
}: {
  pictureId: string | null
  pictureAlt: string | null
  gallery: string | null
  small?: boolean
}) {
  return (
    <div class={small ? 'entry-picture small-picture' : 'entry-picture'}>
      {pictureId ? (
        <img src={paths.picture(pictureId)} alt={pictureAlt ?? ''} loading="lazy" />
      ) : (
        <Drawing name={isDrawing(gallery) ? gallery : 'hands'} />
      )}
    </div>
  )
}
