/** What an organisation offers: each service with its room, for whom, where, and when next. */
import type { Land } from '../../../db/directory/grid.ts'
import type { Agency, ServiceExtra } from '../../../db/directory/organisations.ts'
import type { OverviewService } from '../../../db/directory/services.ts'
import type { Network } from '../../../db/networks.ts'
import { takesReferrals } from '../../../domain/availability.ts'
import type { Actor } from '../../../domain/policy.ts'
import { formatDate, type T } from '../../../words/index.ts'
import { CapacityBar } from '../../ui/capacity-bar.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { dayName } from '../refer/reasons.ts'
import { EntryPicture, iconOf } from '../services/entry-picture.tsx'
import { labelsOf } from './categories.ts'
import { Contact } from './contact.tsx'
import { AvailabilityTag } from './parts.tsx'
import { sayAvailability, sayOpening, sayReach, sayRestrictions, saySpan } from './say.ts'

export type AgencyData = {
  t: T
  actor: Actor
  now: Date
  network: Network
  agency: Agency
  services: OverviewService[]
  extras: ReadonlyMap<string, ServiceExtra>
  land: Land
  names: ReadonlyMap<string, string>
  /** Whether they may know where a secret venue is. */
  mayKnow: boolean
  mayRefer: boolean
}

export function AgencyServices({ data }: { data: AgencyData }) {
  const { t, services } = data
  return (
    <Card
      flush
      title={t('directory.agency.services')}
      id="services"
      aside={t('directory.services', { count: services.length })}
    >
      {services.length === 0 && <Empty title={t('directory.agency.noServices')} level={3} />}
      {services.map(service => (
        <Service key={service.id} data={data} service={service} />
      ))}
    </Card>
  )
}

function Service({ data, service }: { data: AgencyData; service: OverviewService }) {
  const { t, network, names, extras } = data
  const extra = extras.get(service.id)
  const only = sayRestrictions(t, network, extra?.restrictions)
  const { capacity, cases, waiting } = service
  return (
    <article class="service-part" id={`service-${service.id}`} aria-labelledby={`name-${service.id}`}>
      <div class="service-with-picture">
        <EntryPicture
          picture={extra?.picture ?? null}
          gallery={extra?.gallery ?? null}
          icon={iconOf(network, service.categoryIds)}
        />
        <div>
          <div class="service-head">
            <h3 id={`name-${service.id}`}>{service.name}</h3>
            <AvailabilityTag t={t} availability={service.availability} />
          </div>
          <p class="small">{labelsOf(network, service.categoryIds).join(' · ')}</p>
        </div>
      </div>
      {!takesReferrals(service.availability) && (
        <p>
          <strong>{sayAvailability(t, service.availability)}</strong>
        </p>
      )}
      {service.description && <p>{service.description}</p>}
      <Facts
        plain
        facts={[
          {
            name: t('directory.agency.forWhom'),
            value: only.length > 0 ? lines(only) : t('directory.agency.everyone'),
          },
          { name: t('directory.agency.area'), value: sayReach(t, service.catchment, names, extra?.venue?.name) },
          { name: t('directory.agency.open'), value: <Opening data={data} service={service} extra={extra} /> },
          {
            name: t('directory.agency.room'),
            value: <CapacityBar places={capacity} cases={cases} waiting={waiting} />,
          },
          extra?.venue && { name: t('directory.agency.where'), value: <Where data={data} venue={extra.venue} /> },
          { name: t('directory.agency.otherWays'), value: extra?.otherWays },
          extra && hasContact(extra) && { name: t('directory.agency.contact'), value: <Contact t={t} {...extra} /> },
        ]}
      />
    </article>
  )
}

function hasContact({ phone, email, website }: ServiceExtra): boolean {
  return Boolean(phone || email || website)
}

type Extra = { data: AgencyData; service: OverviewService; extra: ServiceExtra | undefined }

/** What opens next, then the week in a few lines. */
function Opening({ data: { t, network, now }, service, extra }: Extra) {
  const { spans } = service.hours
  if (spans.length === 0) return t('directory.calendar.unknown')
  const next = sayOpening(t, network, service, now)
  const days = [1, 2, 3, 4, 5, 6, 7].flatMap(day => {
    const own = spans.filter(({ weekday }) => weekday === day)
    return own.length > 0 ? [{ day, text: own.map(span => saySpan(t, span)).join(', ') }] : []
  })
  return (
    <>
      {next && <strong>{next}</strong>}
      <ul class="plain-list small">
        {group(days).map(({ from, to, text }) => (
          <li key={from}>
            {from === to ? dayName(t, from) : `${dayName(t, from)} – ${dayName(t, to)}`} {text}
          </li>
        ))}
        {extra?.closures.map(({ firstDay, lastDay, reason }) => (
          <li key={firstDay}>
            {firstDay === lastDay
              ? t('directory.agency.closureDay', { from: formatDate(t, firstDay) })
              : t('directory.agency.closures', { from: formatDate(t, firstDay), to: formatDate(t, lastDay) })}
            {reason && ` · ${reason}`}
          </li>
        ))}
      </ul>
    </>
  )
}

type Run = { from: number; to: number; text: string }

/** Days after one another with the same hours are one line. */
function group(days: readonly { day: number; text: string }[]): Run[] {
  const runs: Run[] = []
  for (const { day, text } of days) {
    const last = runs.at(-1)
    if (last && last.text === text && last.to === day - 1) last.to = day
    else runs.push({ from: day, to: day, text })
  }
  return runs
}

function Where({ data: { t, mayKnow }, venue }: { data: AgencyData; venue: NonNullable<ServiceExtra['venue']> }) {
  if (venue.secret && !mayKnow) return t('directory.agency.secret')
  return lines([
    [venue.name, ...venue.address].filter(Boolean).join(', '),
    venue.accessibility,
    venue.facilities.join(', '),
    venue.secret ? t('directory.agency.secretOwn') : '',
  ])
}

function lines(texts: readonly string[]) {
  return texts.filter(Boolean).map(text => (
    <span key={text} class="line">
      {text}
    </span>
  ))
}
