/** PUB-2: the search inside another site's page: its two questions, the first few found, and the way to all of it. */
import { type Context, Hono } from 'hono'
import type { PublicResult } from '../../../db/open-data/search.ts'
import type { PublicEnv } from '../../env.ts'
import { publicPaths } from '../../public-paths.ts'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { InEnglish } from '../../ui/own-words.tsx'
import { Notes, shownOn } from './find/results.tsx'
import { isOpenNow, sayNow, sayWhere } from './find/say.ts'
import { SearchBox } from './find/search-box.tsx'
import { takeSearch } from './find/take-search.ts'
import { type Finding, loadFinding } from './finding.ts'
import { kindsOf } from './kinds.ts'
import { show } from './show.tsx'
import { openSite } from './site.ts'

const address = '/n/:slug/embed'

export const embeddedSearch = new Hono<PublicEnv>()
  .get(address, c => answer(c, {}))
  .post(address, async c => {
    const site = await openSite(c)
    const taken = await takeSearch(c, site, publicPaths.embed(site.slug))
    return 'to' in taken ? c.redirect(taken.to, 303) : answer(c, taken)
  })

/** Only the sites that the network named may show it. */
async function answer(c: Context<PublicEnv>, { values, errors = {} }: { values?: FormValues; errors?: FormErrors }) {
  const site = await openSite(c)
  const { embedOrigins } = site.network.settings
  c.set('framing', { by: embedOrigins })
  return show(c, site, async () => {
    const finding = await loadFinding(c, site, publicPaths.embed(site.slug))
    return {
      title: site.t('publicSite.embed.about', { network: site.network.name }),
      ...{ bare: true, errors, islands: ['frame-height'], sheets: ['public-site'] },
      view: <Embedded finding={finding} parents={embedOrigins} values={values ?? finding.typed} errors={errors} />,
    }
  })
}

type Props = { finding: Finding; parents: readonly string[]; values: FormValues; errors: FormErrors }

function Embedded({ finding, parents, values, errors }: Props) {
  const { site, href, asked } = finding
  const { t, network } = site
  return (
    <div data-parents={parents.join(' ')}>
      <h1 class="embed-title">{t('publicSite.embed.title', { network: network.name })}</h1>
      <SearchBox t={t} action={href({ s: undefined })} values={values} errors={errors} />
      {asked ? <Found finding={finding} /> : <Kinds finding={finding} />}
    </div>
  )
}

/** Before anything is asked: what there is. */
function Kinds({ finding: { site, href } }: { finding: Finding }) {
  const kinds = kindsOf(site).filter(({ services }) => services.length > 0)
  return (
    <nav aria-label={site.t('publicSite.welcome.kinds')}>
      <ul class="embed-kinds">
        {kinds.map(({ category, services }) => (
          <li key={category.id}>
            <a href={href({ need: category.id })}>
              <InEnglish>{category.label}</InEnglish>
            </a>{' '}
            <span class="small">{services.length}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const mostShown = 8

/** Each opens in the whole window: a frame is no place to read on. */
function Found({ finding }: { finding: Finding }) {
  const { site, found, href, query } = finding
  const { t, network, slug } = site
  const need = query.need ? network.categories.get(query.need) : undefined
  const { rows } = shownOn(finding, mostShown)
  return (
    <>
      <p role="status" class="found-count">
        {t('publicDirectory.found', { count: found.results.length })}
        {need && (
          <>
            : <InEnglish>{need.label}</InEnglish>
          </>
        )}
      </p>
      <Notes finding={finding} />
      <ul class="embed-found">
        {rows.map(result => (
          <Row
            key={result.kind === 'service' ? result.service.id : result.organisation.id}
            finding={finding}
            result={result}
          />
        ))}
      </ul>
      <p class="embed-foot">
        <a href={href({}, publicPaths.services(slug))} target="_top">
          {t('publicSite.embed.more', { network: network.name })}
        </a>
        <a href={site.to(publicPaths.embed(slug))}>{t('publicSite.embed.again')}</a>
      </p>
    </>
  )
}

function Row({ finding: { site, found }, result }: { finding: Finding; result: PublicResult }) {
  const { t, now, slug, to } = site
  if (result.kind === 'organisation')
    return (
      <li>
        <a href={to(publicPaths.organisation(slug, result.organisation.id))} target="_top">
          {result.organisation.name}
        </a>
      </li>
    )
  const { service } = result
  const where = sayWhere(t, result, found.where?.place?.approximate ?? false)
  const opening = sayNow(t, service, now)
  return (
    <li>
      <a href={to(publicPaths.service(slug, service.id))} target="_top">
        {service.name}
      </a>
      <p class="small">
        {[service.organisationName, where].filter(Boolean).join(' · ')}
        {opening && <span class={isOpenNow(service, now) ? 'open-now' : undefined}> · {opening}</span>}
      </p>
    </li>
  )
}
