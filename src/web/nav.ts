/** The menu, by role (NAV-1); an item shows once its page exists and its door is open. */
import { type Actor, may } from '../domain/policy.ts'
import type { T } from '../words/index.ts'
import { doors, hasDoor } from './doors.ts'
import { paths } from './paths.ts'
import type { NavItem } from './ui/header.tsx'

type Item = {
  path: string
  key:
    | 'home'
    | 'search'
    | 'makeReferral'
    | 'referrals'
    | 'networks'
    | 'yourNetworks'
    | 'organisations'
    | 'services'
    | 'people'
    | 'reports'
    | AccountKey
}
type AccountKey = 'audit' | 'organisation' | 'system' | 'users' | 'preferences' | 'workAs' | 'mailbox'

const menu: readonly Item[] = [
  { path: paths.home, key: 'home' },
  { path: paths.search, key: 'search' },
  { path: paths.refer, key: 'makeReferral' },
  { path: paths.referrals, key: 'referrals' },
  { path: paths.networks, key: 'networks' },
  { path: paths.people, key: 'people' },
  { path: paths.reports, key: 'reports' },
]
/** What stands under Networks. */
const underNetworks: readonly Item[] = [
  { path: paths.networks, key: 'yourNetworks' },
  { path: paths.organisations(), key: 'organisations' },
  { path: paths.services, key: 'services' },
]
const account: readonly Item[] = [
  { path: paths.gettingStarted, key: 'organisation' },
  { path: paths.system, key: 'system' },
  { path: paths.users, key: 'users' },
  { path: paths.audit, key: 'audit' },
  { path: paths.preferences, key: 'preferences' },
  { path: paths.mailbox, key: 'mailbox' },
]

type Where = { t: T; actor: Actor; path: string; waiting: number }

export function menuOf({ t, actor, path, waiting }: Where): NavItem[] {
  const under = itemsFor(actor, underNetworks).map(item => linkTo(t, item, path))
  return itemsFor(actor, menu).map(item => ({
    ...linkTo(t, item, path),
    ...(item.key === 'networks' && { items: under, current: under.some(({ current }) => current) }),
    count: item.path === paths.referrals && waiting > 0 ? waiting : undefined,
  }))
}

/** `choices`: whether there is another organisation or network to work in. */
export function accountMenuOf({ t, actor, path }: Where, choices: boolean): NavItem[] {
  const items = itemsFor(actor, account)
  const all = choices ? [{ path: paths.turn, key: 'workAs' } as const, ...items] : items
  return all.map(item => linkTo(t, item, path))
}

function itemsFor(actor: Actor, items: readonly Item[]): Item[] {
  return items.filter(({ path }) => {
    const permission = hasDoor(`GET ${path as '/'}`) ? doors[`GET ${path as '/'}`] : undefined
    return permission !== undefined && may(actor, permission)
  })
}

function linkTo(t: T, { path, key }: Item, here: string): NavItem {
  const current = path === paths.home ? here === path : here === path || here.startsWith(`${path}/`)
  return { href: path, label: t(`nav.${key}`), current }
}
