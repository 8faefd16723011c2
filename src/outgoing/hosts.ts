/** Which hosts the program itself may ask: those of the public internet, and those the operator names. Never its own neighbours. */
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export type Found = { address: string; family: number }
export type Resolve = (name: string) => Promise<readonly Found[]>
/** What `OUTGOING_ALLOW` says: names as they are written, addresses and ranges. */
export type Allowed = { names: ReadonlySet<string>; ranges: readonly [Address, number][] }
type Address = ipaddr.IPv4 | ipaddr.IPv6

/** All of IPv6 that was ever given out: what lies outside may be IPv4 in an old disguise. */
const global = ipaddr.parse('2000::')

export const nothingAllowed: Allowed = { names: new Set(), ranges: [] }

export function allowedHosts(listed: readonly string[]): Allowed {
  const ranges = listed.map(rangeOf)
  return {
    names: new Set(listed.filter((_, nth) => !ranges[nth]).map(name => name.toLowerCase())),
    ranges: ranges.filter(range => range !== null),
  }
}

function rangeOf(text: string): [Address, number] | null {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  if (!isIP(text)) return null
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** Every special range is refused, whatever its name: private, loopback, link-local, shared, reserved, tunnels. */
export function isPublic(text: string, { ranges }: Allowed = nothingAllowed): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(global, 3))) return true
  return ranges.some(([from, bits]) => from.kind() === address.kind() && address.match(from, bits))
}

/** Whether the operator named this very host, by its name or its address. */
export function isNamed({ hostname }: URL, { names, ranges }: Allowed): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (names.has(name)) return true
  if (!isIP(name)) return false
  const address = ipaddr.process(name)
  return ranges.some(([from, bits]) => from.kind() === address.kind() && address.match(from, bits))
}

/** The addresses of a name, all of them good; one that is not spoils the name, since the next connection might take it. */
export async function addressesOf(
  { hostname }: URL,
  allowed: Allowed,
  resolve: Resolve = everyAddress,
): Promise<readonly Found[] | 'forbidden' | 'unknown'> {
  const name = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const family = isIP(name)
  if (family) return isPublic(name, allowed) ? [{ address: name, family }] : 'forbidden'
  const found = await resolve(name).catch(() => [])
  if (found.length === 0) return 'unknown'
  if (allowed.names.has(name)) return found
  return found.every(({ address }) => isPublic(address, allowed)) ? found : 'forbidden'
}

const everyAddress: Resolve = name => lookup(name, { all: true })
