/** Signing out: only ever by a form, so that no link or picture can do it. */
import { Hono } from 'hono'
import { signOut } from '../../../actions/sign-out.ts'
import { endAtProvider } from '../../../auth/provider.ts'
import type { PublicEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import { dropSession } from '../../session.ts'

export const signOutPage = new Hono<PublicEnv>().post(paths.signOut, async c => {
  const { ctx, session, deps } = c.var
  const { provided } = session ? await signOut(ctx, session.id) : { provided: false }
  dropSession(c)
  c.header('Clear-Site-Data', '"cache"')
  const { oidc, baseUrl } = deps.config
  const end = provided && oidc ? await endAtProvider(oidc, baseUrl) : null
  return c.redirect(`${paths.signIn}?done=${end ? 'out-here' : 'out'}`, 303)
})
