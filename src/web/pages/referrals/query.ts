/** The list's filters as they stand in the address: ids and codes alone, never a name or a word searched for. */
import { z } from 'zod'
import { type Filters, stages, type Tab, tabs } from '../../../db/referrals/list.ts'
import type { Actor } from '../../../domain/policy.ts'
import { paths } from '../../paths.ts'

const statuses = ['needs_placing', 'open', 'accepted', 'withdrawn', 'unmet', 'closed'] as const
export const sorts = ['newest', 'oldest_waiting'] as const

/** What cannot be read is as if it were not there. */
const schema = z.object({
  tab: z.enum(tabs).optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  status: z.enum(statuses).optional().catch(undefined),
  need: z.uuid().optional().catch(undefined),
  to: z.uuid().optional().catch(undefined),
  network: z.uuid().optional().catch(undefined),
  urgent: z.literal('yes').optional().catch(undefined),
  overdue: z.literal('yes').optional().catch(undefined),
  sort: z.enum(sorts).optional().catch(undefined),
  s: z.uuid().optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
})
export type ListQuery = z.infer<typeof schema>

export function readQuery(url: string): ListQuery {
  return schema.parse(Object.fromEntries(new URL(url).searchParams))
}

/** The list, or one referral beside it, with these filters; a change starts at the first page again. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}, referralId?: string): string {
  const merged = { ...query, ...(Object.keys(change).length > 0 && { after: undefined }), ...change }
  const given = Object.entries(merged).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const search = new URLSearchParams(given).toString()
  const path = referralId ? paths.referral(referralId) : paths.referrals
  return search ? `${path}?${search}` : path
}

export function filtersOf(query: ListQuery, tab: Tab, at: Date, ids: readonly string[] | undefined): Filters {
  return {
    tab,
    stage: query.stage,
    status: query.status,
    categoryId: query.need,
    assignedTo: query.to,
    urgent: query.urgent === 'yes',
    overdueAt: query.overdue && at,
    sort: query.sort,
    ids,
    ...(query.network && { networkIds: [query.network] }),
  }
}

/** A search looks everywhere; who belongs to no organisation has nothing of their own. */
export function tabOf({ tab, s }: ListQuery, actor: Actor): Tab {
  if (s || actor.networks.length === 0) return 'all'
  return tab ?? 'received'
}

/** The actor, cut to the network worked in (NAV-1); null is all of them. */
export function working(actor: Actor, networkId: string | null | undefined): Actor {
  if (!networkId) return actor
  return {
    ...actor,
    networks: actor.networks.filter(({ id }) => id === networkId),
    coordinates: actor.coordinates.filter(id => id === networkId),
    commissions: actor.commissions.filter(id => id === networkId),
  }
}
