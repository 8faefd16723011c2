/** How the form looks inside another site's page, before anybody is told of it. */
import { Hono } from 'hono'
import { entryToken } from '../../../actions/make-entry-link.ts'
import { listEntryLinks } from '../../../db/entry-links.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { BackLink, PageHead } from '../../ui/page-head.tsx'
import { loadSettings } from './load.ts'

export const entryTrial = new Hono<PageEnv>().get('/system/entry-links/:id/try', async c => {
  const { t, ctx } = c.var
  const { network, at } = await loadSettings(c)
  const links = await listEntryLinks(ctx.db, network.id)
  const link = links.find(({ id, revokedAt }) => id === c.req.param('id') && revokedAt === null)
  if (!link) throw absent()
  c.set('framing', { own: true })
  const src = paths.publicForm(entryToken(ctx.secret, link.id), true)
  const view = (
    <>
      <BackLink href={at(paths.entryLinks)}>{t('entry.title')}</BackLink>
      <PageHead over={network.name} title={t('entry.tryTitle')} lead={t('entry.tryLead', { name: link.label })} />
      <div class="entry-trial">
        <iframe id="onward-form" title={t('entry.frameTitle')} src={src} width="100%" height="900" />
      </div>
    </>
  )
  return render(c, view, { title: t('entry.tryTitle'), islands: ['frame-host'] })
})
