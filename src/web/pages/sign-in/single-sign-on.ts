/** ADM-5: to the identity provider and back. Links only: our own rule for forms lets none lead to another site. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type Came, minutesAway, signInByProvider } from '../../../actions/sign-in-by-provider.ts'
import { beginAtProvider, endAtProvider } from '../../../auth/provider.ts'
import type { Asserted } from '../../../domain/single-sign-on.ts'
import { absent } from '../../doors.ts'
import type { PublicEnv } from '../../env.ts'
import { ownPath, paths, signInThen } from '../../paths.ts'
import { dropSealed, keepSealed, readSealed } from '../../sealed-cookie.ts'
import { keepSession, visitorOf } from '../../session.ts'
import { showSecond } from './second.tsx'

const away = 'sso'
const vouched = 'vouched'
/** To give a name and press the button. */
const minutesVouched = 30

const pendingShape = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() })

export const singleSignOn = new Hono<PublicEnv>()
  .get(paths.sso, async c => {
    const provider = providerOf(c)
    const next = ownPath(c.req.query('next'))
    // Only a press on our own page signs somebody in: no link on another one does it unseen.
    if (isFromElsewhere(c)) return c.redirect(signInThen(next), 303)
    const begun = await beginAtProvider(provider, addressOf(c, paths.ssoBack))
    if ('why' in begun) return refuse(c, { refused: begun.why, code: begun.code }, next)
    keepSealed(c, away, { ...begun.checks, next }, minutesAway)
    return c.redirect(begun.to.href, 303)
  })
  .get(paths.ssoBack, async c => {
    const provider = providerOf(c)
    const pending = pendingShape.safeParse(readSealed(c, away))
    dropSealed(c, away)
    if (!pending.success || c.req.query('state') !== pending.data.state) return sendBack(c, 'again', paths.home)
    const { next, ...checks } = pending.data
    const back = new URL(`${addressOf(c, paths.ssoBack)}${new URL(c.req.url).search}`)
    const came = await signInByProvider(c.var.ctx, provider, {
      back,
      checks,
      visitor: visitorOf(c),
      link: linkIn(next),
    })
    return goOn(c, came, next)
  })
  .get(paths.ssoEnd, async c => {
    const end = await endAtProvider(providerOf(c), addressOf(c, paths.signIn))
    return c.redirect(end?.href ?? `${paths.signIn}?done=out`, 303)
  })

/** What was vouched for on the way to accepting an invitation. */
export function readVouched(c: Context<PublicEnv>): Asserted | null {
  return c.var.deps.config.oidc ? ((readSealed(c, vouched) as Asserted | undefined) ?? null) : null
}

export function dropVouched(c: Context<PublicEnv>): void {
  dropSealed(c, vouched)
}

async function goOn(c: Context<PublicEnv>, came: Came, next: string) {
  if ('session' in came) {
    await keepSession(c, came.session)
    return c.redirect(next, 303)
  }
  if ('second' in came) return showSecond(c, came.second, { next })
  if ('invited' in came) {
    keepSealed(c, vouched, came.invited, minutesVouched)
    return c.redirect(`${paths.acceptInvitation}?${new URLSearchParams({ token: came.link })}`, 303)
  }
  return refuse(c, came, next)
}

function refuse(c: Context<PublicEnv>, { refused, code }: { refused: string; code?: string }, next: string) {
  if (code) c.var.deps.log.warn({ why: refused, code }, 'single sign-on failed')
  return sendBack(c, refused, next)
}

/** Old browsers do not say. */
function isFromElsewhere(c: Context<PublicEnv>): boolean {
  const site = c.req.header('sec-fetch-site')
  return site !== undefined && site !== 'same-origin'
}

/** Told on the page to sign in, where there are other ways in; the address there tells nobody who it was. */
function sendBack(c: Context<PublicEnv>, why: string, next: string) {
  const query = new URLSearchParams({ sso: why, ...(next !== paths.home && { next }) })
  return c.redirect(`${paths.signIn}?${query}`, 303)
}

/** Of the invitation from which they came to sign in. */
function linkIn(next: string): string | null {
  const { pathname, searchParams } = new URL(next, 'http://own.invalid')
  return pathname === paths.acceptInvitation ? searchParams.get('token') : null
}

function providerOf(c: Context<PublicEnv>) {
  const { oidc } = c.var.deps.config
  if (!oidc) throw absent()
  return oidc
}

function addressOf(c: Context<PublicEnv>, path: string): string {
  return `${c.var.deps.config.baseUrl}${path}`
}
