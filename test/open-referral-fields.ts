/** What we keep of a service that came in a feed, and where it came out otherwise than it went in. */
import { isDeepStrictEqual } from 'node:util'
import { goodAddress, goodEmail } from '#src/domain/open-referral.ts'
import { parsePhone } from '#src/domain/phone.ts'
import { parsePostcode } from '#src/domain/postcode.ts'

// biome-ignore lint/suspicious/noExplicitAny: a feed is whatever somebody publishes
type Any = any

/** In the words of the feed. */
function keptOf(service: Any) {
  const location = service.service_at_locations?.[0]?.location
  const { address_1, address_2, city, postal_code } = location?.addresses?.[0] ?? {}
  const schedules: Any[] = service.schedules ?? []
  const given: Any[] = [...(service.phones ?? []), ...(service.contacts ?? []).flatMap((one: Any) => one.phones ?? [])]
  return {
    ...{ id: service.id, name: service.name, status: service.status, url: service.url, email: service.email },
    ...{ minimum: service.minimum_age, maximum: service.maximum_age },
    organization: [service.organization.id, service.organization.name, service.organization.description],
    terms: [...new Set((service.attributes ?? []).map((one: Any) => one.taxonomy_term.name))].sort(),
    hours: schedules
      .filter(one => one.freq === 'WEEKLY' && one.opens_at)
      .flatMap(one => one.byday.split(',').map((day: string) => [day, one.opens_at, one.closes_at].join(' ')))
      .sort(),
    closed: schedules.filter(one => one.valid_to && !one.freq).map(one => [one.valid_from, one.valid_to].join(' ')),
    areas: (service.service_areas ?? []).flatMap(({ uri = '' }) => (isArea.test(uri) ? [uri] : [])).sort(),
    phone: given.map(({ number }) => parsePhone(number)).find(Boolean) ?? null,
    location: location && [location.id, location.name, ...pointOf(location)],
    accessibility: (location?.accessibility ?? []).map((one: Any) => one.description).join('\n'),
    address: address_1 && postal_code && city ? [address_1, address_2, city, postal_code] : null,
  }
}

/** Of a county nothing is kept: what a postcode tells is its district. */
const isArea = /(E0\d|[WSNK]\d\d)\d{6}$/

/** Nowhere beyond the poles. */
const pointOf = ({ latitude, longitude }: Any) => (Math.abs(latitude) <= 90 ? [latitude, longitude] : [])

/** Spaces around words do not count. */
const trimmed = (items: unknown): Any =>
  JSON.parse(JSON.stringify(items), (_, value) => (typeof value === 'string' ? value.trim() : value))

/** But for what only people can read, and what its own format refuses: opening times in words, an email address that is none. */
export function differences(given: readonly Any[], told: ReadonlyMap<string, Any>): object[] {
  return trimmed(given).flatMap((service: Any) => {
    const out = told.get(service.id)
    // What has ended is kept, and told to nobody.
    if (!out) return /^(inactive|defunct)$/.test(service.status) ? [] : [{ missing: service.name }]
    const [before, after] = [keptOf(service), keptOf(out)]
    if (!(service.schedules ?? []).every((one: Any) => one.freq)) after.hours = before.hours
    if (before.areas.length === 0) after.areas = []
    if (before.address && parsePostcode(before.address[3]).kind !== 'full') after.address = before.address
    for (const one of [before, after])
      Object.assign(one, { email: goodEmail(one.email ?? ''), url: goodAddress(one.url ?? '') })
    const words = (out.description ?? '').startsWith(service.description ?? '') ? [] : [{ description: service.id }]
    const wrong = Object.entries(before).filter(
      ([field, value]) => !isDeepStrictEqual(value, after[field as keyof typeof after]),
    )
    return [...words, ...wrong.map(([field, value]) => ({ [field]: value, now: after[field as keyof typeof after] }))]
  })
}
