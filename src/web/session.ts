/** Who a request comes from: by the session's cookie for pages, by the bearer token for the API, never both. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { NewSession, Visitor } from '../actions/account/begin-session.ts'
import type { ActingContext } from '../actions/context.ts'
import { hashToken } from '../auth/secrets.ts'
import { loadSession, loadTokenActor, type SignedIn, sessionLimits } from '../db/actors.ts'
import { endSession, touchSession } from '../db/sessions.ts'
import type { Actor } from '../domain/policy.ts'
import { isApi } from './doors.ts'
import type { Deps, PageEnv, PublicEnv } from './env.ts'
import { languageOf, languageWithoutCookie } from './language.ts'
import { isCookieless } from './paths.ts'

const tokenShape = /^[\w-]{43}$/
const deviceDays = 365

type AnyVisit = Context<PublicEnv> | Context<PageEnv>

export const identify = createMiddleware<PublicEnv>(async (c, next) => {
  const actor = await actorFor(c)
  c.set('actor', actor)
  c.set('ctx', contextFor(c.var.deps, actor))
  await next()
})

export function contextFor({ database, config, now }: Deps, actor: Actor | null): ActingContext {
  // A page behind a door has somebody; only pages that are public are typed to find nobody.
  return { db: database.db, actor: actor as Actor, now, secret: config.secret, baseUrl: config.baseUrl }
}

/** The one that this browser had until now ends. */
export async function keepSession(c: AnyVisit, { token, device }: NewSession): Promise<void> {
  const { session, deps } = c.var
  if (session) await endSession(deps.database.db, session.id)
  writeCookie(c, 'session', token, sessionLimits.absoluteHours * 3600)
  writeCookie(c, 'device', device, deviceDays * 86_400)
}

export function dropSession(c: Context<PublicEnv>) {
  const secure = isSecure(c.var.deps)
  deleteCookie(c, nameOf('session', secure), { path: '/', secure })
}

/** What a browser brings along when somebody signs in by it. */
export function visitorOf(c: AnyVisit): Visitor {
  return { device: getCookie(c, nameOf('device', isSecure(c.var.deps))), agent: c.req.header('user-agent') }
}

function actorFor(c: Context<PublicEnv>): Promise<Actor | null> | null {
  if (isApi(c.req.path)) return actorByToken(c)
  if (!isCookieless(c.req.path)) return actorBySession(c)
  c.set('t', languageWithoutCookie(c))
  return null
}

async function actorBySession(c: Context<PublicEnv>): Promise<Actor | null> {
  const { database, config, now } = c.var.deps
  const token = getCookie(c, nameOf('session', isSecure({ config }))) ?? ''
  const signedIn: SignedIn | null = tokenShape.test(token)
    ? await loadSession(database.db, hashToken(token), now())
    : null
  c.set('t', languageOf(c, signedIn?.session.language))
  c.set('session', signedIn?.session ?? null)
  if (signedIn) await touchSession(database.db, signedIn.session, now())
  return signedIn?.actor ?? null
}

async function actorByToken(c: Context<PublicEnv>): Promise<Actor | null> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const { database, now } = c.var.deps
  return token ? loadTokenActor(database.db, hashToken(token), now()) : null
}

function writeCookie(c: AnyVisit, name: string, value: string, maxAge: number) {
  const secure = isSecure(c.var.deps)
  setCookie(c, nameOf(name, secure), value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

export function nameOf(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name
}

export function isSecure({ config }: Pick<Deps, 'config'>): boolean {
  return config.baseUrl.startsWith('https:')
}
