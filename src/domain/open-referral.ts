/** A service as another directory publishes it (HSDS, Open Referral UK 3.0), read leniently: what is understood, and the names of what is not. */
import { z } from 'zod'
import type { Catchment } from './catchment.ts'
import type { Span } from './hours.ts'
import { parseOpeningTimes } from './opening-times.ts'
import { parsePhone } from './phone.ts'
import { parsePostcode } from './postcode.ts'

const text = z
  .string()
  .nullish()
  .transform(value => value?.trim() ?? '')
const list = <T extends z.ZodType>(one: T) =>
  z
    .array(one)
    .nullish()
    .transform(value => value ?? [])
const number = z.coerce.number().nullish().catch(null)

const address = z.object({ address_1: text, address_2: text, city: text, postal_code: text })
const location = z.object({
  ...{ id: text, name: text, latitude: number, longitude: number, addresses: list(address) },
  accessibility: list(z.object({ description: text })),
})
const schedule = z.object({
  ...{ freq: text, byday: text, opens_at: text, closes_at: text, description: text, valid_from: text, valid_to: text },
})
const area = z.object({ name: text, service_area: text, uri: text, extent: text, extent_type: text })
const term = z.object({ id: text, name: text, description: text, taxonomy: text })
const phone = z.object({ number: text })
export const feedService = z.object({
  id: z.guid(),
  ...{ name: text, description: text, status: text, url: text, email: text, minimum_age: number, maximum_age: number },
  organization: z.object({ id: text, name: text, description: text, email: text, website: text }).nullish(),
  schedules: list(schedule),
  service_areas: list(area),
  service_at_locations: list(z.object({ location: location.nullish() })),
  attributes: list(z.object({ taxonomy_term: term.nullish() })),
  phones: list(phone),
  contacts: list(z.object({ phones: list(phone) })),
})
export type FeedService = z.infer<typeof feedService>
export type FeedTerm = z.infer<typeof term>
export type FeedVenue = {
  id: string
  name: string
  address1: string
  address2: string
  city: string
  postcode: string
  accessibility: string
  point: { lat: number; lng: number } | null
}

/** Fields of a service that a feed may have and for which there is no place here. */
export const notKept = ['cost_options', 'funding', 'languages', 'fees', 'accreditations', 'alert', 'program'] as const

export type Week = {
  spans: Span[]
  closures: { firstDay: string; lastDay: string }[]
  words: string[]
  strange: boolean
}

/** `words`: opening times that only people can read. `strange`: a rhythm that is not weekly. */
export function weekOf({ schedules }: Pick<FeedService, 'schedules'>): Week {
  const week: Week = { spans: [], closures: [], words: [], strange: false }
  for (const one of schedules) {
    const spans = spansOf(one)
    if (spans) week.spans.push(...spans)
    else if (isDay(one.valid_from) && isDay(one.valid_to) && /^closed/i.test(one.description))
      week.closures.push({ firstDay: one.valid_from, lastDay: one.valid_to })
    else if (one.description) addWords(week, one.description)
    else week.strange = true
  }
  return week
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function spansOf({ freq, byday, opens_at, closes_at }: z.infer<typeof schedule>): Span[] | null {
  const [opens, closes] = [timeOf(opens_at), timeOf(closes_at)]
  const weekdays = byday.split(',').map(day => days.indexOf(day.trim().toUpperCase()) + 1)
  if ((freq && freq !== 'WEEKLY') || !opens || !closes || weekdays.includes(0)) return null
  return weekdays.map(weekday => ({ weekday, opens, closes }))
}

function addWords(week: Week, words: string) {
  const read = parseOpeningTimes(words)
  if (read) week.spans.push(...read)
  else week.words.push(words)
}

function timeOf(given: string): string | null {
  const [, time = '', rest = ''] = /^((?:[01]\d|2[0-3]):[0-5]\d)(:\d\d)?/.exec(given) ?? []
  if (time === '') return null
  return time === '23:59' && rest === ':59' ? '24:00' : time
}

const isDay = (given: string) => z.iso.date().safeParse(given).success

/** The first place; the others have nowhere to be kept. `strange`: its postcode is none. */
export function venueOf({ service_at_locations }: FeedService): {
  venue: FeedVenue | null
  more: boolean
  strange: boolean
} {
  const places = service_at_locations.flatMap(at => (at.location ? [at.location] : []))
  const [first] = places
  if (!first) return { venue: null, more: false, strange: false }
  const given = first.addresses[0]
  const postcode = given?.postal_code ? parsePostcode(given.postal_code) : null
  const { id, name, latitude: lat, longitude: lng } = first
  const isPoint = typeof lat === 'number' && typeof lng === 'number' && Math.abs(lat) <= 90 && Math.abs(lng) <= 180
  const venue = {
    ...{ id, name: cut(name, 200), address1: cut(given?.address_1, 200), address2: cut(given?.address_2, 200) },
    ...{ city: cut(given?.city, 100), postcode: postcode && 'postcode' in postcode ? (postcode.postcode ?? '') : '' },
    accessibility: cut(
      first.accessibility
        .map(({ description }) => description)
        .filter(Boolean)
        .join('\n'),
      1000,
    ),
    point: isPoint ? { lat, lng } : null,
  }
  return { venue, more: places.length > 1, strange: postcode?.kind === 'invalid' }
}

export const cut = (words: string | undefined, most: number) => (words ?? '').slice(0, most).trim()

/** `known`: names of areas by code, and codes by lower-case name. Null: nothing in it could be understood. */
export function catchmentOf(
  { service_areas }: Pick<FeedService, 'service_areas'>,
  known: { codes: ReadonlySet<string>; byName: ReadonlyMap<string, string> },
): { catchment: Catchment; missed: boolean } {
  const read = service_areas.map(one => readArea(one, known))
  const missed = read.includes(null)
  if (read.includes('everywhere')) return { catchment: { kind: 'everywhere' }, missed }
  const authorities = [
    ...new Set(read.flatMap(one => (one && typeof one === 'object' && 'code' in one ? [one.code] : []))),
  ]
  if (authorities.length > 0)
    return { catchment: { kind: 'authorities', authorities: authorities.slice(0, 400) }, missed }
  const districts = [
    ...new Set(read.flatMap(one => (one && typeof one === 'object' && 'district' in one ? [one.district] : []))),
  ]
  if (districts.length > 0) return { catchment: { kind: 'districts', districts: districts.slice(0, 400) }, missed }
  const radius = read.find(one => one && typeof one === 'object' && 'metres' in one)
  if (radius && typeof radius === 'object' && 'metres' in radius)
    return { catchment: { kind: 'radius', metres: radius.metres }, missed }
  return { catchment: { kind: 'network' }, missed }
}

/** Districts and unitary authorities of the four nations: what a postcode tells. */
const authority = /^(E0[6-9]|W06|S12|N09)\d{6}$/

type ReadArea = 'everywhere' | { code: string } | { district: string } | { metres: number } | null

function readArea(
  { uri, name, service_area }: z.infer<typeof area>,
  known: Parameters<typeof catchmentOf>[1],
): ReadArea {
  const code = /\/([EWSNK]\d{8})$/.exec(uri)?.[1]
  const called = name || service_area
  if (code === 'K02000001' || /^united kingdom$/i.test(called)) return 'everywhere'
  if (code && (authority.test(code) || known.codes.has(code))) return { code }
  const byName = known.byName.get(called.toLowerCase())
  if (byName) return { code: byName }
  const district = /^postcode district ([A-Z]{1,2}\d[A-Z\d]?)$/i.exec(called)?.[1]
  if (district) return { district: district.toUpperCase() }
  const [, much, unit] = /^within (\d+(?:\.\d+)?) (metres|km)/i.exec(called) ?? []
  const metres = Math.round(Number(much) * (unit === 'km' ? 1000 : 1))
  return metres >= 100 && metres <= 200_000 ? { metres } : null
}

/** The one to ring; null where none can be read. */
export function phoneOf({ phones, contacts }: FeedService): { phone: string | null; missed: boolean } {
  const given = [...phones, ...contacts.flatMap(one => one.phones)].map(({ number }) => number).filter(Boolean)
  const phone = given.map(one => parsePhone(one)).find(one => one !== null) ?? null
  return { phone, missed: given.length > 0 && phone === null }
}

export function termsOf({ attributes }: FeedService): FeedTerm[] {
  const terms = attributes.flatMap(({ taxonomy_term }) => (taxonomy_term?.name ? [taxonomy_term] : []))
  return [...new Map(terms.map(one => [one.id || one.name.toLowerCase(), one])).values()]
}

/** Some directories give it as the link that it is on their page. */
export function goodEmail(given: string): string | null {
  const address = given.replace(/^mailto:/i, '')
  return z.email().max(254).safeParse(address).success ? address : null
}

export function goodAddress(given: string): string | null {
  return z
    .url({ protocol: /^https?$/ })
    .max(500)
    .safeParse(given).success
    ? given
    : null
}
