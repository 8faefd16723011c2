/** A browser that signed in before: a signed cookie which gives it an allowance of guesses of its own, so that others lock nobody out. */
import { randomBytes } from 'node:crypto'
import { isSigned, sign } from './secrets.ts'

const accountsKept = 5
const purpose = 'device'

/** The device's own id where the cookie says that this account signed in on it; otherwise null. */
export function knownDevice(secret: string, cookie: string | undefined, email: string): string | null {
  const [device = '', ...seals] = (cookie ?? '').split('.')
  return seals.some(seal => isSigned(seal, secret, purpose, device, accountOf(email))) ? device : null
}

/** The cookie after this account signed in: the device's id and a seal for each of its last accounts. */
export function rememberDevice(secret: string, cookie: string | undefined, email: string): string {
  const [device = '', ...seals] = (cookie ?? '').split('.')
  const id = /^[\w-]{22}$/.test(device) ? device : randomBytes(16).toString('base64url')
  const seal = sign(secret, purpose, id, accountOf(email)).toString('base64url')
  const others = seals.filter(other => other !== seal && /^[\w-]{43}$/.test(other))
  return [id, seal, ...others].slice(0, accountsKept + 1).join('.')
}

export function accountOf(email: string): string {
  return email.trim().toLowerCase()
}
