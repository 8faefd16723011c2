/** The network's tree of needs as the form lists it: its branches, and under each what may be chosen. */
import type { Network, NetworkCategory } from '../../../db/networks.ts'

/** `branch` null: those that stand alone. `under` is the nearest name above, where the tree is deeper than two. */
export type NeedGroup = {
  branch: NetworkCategory | null
  choices: { category: NetworkCategory; under: string | null }[]
}

export function needGroups({ categories }: Pick<Network, 'categories'>): NeedGroup[] {
  const inUse = [...categories.values()].filter(({ retired }) => !retired)
  const below = Map.groupBy(inUse, ({ parentId }) => parentId)
  const roots = below.get(null) ?? []
  const branches = roots.filter(({ id }) => below.has(id))
  const alone = roots.filter(({ id }) => !below.has(id))
  const leavesOf = (category: NetworkCategory, under: string | null): NeedGroup['choices'] => {
    const children = below.get(category.id) ?? []
    if (children.length === 0) return [{ category, under }]
    const name = category.parentId === null ? null : category.label
    return children.flatMap(child => leavesOf(child, name))
  }
  return [
    ...branches.map(branch => ({ branch, choices: leavesOf(branch, null) })),
    ...(alone.length > 0 ? [{ branch: null, choices: alone.map(category => ({ category, under: null })) }] : []),
  ]
}
