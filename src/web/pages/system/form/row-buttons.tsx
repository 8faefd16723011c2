/** The buttons beside a row: up, down, out. Each posts the whole form with what was pressed. */
import type { T } from '../../../../words/index.ts'
import { Button } from '../../../ui/button.tsx'
import type { IconName } from '../../../ui/icon.tsx'

type Props = { t: T; of: string; at: number; count: number; name: string }

export function RowButtons({ t, of, at, count, name }: Props) {
  return (
    <span class="movers">
      {at === 0 && <span class="mover" />}
      {at > 0 && <RowButton icon="arrow-up" value={`${of}-up:${at}`} label={t('system.upOf', { name })} />}
      {at < count - 1 ? (
        <RowButton icon="arrow-down" value={`${of}-down:${at}`} label={t('system.downOf', { name })} />
      ) : (
        <span class="mover" />
      )}
      <RowButton icon="x" value={`${of}-remove:${at}`} label={t('designer.removeOf', { name })} />
    </span>
  )
}

export function RowButton({ icon, value, label }: { icon: IconName; value: string; label: string }) {
  return (
    <Button look="quiet" small icon={icon} name="do" value={value} label={label}>
      <span class="hidden">{label}</span>
    </Button>
  )
}
