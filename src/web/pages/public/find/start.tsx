/** Before anything is asked: the two questions, three ways in, and everything there is. */
import { circumstancesIn, waysIn } from '../../../../domain/public-search.ts'
import { publicPaths } from '../../../public-paths.ts'
import type { Children, FormErrors, FormValues } from '../../../ui/context.tsx'
import { InsetText } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import type { Finding } from '../finding.ts'
import type { Shown } from '../show.tsx'
import { needsOf } from './needs.ts'
import { List } from './results.tsx'
import { sayCircumstance } from './say.ts'
import { SearchBox } from './search-box.tsx'

type Props = { finding: Finding; values?: FormValues; errors?: FormErrors }

export function StartPage({ finding, values = {}, errors = {} }: Props): Shown {
  const { site, lost } = finding
  const { t, network } = site
  const title = t('publicDirectory.heading', { network: network.name })
  return {
    ...{ title: t('publicPages.find'), at: 'find', errors },
    about: t('publicDirectory.about', { network: network.name }),
    view: (
      <>
        <PageHead title={title} lead={t('publicDirectory.lead')} />
        {lost && <InsetText>{t('publicDirectory.lost')}</InsetText>}
        <SearchBox t={t} action={finding.href({ s: undefined })} values={values} errors={errors} />
        <ThreeWays finding={finding} />
        {Object.keys(errors).length === 0 && <Everything finding={finding} />}
      </>
    ),
  }
}

function Everything({ finding }: { finding: Finding }) {
  const { t } = finding.site
  const count = finding.found.results.length
  return (
    <section aria-labelledby="all">
      <div class="found-head">
        <h2 id="all">{t('publicDirectory.all', { count })}</h2>
        {count > 0 && (
          <a href={finding.href({}, publicPaths.servicesMap(finding.site.slug))}>{t('publicDirectory.map.show')}</a>
        )}
      </div>
      <List finding={finding} />
    </section>
  )
}

function ThreeWays({ finding }: { finding: Finding }) {
  const { site, href } = finding
  const { t, services } = site
  const who = circumstancesIn(services).flatMap(one => {
    const label = sayCircumstance(site, one)
    return label ? [{ href: href({ who: `${one.demographic}.${one.option}` }), label }] : []
  })
  const how = waysIn(services).map(way => ({ href: href({ how: [way] }), label: t(`publicDirectory.how.${way}`) }))
  return (
    <div class="ways-in">
      <Way title={t('publicDirectory.byNeed')} id="by-need">
        {needsOf(site).map(need => (
          <li key={need.id}>
            <a href={href({ need: need.id })}>{need.label}</a> <span class="small">{need.count}</span>
          </li>
        ))}
      </Way>
      {who.length > 0 && (
        <Way title={t('publicDirectory.byWho')} id="by-who">
          <Links links={who} />
        </Way>
      )}
      {how.length > 0 && (
        <Way title={t('publicDirectory.byHow')} id="by-how">
          <Links links={[{ href: href({ open: 'now' }), label: t('publicDirectory.filter.open') }, ...how]} />
        </Way>
      )}
    </div>
  )
}

function Way({ title, id, children }: { title: string; id: string; children: Children }) {
  return (
    <nav aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>{children}</ul>
    </nav>
  )
}

function Links({ links }: { links: readonly { href: string; label: string }[] }) {
  return (
    <>
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </>
  )
}
