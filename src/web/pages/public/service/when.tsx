/** When a service is open: the week, today marked; what is closed soon. */
import type { Span } from '../../../../domain/hours.ts'
import { formatDate } from '../../../../words/index.ts'
import { publicPaths } from '../../../public-paths.ts'
import { Card } from '../../../ui/card.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { saySpan } from '../../organisations/say.ts'
import { dayName } from '../../refer/reasons.ts'
import type { ServiceData } from '../service.tsx'

export function When({ data: { site, service, open } }: { data: ServiceData }) {
  const { t, slug, to, clock } = site
  const { spans, closedOnBankHolidays } = service.hours
  if (spans.length === 0)
    return (
      <Card title={t('publicService.when')} id="when">
        <p>{t('publicService.whenUnknown')}</p>
      </Card>
    )
  return (
    <Card title={t('publicService.when')} id="when">
      <table class="table opening">
        <caption class="hidden">{t('publicService.when')}</caption>
        <tbody>
          {[1, 2, 3, 4, 5, 6, 7].map(day => (
            <tr key={day} class={day === clock.weekday ? 'today' : undefined}>
              <th scope="row">
                {dayName(t, day)} {day === clock.weekday && <Tag tone="good">{t('publicService.today')}</Tag>}
              </th>
              <td>{saySpans(spans.filter(({ weekday }) => weekday === day)) ?? t('publicService.closed')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {closedOnBankHolidays && <p class="small">{t('publicService.bankHolidays')}</p>}
      {open.closures.map(({ firstDay, lastDay }) => (
        <p key={firstDay} class="small">
          {firstDay === lastDay
            ? t('publicService.closure', { from: formatDate(t, firstDay) })
            : t('publicService.closures', { from: formatDate(t, firstDay), to: formatDate(t, lastDay) })}
        </p>
      ))}
      <p class="no-print">
        <a href={to(publicPaths.calendar(slug, service.id))} download>
          <Icon name="calendar" /> {t('publicService.calendar')}
        </a>
      </p>
    </Card>
  )

  function saySpans(own: readonly Span[]): string | null {
    return own.length > 0 ? own.map(span => saySpan(t, span)).join(', ') : null
  }
}
