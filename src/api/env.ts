/** What every route of the API finds in `c.var`; the doors have let nobody past without a token. */
import type { ActingContext } from '../actions/context.ts'
import type { Actor } from '../domain/policy.ts'

export type ApiEnv = { Variables: { actor: Actor; ctx: ActingContext } }
export type MaybeEnv = { Variables: { actor: Actor | null; ctx: ActingContext } }
