/** PUB-2: one organisation, as far as it is public: what it offers here, how to get in touch, who it can talk to. */
import { Hono } from 'hono'
import type { PublicOrganisation, PublicService } from '../../../db/open-data/directory.ts'
import { openness } from '../../../domain/hours.ts'
import { formatDate, formatList } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import { publicPaths } from '../../public-paths.ts'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { InEnglish } from '../../ui/own-words.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { labelsOf } from '../organisations/categories.ts'
import { sayHours } from '../services/say.ts'
import { EmailLink, PhoneLink, WebsiteLink } from './contact-links.tsx'
import { isSensitive } from './finding.ts'
import { show } from './show.tsx'
import { openSite, type Site } from './site.ts'

export const publicOrganisation = new Hono<PublicEnv>().get('/n/:slug/organisations/:id', async c => {
  const site = await openSite(c)
  const organisation = site.organisations.find(({ id }) => id === c.req.param('id'))
  if (!organisation) throw absent()
  const { t, slug, to, network } = site
  const { name, services, categoryIds } = organisation
  return show(c, site, () => ({
    at: 'organisations',
    title: name,
    about: t('publicSite.organisation.about', { name, services: t('publicSite.services', { count: services.length }) }),
    data: dataOf(organisation, new URL(c.req.path, c.var.deps.config.baseUrl).href, c.var.deps.config.baseUrl),
    sensitive: isSensitive(network, categoryIds),
    back: { href: to(publicPaths.organisations(slug)), label: t('publicSite.organisation.back') },
    sheets: ['public-site'],
    view: <Organisation site={site} organisation={organisation} />,
  }))
})

/** In the words of schema.org: nothing that the page does not say. */
function dataOf(
  { name, description, phone, email, website, languages, logo }: PublicOrganisation,
  url: string,
  baseUrl: string,
) {
  return {
    '@type': 'Organization',
    ...{ '@id': url, url: website ?? url, name },
    ...(description && { description }),
    ...(phone && { telephone: phone }),
    ...(email && { email }),
    ...(languages.length > 0 && { knowsLanguage: languages }),
    ...(logo && { logo: new URL(paths.picture(logo.id), baseUrl).href }),
  }
}

type Props = { site: Site; organisation: PublicOrganisation }

function Organisation({ site, organisation }: Props) {
  const { t, network } = site
  const { name, description, logo, checkedAt, services, categoryIds } = organisation
  return (
    <>
      <div class="organisation-head">
        {logo && <img src={paths.picture(logo.id)} alt={logo.alt} />}
        <PageHead over={<InEnglish>{labelsOf(network, categoryIds).join(' · ')}</InEnglish>} title={name} />
      </div>
      <div class="organisation">
        <div class="stack">
          {description && (
            <p class="lead">
              <InEnglish>{description}</InEnglish>
            </p>
          )}
          <Card flush title={t('publicSite.organisation.services')} id="services">
            <ul class="offers-list">
              {services.map(service => (
                <Offered key={service.id} site={site} service={service} />
              ))}
            </ul>
          </Card>
        </div>
        <div class="stack">
          <Contact site={site} organisation={organisation} />
          {checkedAt && <p class="small">{t('publicSite.checked', { date: formatDate(t, checkedAt) })}</p>}
          <Wrong site={site} />
        </div>
      </div>
    </>
  )
}

function Offered({ site, service }: { site: Site; service: PublicService }) {
  const { t, slug, to, now } = site
  const { id, name, description, hours, takes } = service
  return (
    <li>
      <h3>
        <a href={to(publicPaths.service(slug, id))}>{name}</a>
      </h3>
      {!takes && <Tag tone="wait">{t('publicSite.organisation.notTaking')}</Tag>}
      {description && (
        <p class="clamp">
          <InEnglish>{description}</InEnglish>
        </p>
      )}
      {openness(hours, now).code !== 'unknown' && <p class="small">{sayHours(t, hours.spans).join('; ')}</p>}
    </li>
  )
}

function Contact({ site: { t }, organisation }: Props) {
  const { phone, email, website, languages } = organisation
  const isSilent = !phone && !email && !website
  return (
    <Card title={t('publicSite.organisation.contact')} id="contact">
      {isSilent && <p>{t('publicSite.organisation.none')}</p>}
      <Facts
        stacked
        plain
        facts={[
          phone ? { name: t('publicSite.organisation.phone'), value: <PhoneLink phone={phone} /> } : null,
          email ? { name: t('publicSite.organisation.email'), value: <EmailLink email={email} /> } : null,
          website ? { name: t('publicSite.organisation.website'), value: <WebsiteLink website={website} /> } : null,
          languages.length > 0 && { name: t('publicSite.organisation.languages'), value: formatList(t, languages) },
        ]}
      />
    </Card>
  )
}

function Wrong({ site: { t, network } }: { site: Site }) {
  if (!network.helpName) return null
  return (
    <p class="small">
      <strong>{t('publicSite.organisation.wrong')}</strong>{' '}
      <a href="#help">{t('publicSite.organisation.wrongText', { name: network.helpName })}</a>
    </p>
  )
}
