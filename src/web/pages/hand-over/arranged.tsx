/** Cover that is arranged or under way, with the way to end it. */
import type { HandOver } from '../../../db/hand-overs.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'

type Props = { t: T; cover: HandOver; of: string | undefined; mayEnd: boolean }

/** `of`: the colleague on whose page it stands. */
export function Arranged({ t, cover, of, mayEnd }: Props) {
  const { id, fromName, toName, fromDay, untilDay, begun } = cover
  const days = { first: formatDate(t, fromDay), last: formatDate(t, untilDay ?? fromDay) }
  return (
    <Card act={begun}>
      <div class="stack tight">
        <p>
          <strong>{t('handOver.covered', { to: toName, from: fromName, ...days })}</strong>{' '}
          {t(begun ? 'handOver.begun' : 'handOver.planned')}
        </p>
        {mayEnd && (
          <Form action={`${paths.endCover(id)}${of ? `?of=${of}` : ''}`} plain>
            <Button look="quiet">{t(begun ? 'handOver.end' : 'handOver.cancel')}</Button>
          </Form>
        )}
      </div>
    </Card>
  )
}
