/** The network's kinds of help, each with what the public directory has of it. */

import type { NetworkCategory } from '../../../db/networks.ts'
import type { PublicOrganisation, PublicService } from '../../../db/open-data/directory.ts'
import { branchesOf, rootOf } from '../organisations/categories.ts'
import type { Site } from './site.ts'

export type Kind = {
  category: NetworkCategory
  services: readonly PublicService[]
  organisations: readonly PublicOrganisation[]
}

/** The branches of the tree, in the network's order. What is offered below a branch counts there too, once. */
export function kindsOf({ network, services, organisations }: Pick<Site, 'network' | 'services' | 'organisations'>) {
  const rootIds = new Map([...network.categories.keys()].map(id => [id, rootOf(network, id)?.id]))
  const within = ({ categoryIds }: { categoryIds: readonly string[] }, root: string) =>
    categoryIds.some(id => rootIds.get(id) === root)
  return branchesOf(network).map(
    (category): Kind => ({
      category,
      services: services.filter(one => within(one, category.id)),
      organisations: organisations.filter(one => within(one, category.id)),
    }),
  )
}
