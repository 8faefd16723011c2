/** The network's tree of categories as lists to choose from and as labels. */
import type { Network, NetworkCategory } from '../../../db/networks.ts'
import type { T } from '../../../words/index.ts'
import type { SelectProps } from '../../ui/select.tsx'

type Tree = Pick<Network, 'categories'>

/** By branch; the branch itself can be chosen too. */
export function categoryOptions(t: T, network: Tree): SelectProps['options'] {
  return branchesOf(network).map(branch => {
    const below = leavesUnder(network, branch)
    if (below.length === 0) return { value: branch.id, label: branch.label }
    const all = { value: branch.id, label: t('directory.filter.allOf', { category: branch.label }) }
    return { label: branch.label, options: [all, ...below.map(({ id, label }) => ({ value: id, label }))] }
  })
}

export function branchesOf({ categories }: Tree): NetworkCategory[] {
  return [...categories.values()].filter(({ parentId, retired }) => parentId === null && !retired)
}

function leavesUnder({ categories }: Tree, branch: NetworkCategory): NetworkCategory[] {
  const inUse = [...categories.values()].filter(({ retired }) => !retired)
  const below = (id: string): NetworkCategory[] =>
    inUse.filter(({ parentId }) => parentId === id).flatMap(one => [one, ...below(one.id)])
  return below(branch.id)
}

/** The branch that a category belongs to. */
export function rootOf({ categories }: Tree, id: string): NetworkCategory | undefined {
  let at = categories.get(id)
  for (let steps = 0; at?.parentId && steps < 20; steps++) at = categories.get(at.parentId)
  return at
}

export function labelsOf({ categories }: Tree, ids: readonly string[]): string[] {
  return ids.flatMap(id => categories.get(id)?.label ?? [])
}
