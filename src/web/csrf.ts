/** Against forged forms: where the request comes from, and a token that only our own page for this session could hold. */
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isSigned, sign } from '../auth/secrets.ts'
import { Problem } from '../domain/problem.ts'
import { mostFields } from './body-limits.ts'
import { isApi } from './doors.ts'
import type { PublicEnv } from './env.ts'
import { isCookieless } from './paths.ts'

const field = 'token'
const purpose = 'form'
const lifetimeMinutes = 12 * 60

/** Gives each page its token, and takes it from each form that comes back. */
export const checkForm = createMiddleware<PublicEnv>(async (c, next) => {
  c.set('form', new FormData())
  if (isApi(c.req.path)) return next()
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') c.set('form', await takeForm(c))
  c.set('token', issueToken(c))
  await next()
})

/** Another each time, so that a compressed page tells nothing about it. */
function issueToken(c: Context<PublicEnv>): string {
  const { deps } = c.var
  const madeAt = deps.now().getTime().toString(36)
  const salt = randomBytes(9).toString('base64url')
  return [madeAt, salt, sign(deps.config.secret, purpose, madeAt, salt, holder(c)).toString('base64url')].join('.')
}

async function takeForm(c: Context<PublicEnv>): Promise<FormData> {
  if (!isFromHere(c)) throw new Problem('not_allowed', 'This form was sent from another site.')
  const form = await c.req.raw.formData().catch(() => null)
  if (!form) throw new Problem('invalid', 'This form could not be read.')
  if ([...form.keys()].length > mostFields)
    throw new Problem('too_large', 'This form has more fields than any of ours.')
  if (!isOurs(c, String(form.get(field) ?? ''))) throw new Problem('not_allowed', c.var.t('problem.text.expired'))
  form.delete(field)
  return form
}

function isOurs(c: Context<PublicEnv>, token: string): boolean {
  const [madeAt = '', salt = '', seal] = token.split('.')
  const { deps } = c.var
  const age = deps.now().getTime() - Number.parseInt(madeAt, 36)
  return isSigned(seal, deps.config.secret, purpose, madeAt, salt, holder(c)) && age < lifetimeMinutes * 60_000
}

/** Before signing in there is no session to bind it to; without an account it belongs to the link that opened the form. */
function holder(c: Context<PublicEnv>): string {
  if (isCookieless(c.req.path)) return /^\/f\/[^/]*/.exec(c.req.path)?.[0] ?? 'own'
  return c.var.session?.tokenHash.toString('hex') ?? ''
}

/** Browsers say so by Sec-Fetch-Site, older ones by Origin ("null" where the page hides its address). */
function isFromHere(c: Context<PublicEnv>): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  if (!origin || origin === 'null') return true
  const own = new URL(c.var.deps.config.baseUrl)
  return URL.canParse(origin) && (origin === own.origin || new URL(origin).host === c.req.header('host'))
}
