/** Opening times of an organisation: a morning and an afternoon for each day, today marked. */
import type { Span } from '../../../domain/hours.ts'
import { weekOf } from '../../../domain/week.ts'
import type { T } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Tag } from '../../ui/tag.tsx'
import { dayName } from '../refer/reasons.ts'
import { dayOf } from './network.ts'
import { saySpan } from './say.ts'

export function OpeningTable({ t, name, spans, now }: { t: T; name: string; spans: readonly Span[]; now: Date }) {
  const { today } = weekOf(undefined, dayOf(now))
  return (
    <Card title={t('directory.agency.hours')} id="hours">
      {spans.length === 0 ? (
        <p class="small">{t('directory.agency.hoursByService')}</p>
      ) : (
        <table class="table opening">
          <caption class="hidden">{t('directory.agency.hoursLabel', { name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('directory.agency.day')}</th>
              <th scope="col">{t('directory.agency.morning')}</th>
              <th scope="col">{t('directory.agency.afternoon')}</th>
            </tr>
          </thead>
          <tbody>
            {[1, 2, 3, 4, 5, 6, 7].map(day => (
              <Day key={day} t={t} day={day} isToday={day === today} spans={spans.filter(it => it.weekday === day)} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

function Day({ t, day, isToday, spans }: { t: T; day: number; isToday: boolean; spans: readonly Span[] }) {
  const across = spans.some(({ opens, closes }) => opens < '12:00' && (closes > '13:00' || closes <= opens))
  const say = (some: readonly Span[]) => some.map(span => saySpan(t, span)).join(', ') || '–'
  return (
    <tr class={isToday ? 'today' : undefined} aria-current={isToday ? 'date' : undefined}>
      <th scope="row">
        {dayName(t, day)} {isToday && <Tag tone="good">{t('directory.agency.today')}</Tag>}
      </th>
      {spans.length === 0 && (
        <td colSpan={2} class="shut">
          {t('directory.agency.closed')}
        </td>
      )}
      {spans.length > 0 && across && <td colSpan={2}>{say(spans)}</td>}
      {spans.length > 0 && !across && (
        <>
          <td>{say(spans.filter(({ opens }) => opens < '12:00'))}</td>
          <td>{say(spans.filter(({ opens }) => opens >= '12:00'))}</td>
        </>
      )}
    </tr>
  )
}
