/** Signing out: only ever by a form, so that no link or picture can do it. */
import { Hono } from 'hono'
import { signOut } from '../../../actions/sign-out.ts'
import type { PublicEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import { dropSession } from '../../session.ts'

export const signOutPage = new Hono<PublicEnv>().post(paths.signOut, async c => {
  if (c.var.session) await signOut(c.var.ctx, c.var.session.id)
  dropSession(c)
  return c.redirect(`${paths.signIn}?done=out`, 303)
})
