/** Against forged forms: where the request comes from, and a token that only our own page for this session could hold. */
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isSigned, sign } from '../auth/secrets.ts'
import { Problem } from '../domain/problem.ts'
import { isApi } from './doors.ts'
import type { PublicEnv } from './env.ts'
import { markOwner, ownerIn } from './form-owner.ts'
import { isCookieless } from './paths.ts'
import { readForm } from './posted-form.ts'
import { isForEverybody } from './public-paths.ts'
import { leadBack } from './unsent.ts'

const field = 'token'
const purpose = 'form'
const lifetimeMinutes = 12 * 60

/** Gives each page its token, and takes it from each form that comes back. */
export const checkForm = createMiddleware<PublicEnv>(async (c, next) => {
  c.set('form', new FormData())
  if (isApi(c.req.path)) return next()
  if (isForEverybody(c.req.path)) return withoutToken(c, next)
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const form = await readForm(c)
    const token = String(form.get(field) ?? '')
    form.delete(field)
    if (!isOurs(c, token)) return keepOrRefuse(c, form, token)
    c.set('form', form)
  }
  c.set('token', issueToken(c))
  await next()
})

/** Nothing changes there, and a page that carried a token could not be kept for others. */
async function withoutToken(c: Context<PublicEnv>, next: () => Promise<void>): Promise<void> {
  if (c.req.method === 'POST') c.set('form', await readForm(c))
  await next()
}

/** Another each time, so that a compressed page tells nothing about it. */
function issueToken(c: Context<PublicEnv>): string {
  const { deps } = c.var
  const madeAt = deps.now().getTime().toString(36)
  const salt = randomBytes(9).toString('base64url')
  const signature = sign(deps.config.secret, purpose, madeAt, salt, holder(c)).toString('base64url')
  const { actor } = c.var
  return [madeAt, salt, signature, ...(actor ? [markOwner(deps.config.secret, madeAt, actor.userId)] : [])].join('.')
}

/** A page of a former session of the same person: what they typed comes back. */
async function keepOrRefuse(c: Context<PublicEnv>, form: FormData, token: string): Promise<Response> {
  const { actor } = c.var
  const kept = actor && ownerIn(c, token) === actor.userId ? await leadBack(c, actor.userId, form) : null
  if (!kept) throw new Problem('not_allowed', 'This page was open for too long. Sign in again to go on.')
  return kept
}

function isOurs(c: Context<PublicEnv>, token: string): boolean {
  const [madeAt = '', salt = '', seal] = token.split('.')
  const { deps } = c.var
  const age = deps.now().getTime() - Number.parseInt(madeAt, 36)
  return isSigned(seal, deps.config.secret, purpose, madeAt, salt, holder(c)) && age < lifetimeMinutes * 60_000
}

/** Before signing in there is no session to bind it to; without an account it belongs to the link that opened the form. */
function holder(c: Context<PublicEnv>): string {
  if (isCookieless(c.req.path)) return /^\/(?:f\/[^/]*|n\/[^/]*\/ask)/.exec(c.req.path)?.[0] ?? 'own'
  return c.var.session?.tokenHash.toString('hex') ?? ''
}
