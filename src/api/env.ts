/** What every route of the API finds in `c.var`; the doors have let nobody past without a token. */
import type { ActingContext } from '../actions/context.ts'
import type { Config } from '../config.ts'
import type { Actor } from '../domain/policy.ts'

/** `deps`: what the program is made of; only what the API needs of it. */
export type ApiDeps = { config: Pick<Config, 'storageUrl' | 'clamavUrl' | 'dataDir' | 'outgoingAllow'> }
export type ApiEnv = { Variables: { actor: Actor; ctx: ActingContext; deps: ApiDeps } }
export type MaybeEnv = { Variables: { actor: Actor | null; ctx: ActingContext } }
