/** PUB-2: the public directory: words and a place, filters, a list. Words and place are posted and never in an address. */
import { Hono } from 'hono'
import type { PublicEnv } from '../../env.ts'
import { publicPaths } from '../../public-paths.ts'
import { aboutFinding, ResultsPage, shownOn } from './find/results.tsx'
import { StartPage } from './find/start.tsx'
import { takeSearch } from './find/take-search.ts'
import { loadFinding, mayHaveToLeave } from './finding.ts'
import { show } from './show.tsx'
import { openSite } from './site.ts'

const address = '/n/:slug/services'

export const findPage = new Hono<PublicEnv>()
  .get(address, async c => {
    const site = await openSite(c)
    return show(c, site, async () => {
      const finding = await loadFinding(c, site, publicPaths.services(site.slug))
      if (!finding.asked && !finding.query.page) return StartPage({ finding })
      const { rows } = shownOn(finding)
      return {
        ...aboutFinding(finding),
        sensitive: mayHaveToLeave(finding, rows),
        view: <ResultsPage finding={finding} />,
      }
    })
  })
  .post(address, async c => {
    const site = await openSite(c)
    const path = publicPaths.services(site.slug)
    const taken = await takeSearch(c, site, path)
    if ('to' in taken) return c.redirect(taken.to, 303)
    const finding = await loadFinding(c, site, path)
    return show(c, site, () => StartPage({ finding, ...taken }))
  })
