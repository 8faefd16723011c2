/** PUB-2: how to use these pages without being seen, and what "Leave this page" does and does not do. */
import { Hono } from 'hono'
import type { PublicEnv } from '../../env.ts'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { show } from './show.tsx'
import { openSite, type Site } from './site.ts'

export const safetyPage = new Hono<PublicEnv>().get('/n/:slug/safety', async c => {
  const site = await openSite(c, 'network')
  return show(c, site, () => ({
    title: site.t('publicPages.safety'),
    about: site.t('publicSite.safety.about'),
    sensitive: true,
    narrow: true,
    sheets: ['public-site'],
    view: <Safety site={site} />,
  }))
})

function Safety({ site: { t } }: { site: Site }) {
  return (
    <div class="stack">
      <PageHead title={t('publicSite.safety.title')} lead={t('publicSite.safety.lead')} />
      <Notice tone="warning">
        <p>
          <strong>{t('publicSite.safety.danger')}</strong>
        </p>
      </Notice>
      <Card title={t('publicSite.safety.leave')} id="leave">
        <p>{t('publicSite.safety.leaveText')}</p>
        <p>{t('publicSite.safety.leaveNot')}</p>
      </Card>
      <Card title={t('publicSite.safety.history')} id="history">
        <ul class="points">
          <li>{t('publicSite.safety.history1')}</li>
          <li>{t('publicSite.safety.history2')}</li>
          <li>{t('publicSite.safety.history3')}</li>
        </ul>
      </Card>
      <Card title={t('publicSite.safety.keeps')} id="keeps">
        <ul class="points">
          <li>{t('publicSite.safety.keeps1')}</li>
          <li>{t('publicSite.safety.keeps2')}</li>
        </ul>
      </Card>
      <Card title={t('publicSite.safety.calls')} id="calls">
        <p>{t('publicSite.safety.callsText')}</p>
      </Card>
    </div>
  )
}
