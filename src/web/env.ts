/** What every page finds in `c.var`. */
import type { Context as Hono } from 'hono'
import type { Logger } from 'pino'
import type { ActingContext, Context } from '../actions/context.ts'
import type { Config } from '../config.ts'
import type { Session } from '../db/actors.ts'
import type { Database } from '../db/database.ts'
import type { Actor } from '../domain/policy.ts'
import type { T } from '../words/index.ts'

/** What the program is made of, given once at its start. */
export type Deps = { database: Database; config: Config; log: Logger; now: () => Date }

/** What stands in what: the sites (and our own) that may show this page in a frame, or our own page in a frame of this one. */
export type Framing = { by: readonly string[] } | { own: true }

type Shared = {
  deps: Deps
  /** Left out by all pages but few: then no frame at all. */
  framing?: Framing
  t: T
  session: Session | null
  /** The form that was posted, its token checked and taken out. */
  form: FormData
  /** Goes into every form against forged ones; `Form` and the sign-out button take it by themselves. */
  token: string
}

/** A page behind a door other than `public`: somebody is signed in. */
export type PageEnv = { Variables: Shared & { actor: Actor; ctx: ActingContext } }
/** A page that anybody may open. */
export type PublicEnv = { Variables: Shared & { actor: Actor | null; ctx: Context } }

export type AnyContext = Hono<PublicEnv>
