/** What a page carries for us and nobody may read or change: compressed, encrypted (AES-256-GCM), good for a while. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** `purpose`: what it is for and to what it belongs; sealed for one, it opens for no other. */
export type Seal = { secret: string; purpose: string }

const [nonceBytes, tagBytes, mostBytes] = [12, 16, 2_000_000]

export function seal(by: Seal, value: unknown, now: Date, minutes: number): string {
  const plain = deflateRawSync(JSON.stringify({ until: now.getTime() + minutes * 60_000, value }))
  return encrypt(by, plain).toString('base64url')
}

/** `late`: it was ours, and its time is over. `broken`: it never was, or was changed. */
export type Unsealed = { ok: true; value: unknown } | { ok: false; why: 'late' | 'broken' }

export function unseal(by: Seal, sealed: string, now: Date): Unsealed {
  try {
    const packed = decrypt(by, Buffer.from(sealed, 'base64url'))
    const { until, value } = JSON.parse(inflateRawSync(packed, { maxOutputLength: mostBytes }).toString())
    return until > now.getTime() ? { ok: true, value } : { ok: false, why: 'late' }
  } catch {
    return { ok: false, why: 'broken' }
  }
}

/** For what the database keeps and must be able to read again, such as the secret that an authenticator app shares. */
export function encrypt({ secret, purpose }: Seal, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Throws where it was changed, is for something else, or was encrypted by another secret. */
export function decrypt({ secret, purpose }: Seal, bytes: Buffer): Buffer {
  if (bytes.length <= nonceBytes + tagBytes) throw new Error('too short to have been sealed')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()])
}

const keys = new Map<string, Buffer>()

function keyOf(secret: string): Buffer {
  const known = keys.get(secret)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'onward sealed pages', 32))
  keys.set(secret, key)
  return key
}
