/** One thing found: what it is, whether it serves the place and takes referrals, and why not where it does not. */
import type { Result } from '../../../db/directory/find.ts'
import { takesReferrals } from '../../../domain/availability.ts'
import { formatDistance, type T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { labelsOf } from '../organisations/categories.ts'
import { AvailabilityTag, isOpenTo, ReferButton } from '../organisations/parts.tsx'
import { sayAvailability, sayOpening, sayRoom } from '../organisations/say.ts'
import type { ResultsData } from './load-results.ts'

type Of<K extends Result['kind']> = Extract<Result, { kind: K }>

export function ResultItem({ data, result }: { data: ResultsData; result: Result }) {
  return result.kind === 'service' ? (
    <ServiceItem data={data} result={result} />
  ) : (
    <OrganisationItem data={data} result={result} />
  )
}

function ServiceItem({ data, result: { service, cover, metres } }: { data: ResultsData; result: Of<'service'> }) {
  const { t, network, now, found } = data
  const href = `${paths.organisation(service.organisationId)}#service-${service.id}`
  const place = found.place?.outward ?? ''
  const facts = [
    cover === 'yes' && (place ? t('directory.search.serves', { place }) : t('directory.search.servesArea')),
    cover === 'check' && t('directory.search.check', { place }),
    metres !== null && t('directory.search.away', { distance: formatDistance(t, metres) }),
    takesReferrals(service.availability) && sayRoom(t, service),
    sayOpening(t, network, service, now),
    metres === null && service.city,
  ].filter(Boolean)
  return (
    <li class="result">
      <div class="result-text">
        <h2>
          <a href={href}>{service.name}</a>
        </h2>
        <p class="small">{t('directory.search.of', { organisation: service.organisationName })}</p>
        {service.description && <p class="clamp">{service.description}</p>}
        <p class="small">{labelsOf(network, service.categoryIds).join(' · ')}</p>
        <ul class="result-facts">
          {facts.map(fact => (
            <li key={String(fact)}>{fact}</li>
          ))}
        </ul>
      </div>
      <div class="result-does">
        <AvailabilityTag t={t} availability={service.availability} />
        <Does
          data={data}
          organisation={{ id: service.organisationId, name: service.organisationName }}
          why={takesReferrals(service.availability) ? null : sayAvailability(t, service.availability)}
          href={href}
          name={service.name}
        />
      </div>
    </li>
  )
}

function OrganisationItem({
  data,
  result: { organisation, services },
}: {
  data: ResultsData
  result: Of<'organisation'>
}) {
  const { t } = data
  const { id, name, kind, city, description } = organisation
  return (
    <li class="result">
      <div class="result-text">
        <h2>
          <a href={paths.organisation(id)}>{name}</a>
        </h2>
        <p class="small">{[kind ?? t('directory.search.organisation'), city].filter(Boolean).join(' · ')}</p>
        {description && <p class="clamp">{description}</p>}
        <ul class="result-facts">
          <li>{t('directory.services', { count: services.length })}</li>
        </ul>
      </div>
      <div class="result-does">
        <Does
          data={data}
          organisation={organisation}
          why={whyNone(t, services)}
          href={paths.organisation(id)}
          name={name}
        />
      </div>
    </li>
  )
}

function whyNone(t: T, services: Of<'organisation'>['services']): string | null {
  if (isOpenTo(services)) return null
  const [first] = services
  return first ? sayAvailability(t, first.availability) : t('directory.availability.noServices')
}

type DoesProps = {
  data: ResultsData
  organisation: { id: string; name: string }
  why: string | null
  href: string
  name: string
}

function Does({ data: { t, mayRefer }, organisation, why, href, name }: DoesProps) {
  return (
    <>
      {why ? <p class="small why">{why}</p> : mayRefer && <ReferButton t={t} to={organisation} small />}
      <a class="details" href={href}>
        {t('directory.viewDetails')}
        <span class="hidden"> {name}</span>
      </a>
    </>
  )
}
