/** PUB-2: the public directory: words and a place, filters, a list. Words and place are posted and never in an address. */
import { Hono } from 'hono'
import { type PlaceRead, readPlace } from '../../../db/open-data/place.ts'
import { typedSearch } from '../../../domain/public-search.ts'
import type { T } from '../../../words/index.ts'
import type { PublicEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { publicPaths } from '../../public-paths.ts'
import { aboutFinding, ResultsPage, shownOn } from './find/results.tsx'
import { StartPage } from './find/start.tsx'
import { loadFinding, mayHaveToLeave } from './finding.ts'
import { readFindQuery, sealSearch, writeFindQuery } from './query.ts'
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
    const { t } = site
    const path = publicPaths.services(site.slug)
    const form = read(typedSearch, c.var.form)
    const place = form.ok ? await readPlace(c.var.deps.database.db, site, form.value.place) : null
    if (form.ok && place?.ok) {
      const query = writeFindQuery(readFindQuery(c.req.url, site), { s: sealSearch(c, site, form.value) })
      return c.redirect(site.to(path, query), 303)
    }
    const unknown = place && !place.ok ? { place: sayUnknown(t, place) } : {}
    const errors = form.ok ? unknown : wordErrors(t, form.errors)
    const finding = await loadFinding(c, site, path)
    return show(c, site, () => StartPage({ finding, values: form.typed, errors }))
  })

type Unknown = Extract<PlaceRead, { ok: false }>

function sayUnknown(t: T, { why, meant }: Unknown): string {
  if (meant) return t('publicDirectory.place.meant', { meant })
  return t(why === 'unknown' ? 'publicDirectory.place.unknown' : 'publicDirectory.place.postcodeUnknown')
}
