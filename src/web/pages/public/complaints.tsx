/** PUB-1: how to complain about a service, about the network, and about how one's information was used. */
import { Hono } from 'hono'
import { wordsIn } from '../../../db/networks.ts'
import type { PublicEnv } from '../../env.ts'
import { ownPaths } from '../../own-paths.ts'
import { helpOf } from '../../page-context.tsx'
import { publicPaths } from '../../public-paths.ts'
import { Card } from '../../ui/card.tsx'
import { Details } from '../../ui/details.tsx'
import { HelpLinks } from '../../ui/footer.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { show } from './show.tsx'
import { openSite, type Site } from './site.ts'

export const complaintsPage = new Hono<PublicEnv>().get('/n/:slug/complaints', async c => {
  const site = await openSite(c, 'network')
  const { t, network } = site
  return show(c, site, () => ({
    title: t('publicSite.complaints.title'),
    about: t('publicSite.complaints.about', { network: network.name }),
    sheets: ['public-site'],
    narrow: true,
    view: <Complaints site={site} />,
  }))
})

function Complaints({ site }: { site: Site }) {
  const { t, network, to } = site
  const { name, helpName } = network
  return (
    <div class="stack">
      <PageHead title={t('publicSite.complaints.title')} lead={t('publicSite.complaints.lead')} />
      <AboutService site={site} />
      <Card title={t('publicSite.complaints.network', { network: name })} id="network">
        {helpName ? (
          <>
            <p>{t('publicSite.complaints.networkText', { name: helpName })}</p>
            <div class="help-links">
              <HelpLinks {...helpOf(network)} technicalHref={undefined} />
            </div>
          </>
        ) : (
          <p>{t('publicSite.complaints.networkNone')}</p>
        )}
      </Card>
      <AboutData site={site} />
      <p>
        {t('publicSite.complaints.ownPage')}:{' '}
        <a href={to(ownPaths.page, { list: undefined })}>{t('publicSite.complaints.ownPageGo')}</a>
      </p>
      <p>
        <strong>{t('publicSite.complaints.urgent')}</strong>
      </p>
    </div>
  )
}

function AboutService({ site: { t, network, open, slug, to } }: { site: Site }) {
  return (
    <Card title={t('publicSite.complaints.service')} id="service">
      <p>{t('publicSite.complaints.serviceText')}</p>
      {network.helpName && <p>{t('publicSite.complaints.serviceThen', { name: network.helpName })}</p>}
      {open && (
        <p>
          <a href={to(publicPaths.organisations(slug))}>{t('publicSite.complaints.serviceGo')}</a>
        </p>
      )}
    </Card>
  )
}

/** The right to complain, and what the network says that it does with what it is told. */
function AboutData({ site: { t, network } }: { site: Site }) {
  const { dataProtection, language } = wordsIn(t, network.wording)
  return (
    <Card title={t('publicSite.complaints.data')} id="data">
      <p>{t('publicSite.complaints.dataText')}</p>
      {dataProtection && (
        <Details summary={t('publicSite.complaints.statement', { network: network.name })}>
          <div lang={language === t.language ? undefined : language}>
            {dataProtection.split(/\n{2,}/).map(paragraph => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </Details>
      )}
      <p>
        {t('publicSite.complaints.regulator')} <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk</a>,{' '}
        <a href="tel:03031231113">0303 123 1113</a>.
      </p>
    </Card>
  )
}
