/** Home: the work first. */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { PageHead } from '../../ui/page-head.tsx'

export const home = new Hono<PageEnv>().get(paths.home, c => {
  const { t } = c.var
  return render(c, <PageHead title={t('home.nothingWaiting')} />, { title: t('nav.home') })
})
