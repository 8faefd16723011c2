/** PUB-1: "our services", a card for each kind of help: what it is, how many there are, who offers it. */
import { publicPaths } from '../../public-paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { InEnglish } from '../../ui/own-words.tsx'
import { iconOf } from '../system/icon-of.ts'
import type { Kind } from './kinds.ts'
import type { Site } from './site.ts'

export function KindCards({ site, kinds }: { site: Site; kinds: readonly Kind[] }) {
  const { t, open, services, organisations } = site
  if (kinds.length === 0) return null
  return (
    <section class="kinds-of-help" aria-labelledby="kinds">
      <h2 id="kinds">{t(open ? 'publicSite.welcome.kinds' : 'publicSite.welcome.kindsOff')}</h2>
      {open && services.length > 0 && (
        <p class="lead">
          {t('publicSite.welcome.kindsLead', {
            services: t('publicSite.services', { count: services.length }),
            organisations: t('publicSite.organisations', { count: organisations.length }),
          })}
        </p>
      )}
      <ul class="kind-cards">
        {kinds.map(kind => (
          <KindCard key={kind.category.id} site={site} kind={kind} />
        ))}
      </ul>
    </section>
  )
}

function KindCard({ site: { t, open, slug, to }, kind }: { site: Site; kind: Kind }) {
  const { category, services, organisations } = kind
  const { label, description } = category
  const asked = { need: category.id }
  const ofKind = <span class="hidden">{t('publicSite.welcome.ofKind', { kind: label })}</span>
  return (
    <li class="card">
      <Icon name={iconOf(category.icon) ?? 'hand-heart'} />
      <h3>
        <InEnglish>{label}</InEnglish>
      </h3>
      {description && (
        <p class="small">
          <InEnglish>{description}</InEnglish>
        </p>
      )}
      {open && services.length === 0 && <p class="small none">{t('publicSite.welcome.noneYet')}</p>}
      {open && services.length > 0 && (
        <p class="kind-links">
          <a href={to(publicPaths.services(slug), asked)}>
            {t('publicSite.welcome.seeServices', { count: services.length })}
            {ofKind}
          </a>
          <a href={to(publicPaths.organisations(slug), asked)}>
            {t('publicSite.welcome.seeOrganisations', { count: organisations.length })}
            {ofKind}
          </a>
        </p>
      )}
    </li>
  )
}
