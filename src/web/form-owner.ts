/** Whose page a form was on: a mark in its token that we alone can read, good when the session itself is gone. */
import type { Context } from 'hono'
import { decrypt, encrypt } from '../auth/sealing.ts'
import type { PublicEnv } from './env.ts'

/** As long as a session may last, and an hour. */
const lifetimeMinutes = 13 * 60

export function markOwner(secret: string, madeAt: string, userId: string): string {
  const bytes = Buffer.from(userId.replaceAll('-', ''), 'hex')
  return encrypt({ secret, purpose: `form owner ${madeAt}` }, bytes).toString('base64url')
}

/** Null where nobody was signed in, or it is too long ago. */
export function ownerIn({ var: { deps } }: Context<PublicEnv>, token: string): string | null {
  const [madeAt = '', , , mark] = token.split('.')
  const age = deps.now().getTime() - Number.parseInt(madeAt, 36)
  if (!mark || !(age < lifetimeMinutes * 60_000)) return null
  try {
    const { secret } = deps.config
    const hex = decrypt({ secret, purpose: `form owner ${madeAt}` }, Buffer.from(mark, 'base64url')).toString('hex')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  } catch {
    return null
  }
}
