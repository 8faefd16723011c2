/** One thing found: its name, what it does in two lines, at most three facts, and a place in the reader's own list. */
import type { PublicService } from '../../../../db/open-data/directory.ts'
import type { PublicResult } from '../../../../db/open-data/search.ts'
import { isEspeciallyFor } from '../../../../domain/public-search.ts'
import { publicPaths } from '../../../public-paths.ts'
import { Icon } from '../../../ui/icon.tsx'
import { InEnglish } from '../../../ui/own-words.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Finding } from '../finding.ts'
import { criteriaOf } from '../query.ts'
import { listWith, mostKept, shortOf } from '../site.ts'
import { isOpenNow, sayCircumstance, sayNow, sayWay, sayWhere } from './say.ts'

export function ResultItem({ finding, result }: { finding: Finding; result: PublicResult }) {
  return result.kind === 'service' ? (
    <ServiceItem finding={finding} result={result} />
  ) : (
    <OrganisationItem finding={finding} result={result} />
  )
}

type Of<K extends PublicResult['kind']> = Extract<PublicResult, { kind: K }>

function ServiceItem({ finding, result }: { finding: Finding; result: Of<'service'> }) {
  const { site, found, query } = finding
  const { t, now, slug, to } = site
  const { service } = result
  const { who } = criteriaOf(query)
  const opening = sayNow(t, service, now)
  return (
    <li class="found" id={`service-${shortOf(service)}`}>
      <h2>
        <a href={to(publicPaths.service(slug, service.id))}>{service.name}</a>
      </h2>
      <p class="small">{service.organisationName}</p>
      {service.description && (
        <p class="clamp">
          <InEnglish>{service.description}</InEnglish>
        </p>
      )}
      <ul class="found-facts">
        <Fact icon="map-pin" said={sayWhere(t, result, found.where?.place?.approximate ?? false)} />
        <Fact icon="clock" said={opening} good={isOpenNow(service, now)} />
        <Fact icon="hand-helping" said={sayWay(t, service)} />
      </ul>
      <div class="found-foot">
        {who && isEspeciallyFor(service.restrictions, who) && (
          <Tag tone="good">{t('publicDirectory.especially', { who: sayCircumstance(site, who) })}</Tag>
        )}
        {!service.takes && <Tag tone="wait">{t('publicDirectory.takesNobody')}</Tag>}
        <SaveLink finding={finding} service={service} />
      </div>
    </li>
  )
}

function Fact({
  icon,
  said,
  good,
}: {
  icon: 'map-pin' | 'clock' | 'hand-helping'
  said: string | null
  good?: boolean
}) {
  if (!said) return null
  return (
    <li class={good ? 'good' : undefined}>
      <Icon name={icon} />
      {said}
    </li>
  )
}

/** A plain link that has the same page with it in the list, or without it. */
function SaveLink({ finding: { site, query, href }, service }: { finding: Finding; service: PublicService }) {
  const { t, list } = site
  const isKept = list.some(({ id }) => id === service.id)
  if (!isKept && list.length >= mostKept) return null
  const change = query.page ? { page: query.page } : {}
  const same = href(change, undefined, listWith(list, service) ?? '')
  return (
    <a class="save" rel="nofollow" href={`${same}#service-${shortOf(service)}`}>
      <Icon name={isKept ? 'check' : 'plus'} />
      {t(isKept ? 'publicDirectory.unsave' : 'publicDirectory.save')}
      <span class="hidden"> {service.name}</span>
    </a>
  )
}

function OrganisationItem({
  finding: { site },
  result: { organisation, services },
}: {
  finding: Finding
  result: Of<'organisation'>
}) {
  const { t, slug, to } = site
  return (
    <li class="found">
      <h2>
        <a href={to(publicPaths.organisation(slug, organisation.id))}>{organisation.name}</a>
      </h2>
      <p class="small">{t('publicDirectory.organisation')}</p>
      {organisation.description && <p class="clamp">{organisation.description}</p>}
      <p>{t('publicDirectory.services', { count: services.length })}</p>
    </li>
  )
}
