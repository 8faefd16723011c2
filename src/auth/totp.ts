/** Codes of an authenticator app (RFC 6238): six digits, a new one each half minute; one before and one after are taken too. */
import { Secret, TOTP } from 'otpauth'

const [digits, period, window] = [6, 30, 1]
const algorithm = 'SHA1' // what every app understands; the codes' length is what protects them

/** 160 bits, as RFC 4226 advises. */
export function newTotpSecret(): Uint8Array {
  return new Secret({ size: 20 }).bytes
}

/** For typing it in: groups of four. */
export function writeTotpSecret(bytes: Uint8Array): string {
  return (secretOf(bytes).base32.match(/.{1,4}/g) ?? []).join(' ')
}

/** What the QR code says: `account` is shown in the app. */
export function totpAddress(bytes: Uint8Array, { issuer, account }: { issuer: string; account: string }): string {
  return new TOTP({ issuer, label: account, algorithm, digits, period, secret: secretOf(bytes) }).toString()
}

/** Which half minute since 1970 the code is of, or null where it is of none near now. */
export function totpStep(bytes: Uint8Array, code: string, now: Date): number | null {
  const totp = new TOTP({ algorithm, digits, period, secret: secretOf(bytes) })
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: new Uint8Array(bytes).buffer })
}
