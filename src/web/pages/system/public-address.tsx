/** PUB-1, PUB-2: where the network's pages for everybody are, how to put its search into another site, and how that looks. */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { publicPaths } from '../../public-paths.ts'
import { Card } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { AskingAddress } from './entry-self.tsx'
import { loadSettings, type Settings } from './load.ts'
import { frameSnippet, Snippet } from './snippet.tsx'

export function PublicAddress({ settings: { t, network, at }, baseUrl }: { settings: Settings; baseUrl: string }) {
  const address = `${baseUrl}${publicPaths.welcome(network.slug)}`
  const { publicDirectory, embedOrigins, selfReferral } = network.settings
  return (
    <Card title={t('system.directory.address')} id="public-address">
      <div class="stack tight">
        <p>{t('system.directory.addressText')}</p>
        <div class="address-line">
          <a href={publicPaths.welcome(network.slug)}>{address}</a>
          <CopyButton text={address} />
        </div>
        <h3>{t('entry.selfReferral')}</h3>
        {selfReferral === 'pages' && <AskingAddress settings={{ network }} baseUrl={baseUrl} />}
        <p class="small">
          {t(`entry.selfHint.${selfReferral}`)}{' '}
          <a href={at(`${paths.entryLinks}#self-referral`)}>{t('system.directory.askChange')}</a>
        </p>
        {publicDirectory && (
          <>
            <h3>{t('system.directory.embed')}</h3>
            {embedOrigins.length === 0 ? (
              <p class="small">
                {t('system.directory.embedNone')} <a href={at(paths.entryLinks)}>{t('entry.embedding')}</a>
              </p>
            ) : (
              <DirectorySnippet settings={{ t, network }} baseUrl={baseUrl} />
            )}
            <p>
              <a href={at(paths.tryDirectory)}>{t('system.directory.try')}</a>
            </p>
          </>
        )}
      </div>
    </Card>
  )
}

export function DirectorySnippet({
  settings: { t, network },
  baseUrl,
}: {
  settings: Pick<Settings, 't' | 'network'>
  baseUrl: string
}) {
  const src = publicPaths.embed(network.slug)
  const title = t('publicSite.embed.about', { network: network.name })
  return (
    <Snippet
      title={t('system.directory.snippet')}
      text={frameSnippet(baseUrl, src, { id: 'onward-directory', title })}
    />
  )
}

export const directoryTrial = new Hono<PageEnv>().get(paths.tryDirectory, async c => {
  const { t, network, at } = await loadSettings(c)
  c.set('framing', { own: true })
  const title = t('publicSite.embed.about', { network: network.name })
  const view = (
    <>
      <BackLink href={at(paths.publicDirectorySetting)}>{t('system.part.directory')}</BackLink>
      <PageHead over={network.name} title={t('system.directory.tryTitle')} lead={t('system.directory.tryLead')} />
      <div class="entry-trial">
        <iframe id="onward-form" title={title} src={publicPaths.embed(network.slug)} width="100%" height="700" />
      </div>
    </>
  )
  return render(c, view, { title: t('system.directory.tryTitle'), islands: ['frame-host'] })
})
