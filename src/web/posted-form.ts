/** A form as it was posted, from a page of ours. */
import type { Context } from 'hono'
import { Problem } from '../domain/problem.ts'
import { mostFields } from './body-limits.ts'
import type { PublicEnv } from './env.ts'

export async function readForm(c: Context<PublicEnv>): Promise<FormData> {
  if (!isFromHere(c)) throw new Problem('not_allowed', 'This form was sent from another site.')
  const form = await c.req.raw.formData().catch(() => null)
  if (!form) throw new Problem('invalid', 'This form could not be read.')
  if ([...form.keys()].length > mostFields)
    throw new Problem('too_large', 'This form has more fields than any of ours.')
  return form
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
