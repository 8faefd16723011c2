/** FORM-10: of the needs, those that the organisation begun from offers. */
import { lineOf } from '../../../db/networks.ts'
import type { Draft } from './draft.ts'

/** Null: all of them may be chosen. A service that offers a branch meets every need under it. */
export function limitedTo({ network, start, body }: Pick<Draft, 'network' | 'start' | 'body'>): Set<string> | null {
  if (!start || body.startsFrom?.widened || start.categoryIds.length === 0) return null
  const ids = [...network.categories.keys()]
  return new Set(ids.filter(id => lineOf(network, id).some(above => start.categoryIds.includes(above))))
}
