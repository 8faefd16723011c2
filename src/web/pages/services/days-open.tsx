/** Seven letters, those of the days it is open filled; the hours in words for those who cannot see them. */
import type { Span } from '../../../domain/hours.ts'
import type { T } from '../../../words/index.ts'
import { classes } from '../../ui/context.tsx'
import { sayDay, sayHours } from './say.ts'

const week = [1, 2, 3, 4, 5, 6, 7]

export function DaysOpen({ t, spans }: { t: T; spans: readonly Span[] }) {
  if (spans.length === 0) return <p class="small">{t('service.hours.notSaid')}</p>
  const open = new Set(spans.map(({ weekday }) => weekday))
  return (
    <div class="days-open">
      <span class="hidden">{sayHours(t, spans).join('; ')}</span>
      {week.map(day => (
        <span key={day} class={classes('day-dot', open.has(day) && 'open')} title={sayDay(t, day)} aria-hidden="true">
          {sayDay(t, day).slice(0, 1)}
        </span>
      ))}
    </div>
  )
}
