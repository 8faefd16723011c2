/** What is done with several referrals ticked in the list: downloaded, or given to a colleague. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { assignHandler } from '../../../actions/assign-handler.ts'
import { tableFormats } from '../../../files/table.ts'
import type { PageEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { paths } from '../../paths.ts'
import { downloadList, filtersHere } from './download.ts'
import { listHref, readQuery } from './query.ts'

const selection = z.strictObject({
  all: z.literal('yes').optional(),
  id: z.union([z.uuid().transform(id => [id]), z.array(z.uuid()).max(100)]).default([]),
  handler: z.union([z.literal(''), z.uuid()]).default(''),
  do: z.enum([...tableFormats, 'assign']).default('csv'),
})
type Selection = z.output<typeof selection>

export const selectedReferrals = new Hono<PageEnv>().post(paths.selectedReferrals, async c => {
  const form = read(selection, c.var.form)
  if (!form.ok || (form.value.id.length === 0 && !form.value.all)) return back(c, 'selectNone')
  const chosen = form.value
  if (chosen.do === 'assign') return assign(c, chosen)
  return downloadList(c, await filtersChosen(c, chosen), chosen.do, false)
})

async function assign(c: Context<PageEnv>, chosen: Selection) {
  if (chosen.handler === '') return back(c, 'selectColleague')
  const filters = await filtersChosen(c, chosen)
  const count = await assignHandler(c.var.ctx, filters, chosen.handler)
  return back(c, count === 0 ? 'assignedNone' : 'assigned', count)
}

/** Those ticked, of this list; or the whole of it. */
async function filtersChosen(c: Context<PageEnv>, { all, id }: Selection) {
  const filters = await filtersHere(c)
  if (all) return filters
  return { ...filters, ids: filters.ids ? id.filter(one => filters.ids?.includes(one)) : id }
}

function back(c: Context<PageEnv>, done: string, count?: number) {
  const query = readQuery(c.req.url)
  const href = listHref(query, { select: 'yes', after: query.after })
  const more = new URLSearchParams({ done, ...(count !== undefined && { count: String(count) }) })
  return c.redirect(`${href}${href.includes('?') ? '&' : '?'}${more}`, 303)
}
