/** What a browser carries for us between two pages and can neither read nor change. */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { seal, unseal } from '../auth/sealing.ts'
import type { AnyContext } from './env.ts'
import { isSecure, nameOf } from './session.ts'

export function keepSealed(c: AnyContext, name: string, value: unknown, minutes: number): void {
  const { config, now } = c.var.deps
  const secure = isSecure(c.var.deps)
  const sealed = seal({ secret: config.secret, purpose: `cookie ${name}` }, value, now(), minutes)
  const kept = { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: minutes * 60 } as const
  setCookie(c, nameOf(name, secure), sealed, kept)
}

/** Undefined where there is none, or it is late or was changed. */
export function readSealed(c: AnyContext, name: string): unknown {
  const { config, now } = c.var.deps
  const sealed = getCookie(c, nameOf(name, isSecure(c.var.deps)))
  const opened = sealed ? unseal({ secret: config.secret, purpose: `cookie ${name}` }, sealed, now()) : null
  return opened?.ok ? opened.value : undefined
}

export function dropSealed(c: AnyContext, name: string): void {
  const secure = isSecure(c.var.deps)
  deleteCookie(c, nameOf(name, secure), { path: '/', secure })
}
