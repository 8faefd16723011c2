/** The kinds of help for which there is a public service, as choices: nobody is led to an empty page. */
import type { NetworkCategory } from '../../../../db/networks.ts'
import type { SelectProps } from '../../../ui/select.tsx'
import { branchesOf } from '../../organisations/categories.ts'
import type { Site } from '../site.ts'

export type Need = NetworkCategory & { count: number; under: Need[] }

/** By branch, in the network's order; `count` of services in it or under it. */
export function needsOf(site: Pick<Site, 'network' | 'services'>): Need[] {
  const known = needs.get(site.services)
  if (known) return known
  const made = branchesOf(site.network).flatMap(branch => withUnder(site, branch))
  needs.set(site.services, made)
  return made
}

const needs = new WeakMap<Site['services'], Need[]>()

function withUnder(site: Pick<Site, 'network' | 'services'>, category: NetworkCategory): Need[] {
  const below = [...site.network.categories.values()].filter(
    ({ parentId, retired }) => parentId === category.id && !retired,
  )
  const under = below.flatMap(one => withUnder(site, one))
  const ids = new Set([category.id, ...idsUnder(under)])
  const count = site.services.filter(({ categoryIds }) => categoryIds.some(id => ids.has(id))).length
  return count > 0 ? [{ ...category, count, under }] : []
}

function idsUnder(under: readonly Need[]): string[] {
  return under.flatMap(one => [one.id, ...idsUnder(one.under)])
}

export function needOptions(site: Site): SelectProps['options'] {
  const { t } = site
  const flat = (all: readonly Need[]): Need[] => all.flatMap(one => [one, ...flat(one.under)])
  return needsOf(site).map(branch => {
    if (branch.under.length === 0) return { value: branch.id, label: branch.label }
    const whole = { value: branch.id, label: t('directory.filter.allOf', { category: branch.label }) }
    return {
      label: branch.label,
      options: [whole, ...flat(branch.under).map(({ id, label }) => ({ value: id, label }))],
    }
  })
}
