/** The tabs over a list, and its filters as chips: each applied one with the way to take it off. */
import { allowed, type Sought } from '../../../domain/finding.ts'
import { unknown } from '../../../domain/listing.ts'
import { type Actor, may } from '../../../domain/policy.ts'
import { formatDate, type T } from '../../../words/index.ts'
import type { Chip, Tab } from '../../ui/tabs.tsx'
import { type ListData, mostPressing } from './load-list.ts'
import { type ListQuery, listHref } from './query.ts'
import { bandOf } from './rows.tsx'

export function tabsOf(t: T, { actor, query, tab, counts }: ListData): Tab[] {
  const own = actor.networks.length > 0
  const placing = query.status === 'needs_placing' && tab === 'all' && !query.s
  const keep = { network: query.network, rows: query.rows }
  return [
    own && { ...at({ ...keep, tab: 'received' }), label: t('list.tab.received'), current: tab === 'received' },
    own && { ...at({ ...keep, tab: 'sent' }), label: t('list.tab.sent'), current: tab === 'sent' },
    { ...at({ ...keep, tab: 'all' }), label: t('list.tab.all'), current: tab === 'all' && !placing },
    actor.coordinates.length > 0 && {
      ...at({ ...keep, tab: 'all', status: 'needs_placing' }),
      label: t('list.tab.placing'),
      current: placing,
      count: counts.unplaced,
      most: mostPressing,
    },
  ].filter(one => one !== false)
}

/** LST-3: the urgent ones, with their count; null where there are none or they are what is shown. */
export function urgentChip(t: T, { query, tab, counts }: ListData): Chip | null {
  if (tab !== 'received' || query.urgent === 'yes' || counts.urgent === 0) return null
  const href = listHref({ tab, network: query.network, rows: query.rows, urgent: 'yes' })
  return { href, label: t('list.urgent'), count: counts.urgent, most: mostPressing, hot: true }
}

/** What is applied, each with the way to take it off. */
export function appliedChips(t: T, list: ListData): Chip[] {
  const { query, search } = list
  const found: Applied[] = search ? [[t('list.found', { words: search.words }), { s: undefined }]] : []
  return [...found, ...appliedOf(t, list)].map(([label, change]) => ({
    href: listHref(query, change),
    label,
    removes: true,
  }))
}

export function isFiltered({
  tab: _,
  sort: __,
  after: ___,
  select: ____,
  rows: _____,
  ...filters
}: ListQuery): boolean {
  return Object.values(filters).some(Boolean)
}

/** ADM-3: sees that referrals exist, and nothing that is in them. */
export function isMerelyAdministrator(actor: Actor): boolean {
  return actor.administrator && !may({ ...actor, administrator: false }, 'readReferrals')
}

type Applied = [label: string, change: Partial<ListQuery>]
type Maybe = Applied | false | '' | undefined

function appliedOf(t: T, list: ListData): Applied[] {
  const { query, tab } = list
  const { stage, status, progress, urgent, marked, overdue, mine, restricted, counted, sort } = query
  const placing = tab === 'all' && status === 'needs_placing'
  const all: Maybe[] = [
    stage && [t(`list.stage.${stage}`), { stage: undefined }],
    status && !placing && [t(`status.referral.${status}`), { status: undefined }],
    progress && [t(`ui.thread.${progress}`), { progress: undefined }],
    ...chosen(t, list),
    ...typed(t, query),
    ...ofReports(t, list),
    urgent && [t('list.urgent'), { urgent: undefined }],
    marked && [t('list.marked'), { marked: undefined }],
    overdue && [t('list.overdue'), { overdue: undefined }],
    mine && [t('list.mine'), { mine: undefined }],
    restricted && [t('list.restricted'), { restricted: undefined }],
    counted && [t('list.counted'), { counted: undefined }],
    sort === 'oldest_waiting' && [t('list.sortOldest'), { sort: undefined }],
    sort === 'urgency' && [t('list.sortUrgency'), { sort: undefined }],
  ]
  return all.filter(one => typeof one === 'object')
}

function chosen(t: T, { query, choices }: ListData): Applied[] {
  const name = (of: readonly { id: string; name: string }[], id: string) =>
    of.find(one => one.id === id)?.name ?? t('list.unknown')
  const { need, to, sender, handler, area, network } = query
  const all: Maybe[] = [
    need && [name(choices.needs, need), { need: undefined }],
    to && [name(choices.organisations, to), { to: undefined }],
    sender && [senderOf(t, sender, name(choices.organisations, sender)), { sender: undefined }],
    handler && [t('list.handledBy', { name: name(choices.colleagues, handler) }), { handler: undefined }],
    area && [area === unknown ? t('list.noArea') : name(choices.areas, area), { area: undefined }],
    network && [name(choices.networks, network), { network: undefined }],
  ]
  return all.filter(one => typeof one === 'object')
}

function senderOf(t: T, sender: string, name: string): string {
  return sender === unknown ? t('list.noSender') : t('list.sentBy', { name })
}

/** What a number of a report was narrowed by. */
function ofReports(t: T, { query, tab, actor, choices }: ListData): Applied[] {
  const sought = allowed(query, { actor, tab, networkId: query.network })
  const { age, district, way, fate, why, outcome, recipient } = sought
  const name = (of: readonly { id: string; name: string }[], id: string) =>
    of.find(one => one.id === id)?.name ?? t('list.unknown')
  const all: Maybe[] = [
    age && [age === unknown ? t('list.noAge') : t('list.aged', { band: bandOf(age) }), { age: undefined }],
    district && [
      district === unknown ? t('list.noDistrict') : t('list.livesIn', { district }),
      { district: undefined },
    ],
    way && [t(`list.way.${way}`), { way: undefined }],
    fate && [t(`list.fate.${fate}`), { fate: undefined }],
    why && [t(`list.why.${why}`), { why: undefined }],
    outcome && [t('list.outcomeIs', { name: name(choices.terms, outcome) }), { outcome: undefined }],
    recipient && [t('list.askedOf', { name: name(choices.organisations, recipient) }), { recipient: undefined }],
    ...ofAskings(t, sought, id => name(choices.terms, id)),
  ]
  return all.filter(one => typeof one === 'object')
}

/** Without what became of them there are no reasons and no days. */
const noAsking = { asking: undefined, reason: undefined, askedFrom: undefined, askedUntil: undefined }

function ofAskings(t: T, { asking, reason, askedFrom, askedUntil }: Sought, name: (id: string) => string): Maybe[] {
  return [
    asking && !reason && [t(`list.asking.${asking}`), noAsking],
    reason && [
      reason === unknown ? t('list.declinedForNone') : t('list.declinedFor', { name: name(reason) }),
      { reason: undefined, asking },
    ],
    askedFrom && [t('list.askedFrom', { date: formatDate(t, askedFrom) }), { askedFrom: undefined }],
    askedUntil && [t('list.askedUntil', { date: formatDate(t, askedUntil) }), { askedUntil: undefined }],
  ]
}

function typed(t: T, { number, from, until }: ListQuery): Applied[] {
  const all: Maybe[] = [
    number && [t('list.numberIs', { letters: number.toUpperCase() }), { number: undefined }],
    from && [t('list.openedFrom', { date: formatDate(t, from) }), { from: undefined }],
    until && [t('list.openedUntil', { date: formatDate(t, until) }), { until: undefined }],
  ]
  return all.filter(one => typeof one === 'object')
}

function at(query: ListQuery) {
  return { href: listHref(query) }
}
