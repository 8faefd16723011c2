/** How a picture is cut for entries: by pressing what matters most, or by buttons; seen as a list and a page show it. */
import type { EntryPicture as Picture } from '../../../db/pictures.ts'
import { cutWays, type Focus, moveCut, waysToMove } from '../../../domain/picture-cut.ts'
import { paths } from '../../paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { EntryPicture } from './entry-picture.tsx'
import type { Editor } from './load.ts'

/** In pixels, whatever the screen: where it is pressed is told in pixels of what is shown. */
const shownWide = 288

export function PictureCut({ editor, picture }: { editor: Editor; picture: Picture }) {
  const { t, service, at } = editor
  const ways = waysToMove(picture)
  return (
    <div class="picture-cut">
      <Form plain action={at(`${paths.serviceSection(service.id, 'picture')}/cut`)}>
        <h3 class="legend">{t('service.picture.cut')}</h3>
        <p class="small">{t(ways.length > 0 ? 'service.picture.cutHint' : 'service.picture.cutWhole')}</p>
        <input
          type="image"
          name="focus"
          class="picture-press"
          src={paths.picture(picture.id)}
          alt={t('service.picture.press')}
          width={shownWide}
          height={Math.round((shownWide * picture.height) / picture.width)}
          tabindex={-1}
        />
        <ButtonGroup>
          {ways.map(way => (
            <Button key={way} look="quiet" small name="move" value={way}>
              {t(`service.picture.move.${way}`)}
            </Button>
          ))}
        </ButtonGroup>
      </Form>
      <figure>
        <EntryPicture picture={picture} gallery={null} />
        <figcaption class="small">{t('service.picture.onPage')}</figcaption>
      </figure>
      <figure class="in-list">
        <EntryPicture picture={{ ...picture, alt: '' }} gallery={null} small />
        <figcaption class="small">{t('service.picture.inList')}</figcaption>
      </figure>
    </div>
  )
}

/** Null for neither. A key on the picture tells the place 0, 0: nothing was pressed. */
export function focusAsked(form: FormData, picture: Picture): Focus | null {
  const way = cutWays.find(one => one === form.get('move'))
  if (way) return moveCut(picture, way)
  const [x, y] = ['focus.x', 'focus.y'].map(name => Number(form.get(name) ?? 0))
  if (!x || !y || x < 0 || y < 0) return null
  const shownHigh = (shownWide * picture.height) / picture.width
  return { x: Math.min(100, (x / shownWide) * 100), y: Math.min(100, (y / shownHigh) * 100) }
}
