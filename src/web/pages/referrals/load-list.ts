/** Everything that the list's column shows, whichever referral is open beside it. */
import type { Context } from 'hono'
import { whoIs } from '../../../actions/context.ts'
import { actAs } from '../../../db/database.ts'
import { type FilterChoices, readFilterChoices } from '../../../db/referrals/choices.ts'
import { type Counts, countReferrals } from '../../../db/referrals/counts.ts'
import { readCursor } from '../../../db/referrals/cursor.ts'
import { listReferrals, type ReferralRow, type Tab } from '../../../db/referrals/list.ts'
import { type ReferralSearch, runReferralSearch } from '../../../db/searches.ts'
import type { Actor } from '../../../domain/policy.ts'
import type { PageEnv } from '../../env.ts'
import { filtersOf, type ListQuery, readQuery, tabOf, working } from './query.ts'

export type ListData = {
  actor: Actor
  query: ListQuery
  tab: Tab
  rows: ReferralRow[]
  next: string | null
  counts: Counts
  choices: FilterChoices
  search: ReferralSearch | null
  now: Date
}

export async function loadList(c: Context<PageEnv>): Promise<ListData> {
  const { ctx, session } = c.var
  const actor = working(c.var.actor, session?.networkId)
  const query = readQuery(c.req.url)
  const tab = tabOf(query, actor)
  const now = ctx.now()
  return actAs(ctx.db, whoIs(actor), async trx => {
    const search = query.s ? await runReferralSearch(trx, actor.userId, query.s) : null
    const filters = filtersOf(query, tab, now, search?.ids)
    const { rows, next } = await listReferrals(trx, actor, filters, readCursor(query.after))
    const networks = [...new Set([...actor.networks.map(({ id }) => id), ...actor.coordinates])]
    const choices = await readFilterChoices(trx, networks)
    return { actor, query, tab, rows, next, counts: await countReferrals(trx, actor), choices, search, now }
  })
}
