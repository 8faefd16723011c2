/** Whose audit may be read. */
import type { Actor } from './policy.ts'

/** ADM-4: whose audit may be read; null is the whole installation's, what belongs to no network included. */
export function auditedNetworks(actor: Actor): readonly string[] | null {
  return actor.administrator ? null : actor.coordinates
}
