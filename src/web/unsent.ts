/** SECURITY: what is sent after the end of a session is not lost: it is shown again, once the same person is signed in. */
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { keepUnsent as keep, mostTyped } from '../actions/account/keep-unsent.ts'
import { limitBody } from './body-limits.ts'
import { isApi, isPublic } from './doors.ts'
import type { PublicEnv } from './env.ts'
import { ownerIn } from './form-owner.ts'
import { pageOf } from './form-page.ts'
import { isCookieless, ownPath, signInThen } from './paths.ts'
import { readForm } from './posted-form.ts'
import { addressOf, unsentMark } from './unsent-mark.ts'

/** Passwords and codes are typed again. */
const secrets = /^\/(sign-out|preferences\/(password|prove|two-step|passkeys|tokens))(\/|$)/

/** Stands before the doors, which lead whoever is signed out away. */
export const keepUnsent = createMiddleware<PublicEnv>(async (c, next) => {
  if (c.req.method !== 'POST' || c.var.actor || !isOnPage(c) || isPublic(c)) return next()
  let led: Response | null = null
  await limitBody(c, async () => {
    const form = await readForm(c)
    const owner = ownerIn(c, String(form.get('token') ?? ''))
    form.delete('token')
    led = owner ? await leadBack(c, owner, form) : null
  })
  return led ?? next()
})

/** To the page that the form was on, by signing in where need be. Null where nothing can be kept. */
export async function leadBack(c: Context<PublicEnv>, owner: string, form: FormData): Promise<Response | null> {
  const fields = textsIn(form)
  if (secrets.test(c.req.path) || !isOnPage(c) || sizeOf(fields) > mostTyped) return null
  const hadFiles = [...form.values()].some(value => typeof value !== 'string' && value.size > 0)
  const address = addressOf(c.req.url)
  const id = await keep(c.var.ctx, owner, { address, fields, hadFiles })
  const page = new URL(pageOf(c), c.req.url)
  page.searchParams.set(unsentMark, id)
  const back = ownPath(`${page.pathname}${page.search}`)
  return c.redirect(c.var.actor ? back : signInThen(back), 303)
}

/** A person pressed a button: what a script sends by itself, it sends again. */
function isOnPage({ req }: Context<PublicEnv>): boolean {
  const wanted = req.header('sec-fetch-dest')
  return !isApi(req.path) && !isCookieless(req.path) && wanted !== 'empty'
}

function textsIn(form: FormData): Record<string, string | string[]> {
  const names = [...new Set(form.keys())].filter(name => !/password/i.test(name))
  const texts = names.map((name): [string, string[]] => [
    name,
    form.getAll(name).filter(one => typeof one === 'string'),
  ])
  return Object.fromEntries(
    texts.filter(([, all]) => all.length > 0).map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]),
  )
}

function sizeOf(fields: Readonly<Record<string, string | readonly string[]>>): number {
  return Object.entries(fields).reduce((sum, [name, value]) => sum + name.length + [value].flat().join('').length, 0)
}
