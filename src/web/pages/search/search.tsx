/** Looking for organisations and services (DIR-1): one box, what was asked kept under an id, results to narrow down. */
import { type Context, Hono } from 'hono'
import { inTransaction } from '../../../actions/context.ts'
import { forgetDirectorySearches, searchDirectory } from '../../../actions/search-directory.ts'
import { listNetworkAreas } from '../../../db/directory/grid.ts'
import { listMembers } from '../../../db/directory/organisations.ts'
import { listRecent, readSearch } from '../../../db/directory/recent.ts'
import { countCriteria, directorySearch } from '../../../domain/directory-search.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read, wordErrors } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import type { FormErrors, FormValues } from '../../ui/context.tsx'
import { NoNetwork } from '../organisations/frame.tsx'
import { dayOf, networkOf } from '../organisations/network.ts'
import { AdvancedSearch } from './advanced.tsx'
import { loadResults, readSearchQuery } from './load-results.ts'
import { ResultsView } from './results.tsx'
import { SearchHome } from './search-home.tsx'

export const searchPage = new Hono<PageEnv>()
  .get('/search', async c => {
    const query = readSearchQuery(c.req.url)
    return query.s ? showResults(c, query.s) : showHome(c, {}, {})
  })
  .post('/search', async c => {
    const { t, ctx } = c.var
    const form = read(directorySearch, c.var.form, ['from'])
    const isAdvanced = c.var.form.get('from') === 'advanced'
    const show = isAdvanced ? showAdvanced : showHome
    if (!form.ok) return show(c, form.typed, wordErrors(t, form.errors))
    const within = await networkOf(c, form.value.network)
    if (!within || countCriteria(form.value) === 0)
      return c.redirect(isAdvanced ? paths.advancedSearch : paths.search, 303)
    const asked = { ...form.value, network: within.network.id }
    const id = await searchDirectory(ctx, within.network.id, asked, dayOf(ctx.now()))
    return c.redirect(`${paths.search}?s=${id}`, 303)
  })
  .get('/search/advanced', async c => {
    const { ctx, actor } = c.var
    const { s } = readSearchQuery(c.req.url)
    const asked = s ? await inTransaction(ctx, trx => readSearch(trx, actor.userId, s)) : null
    return showAdvanced(c, asked ? { ...asked, room: asked.room ? 'yes' : '' } : {}, {})
  })
  .post('/search/forget', async c => {
    await forgetDirectorySearches(c.var.ctx)
    return c.redirect(`${paths.search}?done=forgotten`, 303)
  })

async function showHome(c: Context<PageEnv>, values: FormValues, errors: FormErrors) {
  const { t, ctx, actor } = c.var
  const within = await networkOf(c, undefined)
  if (!within) return render(c, <NoNetwork t={t} />, { title: t('directory.searchTitle') })
  const areas = await listNetworkAreas(ctx.db, within.network)
  const recent = await inTransaction(ctx, trx => listRecent(trx, actor.userId, 8))
  const isForgotten = c.req.query('done') === 'forgotten'
  const view = <SearchHome t={t} {...{ ...within, areas, recent, values, errors, isForgotten }} />
  return render(c, view, { title: t('directory.searchTitle'), errors })
}

async function showAdvanced(c: Context<PageEnv>, values: FormValues, errors: FormErrors) {
  const { t, ctx } = c.var
  const within = await networkOf(c, undefined)
  if (!within) return render(c, <NoNetwork t={t} />, { title: t('directory.searchTitle') })
  const areas = await listNetworkAreas(ctx.db, within.network)
  const members = await listMembers(ctx.db, within.network.id)
  const languages = unique(members.flatMap(one => one.languages))
  const kinds = unique(members.flatMap(({ kind }) => kind ?? []))
  const view = <AdvancedSearch t={t} {...{ ...within, areas, languages, kinds, values, errors }} />
  return render(c, view, { title: t('directory.search.advancedTitle'), errors, width: 'narrow' })
}

async function showResults(c: Context<PageEnv>, id: string) {
  const { t } = c.var
  const data = await loadResults(c, id)
  if (!data) throw absent()
  return render(c, <ResultsView data={data} />, { title: t('directory.searchTitle') })
}

const unique = (words: readonly string[]) => [...new Set(words)].toSorted((a, b) => a.localeCompare(b, 'en'))
