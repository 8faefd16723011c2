/** SECURITY: somebody who is warned that the session ends says that they are still here. Its longest time stays as it is. */
import { Hono } from 'hono'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import { sessionEndOf } from '../../session-end.ts'

export const stay = new Hono<PageEnv>().post(paths.stay, c => {
  const { session, deps } = c.var
  if (!session) throw absent()
  return c.json({ left: sessionEndOf(session, deps.now()).left })
})
