/** The tabs over a list, and its filters as chips: each applied one with the way to take it off. */
import type { T } from '../../../words/index.ts'
import type { Chip, Tab } from '../../ui/tabs.tsx'
import type { ListData } from './load-list.ts'
import { type ListQuery, listHref } from './query.ts'

export function tabsOf(t: T, { actor, query, tab, counts }: ListData): Tab[] {
  const own = actor.networks.length > 0
  const placing = query.status === 'needs_placing' && tab === 'all' && !query.s
  const keep = { network: query.network }
  return [
    own && { ...at({ ...keep, tab: 'received' }), label: t('list.tab.received'), current: tab === 'received' },
    own && { ...at({ ...keep, tab: 'sent' }), label: t('list.tab.sent'), current: tab === 'sent' },
    { ...at({ ...keep, tab: 'all' }), label: t('list.tab.all'), current: tab === 'all' && !placing },
    actor.coordinates.length > 0 && {
      ...at({ ...keep, tab: 'all', status: 'needs_placing' }),
      label: t('list.tab.placing'),
      current: placing,
      count: counts.unplaced,
    },
  ].filter(one => one !== false)
}

export function chipsOf(t: T, list: ListData): Chip[] {
  const { query, tab, counts, search } = list
  const applied = appliedOf(t, list).map(([label, change]) => ({
    href: listHref(query, change),
    label,
    removes: true,
  }))
  const urgent = tab === 'received' && query.urgent !== 'yes' && counts.urgent > 0
  return [
    ...(urgent
      ? [
          {
            href: listHref({ tab, network: query.network, urgent: 'yes' }),
            label: t('list.urgent'),
            count: counts.urgent,
            hot: true,
          },
        ]
      : []),
    ...(search
      ? [{ href: listHref(query, { s: undefined }), label: t('list.found', { words: search.words }), removes: true }]
      : []),
    ...applied,
  ]
}

export function isFiltered({ tab: _, sort: __, after: ___, ...filters }: ListQuery): boolean {
  return Object.values(filters).some(Boolean)
}

function appliedOf(t: T, { query, choices, tab }: ListData): [string, Partial<ListQuery>][] {
  const name = (of: readonly { id: string; name: string }[], id: string) => of.find(one => one.id === id)?.name ?? id
  const all: ([string, Partial<ListQuery>] | false | '' | undefined)[] = [
    query.stage && [t(`list.stage.${query.stage}`), { stage: undefined }],
    query.status &&
      !(tab === 'all' && query.status === 'needs_placing') && [
        t(`status.referral.${query.status}`),
        { status: undefined },
      ],
    query.need && [name(choices.needs, query.need), { need: undefined }],
    query.to && [name(choices.organisations, query.to), { to: undefined }],
    query.network && [name(choices.networks, query.network), { network: undefined }],
    query.urgent && [t('list.urgent'), { urgent: undefined }],
    query.overdue && [t('list.overdue'), { overdue: undefined }],
    query.sort === 'oldest_waiting' && [t('list.sortOldest'), { sort: undefined }],
  ]
  return all.filter(one => typeof one === 'object')
}

function at(query: ListQuery) {
  return { href: listHref(query) }
}
