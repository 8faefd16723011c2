/** How full a service is: cases solid, those asked and not yet answered lighter, what is over in red. */
import type { T } from '../../words/index.ts'
import { say } from './context.tsx'

/** `places` null is unlimited, 0 takes nobody. */
export type Capacity = { places: number | null; cases: number; waiting?: number }

export function CapacityBar({ places, cases, waiting = 0 }: Capacity) {
  const whole = Math.max(places ?? cases + waiting, cases + waiting, 1)
  const part = (count: number) => (count / whole) * 100
  const over = places === null ? 0 : Math.max(0, cases - places)
  return say(t => (
    <>
      <span>{describe(t, { places, cases })}</span>
      {waiting > 0 && <span class="small"> · {t('ui.waitingToo', { count: waiting })}</span>}
      {places !== null && places > 0 && (
        <svg
          class="capacity"
          viewBox="0 0 100 10"
          width="100%"
          height="14"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect class="room" width="100" height="10" />
          <rect class="used" width={part(cases - over)} height="10" />
          <rect class="over" x={part(cases - over)} width={part(over)} height="10" />
          <rect class="asked" x={part(cases)} width={part(waiting)} height="10" />
        </svg>
      )}
    </>
  ))
}

function describe(t: T, { places, cases }: Capacity): string {
  if (places === null) return t('ui.unlimited', { count: cases })
  if (places === 0) return t('ui.closedToNew')
  return t(cases >= places ? 'ui.over' : 'ui.inUse', { used: cases, places })
}
