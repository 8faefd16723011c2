/** Which days and hours each service is open, by week (DIR-6): a real table; on phones one day of it. */
import { Hono } from 'hono'
import type { OverviewService } from '../../../db/directory/services.ts'
import { openingsOf, type Week, weekOf } from '../../../domain/week.ts'
import { formatDate, formatDay, type T } from '../../../words/index.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { DayBar } from '../../ui/charts/day-bar.tsx'
import { classes } from '../../ui/context.tsx'
import { Icon } from '../../ui/icon.tsx'
import { dayName } from '../refer/reasons.ts'
import { hrefWith } from './filter.ts'
import { Frame, NoNetwork } from './frame.tsx'
import { type Directory, loadDirectory } from './load.ts'
import { FileLinks, Pages, pageOf } from './parts.tsx'
import { saySpan } from './say.ts'

export const organisationCalendar = new Hono<PageEnv>().get('/organisations/calendar', async c => {
  const { t } = c.var
  const directory = await loadDirectory(c)
  const view = directory ? <Calendar directory={directory} /> : <NoNetwork t={t} />
  return render(c, view, { title: t('directory.view.calendar') })
})

const mostOnPage = 500
type Open = NonNullable<ReturnType<typeof openingsOf>>
type Line = { service: OverviewService; open: Open | null }

function Calendar({ directory }: { directory: Directory }) {
  const { t, query, services, today } = directory
  const week = weekOf(query.week, today)
  const lines = services.map(service => ({ service, open: openingsOf(service, week) }))
  const count = lines.filter(({ open }) => open?.some(spans => spans.length > 0)).length
  const day = query.day ?? week.today ?? 1
  const { rows, page, pages } = pageOf(lines, directory, mostOnPage)
  return (
    <Frame
      directory={directory}
      view="calendar"
      heading={t('directory.calendar.heading', { count, week: formatDate(t, week.days[0] ?? today) })}
      lead={t('directory.calendar.lead')}
    >
      <Card flush title={t('directory.calendar.hours')} aside={<FileLinks directory={directory} view="calendar" />}>
        <WeekNav directory={directory} week={week} />
        <DayNav directory={directory} week={week} day={day} lines={lines} />
        <WeekTable t={t} week={week} day={day} rows={rows} lines={lines} />
        <Pages t={t} page={page} pages={pages} hrefOf={page => hrefWith('calendar', query, { page })} />
      </Card>
    </Frame>
  )
}

function WeekNav({ directory: { t, query }, week }: { directory: Directory; week: Week }) {
  return (
    <nav class="week-nav" aria-label={t('directory.view.calendar')}>
      <a href={hrefWith('calendar', query, { week: week.before, day: query.day })}>
        <Icon name="arrow-left" />
        {t('directory.calendar.weekBefore')}
      </a>
      {week.today === null && (
        <a href={hrefWith('calendar', query, { week: undefined, day: undefined })}>
          {t('directory.calendar.thisWeek')}
        </a>
      )}
      <a href={hrefWith('calendar', query, { week: week.after, day: query.day })}>
        {t('directory.calendar.weekAfter')}
        <Icon name="arrow-right" />
      </a>
    </nav>
  )
}

/** For phones, where the table shows one day. */
function DayNav({
  directory: { t, query },
  week,
  day,
  lines,
}: {
  directory: Directory
  week: Week
  day: number
  lines: Line[]
}) {
  return (
    <nav class="day-nav" aria-label={t('directory.calendar.days')}>
      {week.days.map((date, at) => (
        <a
          key={date}
          href={hrefWith('calendar', query, { day: at + 1 })}
          aria-current={day === at + 1 ? 'true' : undefined}
        >
          <span aria-hidden="true">{dayName(t, at + 1).slice(0, 3)}</span>
          <strong aria-hidden="true">{Number(date.slice(8))}</strong>
          <span class="hidden">
            {formatDay(t, date)}, {t('directory.calendar.openOn', { count: countOpen(lines, at) })}
          </span>
        </a>
      ))}
    </nav>
  )
}

type TableProps = { t: T; week: Week; day: number; rows: Line[]; lines: Line[] }

function WeekTable({ t, week, day, rows, lines }: TableProps) {
  const label = t('directory.calendar.table', { week: formatDate(t, week.days[0] ?? '') })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
    <section class="scroll" aria-label={label} tabIndex={0}>
      <table class={`table week day-${day}`}>
        <caption class="hidden">
          {label}. {t('directory.calendar.scale')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('directory.calendar.service')}</th>
            {week.days.map((date, at) => (
              <th key={date} scope="col" class={week.today === at + 1 ? 'today' : undefined}>
                {dayName(t, at + 1)}
                <span class="small">
                  {Number(date.slice(8))}
                  {week.today === at + 1 && ` · ${t('directory.calendar.today')}`}
                </span>
                <span class="small">{t('directory.calendar.openOn', { count: countOpen(lines, at) })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(line => (
            <Row key={line.service.id} t={t} line={line} today={week.today} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ t, line: { service, open }, today }: { t: T; line: Line; today: number | null }) {
  return (
    <tr>
      <th scope="row">
        <a href={`${paths.organisation(service.organisationId)}#service-${service.id}`}>{service.name}</a>
        <span class="small">{service.organisationName}</span>
      </th>
      {open === null ? (
        <td colSpan={7} class="unknown">
          {t('directory.calendar.unknown')}
        </td>
      ) : (
        open.map((spans, at) => (
          <td key={at} class={classes(spans.length === 0 && 'shut', today === at + 1 && 'today')}>
            {spans.length === 0 ? (
              <>
                <span aria-hidden="true">–</span>
                <span class="hidden">{t('directory.calendar.closed')}</span>
              </>
            ) : (
              <>
                <DayBar spans={spans} />
                {spans.map(span => (
                  <span key={span.opens} class="span">
                    {saySpan(t, span)}
                  </span>
                ))}
              </>
            )}
          </td>
        ))
      )}
    </tr>
  )
}

function countOpen(lines: readonly Line[], at: number): number {
  return lines.filter(({ open }) => (open?.[at]?.length ?? 0) > 0).length
}
