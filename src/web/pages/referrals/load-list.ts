/** Everything that the list's column shows, whichever referral is open beside it. */
import type { Context } from 'hono'
import { whoIs } from '../../../actions/context.ts'
import { actAs } from '../../../db/database.ts'
import { type FilterChoices, readFilterChoices } from '../../../db/referrals/choices.ts'
import { countPressing } from '../../../db/referrals/counts.ts'
import { readCursor } from '../../../db/referrals/cursor.ts'
import { countMatches, listReferrals, type Matches, type ReferralRow } from '../../../db/referrals/list.ts'
import { listViews, type SavedView } from '../../../db/referrals/views.ts'
import { type ReferralSearch, runReferralSearch } from '../../../db/searches.ts'
import { mostCounted, type Tab, unknown } from '../../../domain/listing.ts'
import type { Actor } from '../../../domain/policy.ts'
import type { PageEnv } from '../../env.ts'
import { filtersOf, type ListQuery, readQuery, tabOf, working } from './query.ts'

export type ListData = {
  actor: Actor
  query: ListQuery
  tab: Tab
  rows: ReferralRow[]
  next: string | null
  /** All that the filters leave, counted up to `mostCounted` and one more. */
  matches: Matches
  counts: { urgent: number; unplaced: number }
  choices: FilterChoices
  search: ReferralSearch | null
  views: SavedView[]
  now: Date
}

/** How many rows a page may have; the first is what one gets unasked. */
export const pageSizes = ['25', '50', '100'] as const

export function pageSizeOf({ rows }: ListQuery): (typeof pageSizes)[number] {
  return rows ?? pageSizes[0]
}

export async function loadList(c: Context<PageEnv>): Promise<ListData> {
  const { ctx, session } = c.var
  const actor = working(c.var.actor, session?.networkId)
  const query = readQuery(c.req.url)
  const tab = tabOf(query, actor)
  const now = ctx.now()
  return actAs(ctx.db, whoIs(actor), async trx => {
    const search = query.s ? await runReferralSearch(trx, actor.userId, query.s) : null
    const filters = filtersOf(query, { tab, at: now, ids: search?.ids, actor })
    const { rows, next } = await listReferrals(trx, actor, filters, readCursor(query.after), Number(pageSizeOf(query)))
    const whole = !next && !query.after && !filters.facts
    return {
      ...{ actor, query, tab, rows, next, search, now },
      matches: whole
        ? { referrals: rows.length, askings: null, needs: null }
        : await countMatches(trx, actor, filters, mostCounted),
      counts: await countPressing(trx, actor, mostPressing),
      choices: await readFilterChoices(trx, networksInReach(actor), actor.organisationId, termsIn(query)),
      views: await listViews(trx, actor.userId),
    }
  })
}

function termsIn({ reason, outcome }: ListQuery): string[] {
  return [reason, outcome].filter((id): id is string => id !== undefined && id !== unknown)
}

/** How far the numbers on buttons count. */
export const mostPressing = 99

/** Null: of the whole installation, for an administrator who belongs to none. */
function networksInReach({ networks, coordinates, administrator }: Actor): string[] | null {
  const own = [...new Set([...networks.map(({ id }) => id), ...coordinates])]
  return administrator && own.length === 0 ? null : own
}
