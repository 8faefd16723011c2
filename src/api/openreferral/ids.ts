/** Ids of what has none of its own here: the same each time, made from the id of what it belongs to. */
import { createHash } from 'node:crypto'

/** As UUID version 8: a hash of what it belongs to and which of its things it is. */
export function partId(...parts: (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

const mask = 0x5a7a10ca7105n

/** A service is given at one place: the id of its being there is its own, turned; turned again it is the service's. */
export function turnId(id: string): string {
  const last = BigInt(`0x${id.slice(24)}`) ^ mask
  return id.slice(0, 24) + last.toString(16).padStart(12, '0')
}
