/** PUB-2: the public directory: a search, filters, a list. */
import { Hono } from 'hono'
import type { PublicEnv } from '../../env.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { show } from './show.tsx'
import { openSite } from './site.ts'

export const findPage = new Hono<PublicEnv>().get('/n/:slug/services', async c => {
  const site = await openSite(c)
  const title = site.t('publicPages.find')
  return show(c, site, () => ({ title, at: 'find', about: title, view: <PageHead title={title} /> }))
})
