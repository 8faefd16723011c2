/** The list's filters as they stand in the address: ids, codes, days and a reference, never a name or a word searched for. */
import { z } from 'zod'
import type { Filters } from '../../../db/referrals/list.ts'
import { allowed, factsOf } from '../../../domain/finding.ts'
import {
  askingFates,
  betweenDays,
  fates,
  isDay,
  origins,
  sorts,
  stagesAsked,
  type Tab,
  tabs,
  unknown,
  whys,
} from '../../../domain/listing.ts'
import { ageBands } from '../../../domain/person.ts'
import type { Actor } from '../../../domain/policy.ts'
import { readLetters } from '../../../domain/reference.ts'
import { progresses, referralStatuses } from '../../../domain/referral.ts'
import { paths } from '../../paths.ts'

const yes = z.literal('yes').optional().catch(undefined)
const id = z.uuid().optional().catch(undefined)
const idOrNone = z
  .union([z.uuid(), z.literal(unknown)])
  .optional()
  .catch(undefined)
const day = z.string().refine(isDay).optional().catch(undefined)

/** What cannot be read is as if it were not there. */
export const listQuery = z.object({
  tab: z.enum(tabs).optional().catch(undefined),
  stage: z.enum(stagesAsked).optional().catch(undefined),
  status: z.enum(referralStatuses).optional().catch(undefined),
  need: id,
  area: z
    .string()
    .regex(/^([A-Z0-9-]{1,40}|none)$/)
    .optional()
    .catch(undefined),
  to: id,
  sender: idOrNone,
  recipient: id,
  progress: z.enum(progresses).optional().catch(undefined),
  handler: id,
  network: id,
  number: z
    .string()
    .trim()
    .max(20)
    .refine(text => readLetters(text) !== null)
    .optional()
    .catch(undefined),
  from: day,
  until: day,
  urgent: yes,
  marked: yes,
  overdue: yes,
  mine: yes,
  restricted: yes,
  counted: yes,
  age: z
    .enum([...ageBands, unknown])
    .optional()
    .catch(undefined),
  district: z
    .string()
    .regex(/^([A-Z0-9]{2,4}|none)$/)
    .optional()
    .catch(undefined),
  way: z.enum(origins).optional().catch(undefined),
  /** Of a need; all three of the same one. */
  fate: z.enum(fates).optional().catch(undefined),
  why: z.enum(whys).optional().catch(undefined),
  outcome: id,
  /** What became of asking somebody, and for which reason it was declined; made between these days. */
  asking: z.enum(askingFates).optional().catch(undefined),
  reason: idOrNone,
  askedFrom: day,
  askedUntil: day,
  sort: z.enum(sorts).optional().catch(undefined),
  s: id,
  /** How many on a page; left out, the fewest. */
  rows: z.enum(['50', '100']).optional().catch(undefined),
  select: yes,
  after: z.string().max(200).optional().catch(undefined),
})
export type ListQuery = z.infer<typeof listQuery>

export function readQuery(url: string): ListQuery {
  return listQuery.parse(Object.fromEntries(new URL(url, 'http://own.invalid').searchParams))
}

/** The list, or one referral beside it, with these filters; a change starts at the first page again, and ends selecting. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}, referralId?: string): string {
  const search = searchOf(query, change)
  const path = referralId ? paths.referral(referralId) : paths.referrals
  return search ? `${path}?${search}` : path
}

export function searchOf(query: ListQuery, change: Partial<ListQuery> = {}): string {
  const merged = { ...query, select: undefined, ...(Object.keys(change).length > 0 && { after: undefined }), ...change }
  const given = Object.entries(merged).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return new URLSearchParams(given).toString()
}

type Found = { tab: Tab; at: Date; ids?: readonly string[] | undefined; actor: Actor }

export function filtersOf(query: ListQuery, { tab, at, ids, actor }: Found): Filters {
  const { from, before } = betweenDays(query.from, query.until)
  const finder = { actor, tab, networkId: query.network }
  return {
    tab,
    stage: query.stage,
    status: query.status,
    categoryIds: query.need ? [query.need] : undefined,
    areaCode: query.area,
    assignedTo: query.to,
    sender: query.sender,
    recipient: allowed(query, finder).recipient,
    progress: query.progress,
    handler: query.handler,
    mine: query.mine && actor.userId,
    urgent: query.urgent === 'yes',
    marked: query.marked === 'yes',
    restricted: query.restricted === 'yes',
    counted: query.counted === 'yes',
    facts: factsOf(query, finder, at),
    overdueAt: query.overdue && at,
    openedFrom: from,
    openedBefore: before,
    letters: (query.number && readLetters(query.number)) ?? undefined,
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
