/** While nobody has an account, every page leads to the one that makes the first; from then on that one does not exist. */
import { createMiddleware } from 'hono/factory'
import { isSetUp } from '../db/set-up.ts'
import { absent, isApi } from './doors.ts'
import type { PublicEnv } from './env.ts'
import { paths } from './paths.ts'

/** What was once set up stays so: it is asked no more. */
export function firstRun() {
  let done = false
  return createMiddleware<PublicEnv>(async (c, next) => {
    const isHere = c.req.path === paths.setUp
    if ((done && !isHere) || isApi(c.req.path)) return next()
    done ||= await isSetUp(c.var.deps.database.db)
    if (done && isHere) throw absent()
    if (done || isHere) return next()
    return c.redirect(paths.setUp, 303)
  })
}
