/** PUB-1, PUB-2: "View organisations": those with a listed service, A to Z. */
import { Hono } from 'hono'
import type { PublicOrganisation } from '../../../db/open-data/directory.ts'
import type { PublicEnv } from '../../env.ts'
import { publicPaths } from '../../public-paths.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form.tsx'
import { InEnglish } from '../../ui/own-words.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { labelsOf } from '../organisations/categories.ts'
import { isSensitive } from './finding.ts'
import { type Kind, kindsOf } from './kinds.ts'
import { show } from './show.tsx'
import { openSite, type Site } from './site.ts'

export const publicOrganisations = new Hono<PublicEnv>().get('/n/:slug/organisations', async c => {
  const site = await openSite(c)
  return show(c, site, () => {
    const { t, network, slug } = site
    const kinds = kindsOf(site)
    const kind = kinds.find(one => one.category.id === c.req.query('need'))
    const found = kind?.organisations ?? site.organisations
    const named = { network: network.name, kind: kind?.category.label ?? '' }
    const query = kind ? `?need=${kind.category.id}` : ''
    return {
      at: 'organisations',
      title: titleOf(site, kind, found.length),
      about: t(kind ? 'publicSite.organisations.aboutIn' : 'publicSite.organisations.about', named),
      canonical: publicPaths.organisations(slug) + query,
      sensitive: kind !== undefined && isSensitive(network, [kind.category.id]),
      sheets: ['public-site'],
      view: <List site={site} kinds={kinds} kind={kind} found={found} />,
    }
  })
})

function titleOf({ t }: Site, kind: Kind | undefined, count: number): string {
  if (!kind) return t('publicSite.organisations.title', { count })
  return t('publicSite.organisations.titleIn', { count, kind: kind.category.label })
}

type Props = { site: Site; kinds: readonly Kind[]; kind: Kind | undefined; found: readonly PublicOrganisation[] }

function List({ site, kinds, kind, found }: Props) {
  const { t, slug, to } = site
  const byLetter = [...Map.groupBy(found, ({ name }) => letterOf(name))]
  return (
    <>
      <PageHead title={titleOf(site, kind, found.length)} lead={t('publicSite.organisations.lead')} />
      <Filter site={site} kinds={kinds} kind={kind} />
      {found.length === 0 && (
        <Empty
          icon="building-2"
          title={t('publicSite.organisations.none')}
          action={<a href={to(publicPaths.organisations(slug))}>{t('publicSite.organisations.seeAll')}</a>}
        >
          {t('publicSite.organisations.noneText')}
        </Empty>
      )}
      {byLetter.length > 3 && <Letters site={site} letters={byLetter.map(([letter]) => letter)} />}
      {byLetter.map(([letter, some]) => (
        <section key={letter} class="letter" aria-labelledby={anchorOf(letter)}>
          <h2 id={anchorOf(letter)}>{letter || t('publicSite.organisations.other')}</h2>
          <ul>
            {some.map(one => (
              <Organisation key={one.id} site={site} organisation={one} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Filter({ site, kinds, kind }: Omit<Props, 'found'>) {
  const { t, slug, carried } = site
  const offered = kinds.filter(({ organisations }) => organisations.length > 0)
  return (
    <Form method="get" action={publicPaths.organisations(slug)} values={{ need: kind?.category.id ?? '' }} id="kind">
      <Select
        name="need"
        label={t('publicSite.organisations.kind')}
        empty={t('publicSite.organisations.all')}
        options={offered.map(one => ({
          value: one.category.id,
          label: one.category.label,
          lang: t.language === 'en' ? undefined : 'en',
        }))}
      />
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look="quiet">{t('publicSite.organisations.filter')}</Button>
    </Form>
  )
}

function Letters({ site: { t }, letters }: { site: Site; letters: readonly string[] }) {
  return (
    <nav class="letters" aria-label={t('publicSite.organisations.letters')}>
      <ul>
        {letters.map(letter => (
          <li key={letter}>
            <a href={`#${anchorOf(letter)}`}>{letter || t('publicSite.organisations.other')}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Organisation({ site, organisation }: { site: Site; organisation: PublicOrganisation }) {
  const { t, slug, to, network } = site
  const { id, name, description, categoryIds, services } = organisation
  return (
    <li>
      <h3>
        <a href={to(publicPaths.organisation(slug, id))}>{name}</a>
      </h3>
      {description && (
        <p class="clamp">
          <InEnglish>{description}</InEnglish>
        </p>
      )}
      <p class="small">
        {t('publicSite.services', { count: services.length })} ·{' '}
        <InEnglish>{labelsOf(network, categoryIds).slice(0, mostLabels).join(' · ')}</InEnglish>
      </p>
    </li>
  )
}

const mostLabels = 3

/** Without its accent; names that begin with a figure or a sign stand together. */
function letterOf(name: string): string {
  const [first = ''] = name.normalize('NFD').trim().toUpperCase()
  return /[A-Z]/.test(first) ? first : ''
}

function anchorOf(letter: string): string {
  return `letter-${letter.toLowerCase() || 'other'}`
}
