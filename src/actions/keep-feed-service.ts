/** One service of a feed, kept: its venue, hours, area and ages, and a note of what could not be. */
import type { Transaction } from '../db/database.ts'
import { saveLocation } from '../db/locations.ts'
import { freeId } from '../db/open-data/keep.ts'
import { placeOf } from '../db/places.ts'
import type { DB } from '../db/schema.ts'
import { findBySource, writeService } from '../db/services/save.ts'
import type { Place } from '../domain/area.ts'
import {
  catchmentOf,
  cut,
  type FeedService,
  type FeedVenue,
  goodAddress,
  goodEmail,
  type notKept,
  phoneOf,
  venueOf,
  weekOf,
} from '../domain/open-referral.ts'
import { type Job, miss } from './import-open-referral.ts'

export type Missed =
  | (typeof notKept)[number]
  | 'status'
  | 'taxonomy_term'
  | 'service_area'
  | 'schedule'
  | 'opening_words'
  | 'phone'
  | 'email'
  | 'url'
  | 'more_locations'
  | 'postal_code'
  | 'ages'
const statuses = ['active', 'inactive', 'defunct', 'temporarily closed']
type Kept = { id: string; locationId: string | null; organisationId: string }

export async function keepFeedService(
  trx: Transaction<DB>,
  job: Job,
  service: FeedService,
  { organisationId, categoryIds }: { organisationId: string; categoryIds: string[] },
): Promise<string> {
  const sourceKey = `${job.source}:${service.id}`
  const [old] = await findBySource(trx, [sourceKey])
  const id = old?.id ?? (await freeId(trx, 'service', service.id))
  const week = weekOf(service)
  if (week.strange) miss(job.result, 'schedule', service)
  if (week.words.length > 0) miss(job.result, 'opening_words', service)
  const place = { networkId: job.networkId, categoryIds, restrictions: agesOf(job, service) }
  await writeService(trx, {
    ...{ id, organisationId, name: cut(service.name, 200), sourceKey, ...contactsOf(job, service) },
    description: cut([service.description, ...week.words].filter(Boolean).join('\n\n'), 10_000),
    status: statusOf(job, service),
    locationId: await keepVenue(trx, job, service, { organisationId, old }),
    catchment: areaOf(job, service),
    hours: week.spans.slice(0, 70),
    closures: week.closures.slice(0, 200).map(days => ({ ...days, reason: '' })),
    // What its organisation decided since stays so.
    networks: [old ? place : { ...place, active: true, listed: true }],
  })
  job.result[old ? 'changed' : 'made'] += 1
  return id
}

function statusOf({ result }: Job, service: FeedService) {
  const { status } = service
  if (!statuses.includes(status)) miss(result, 'status', service)
  if (status === 'temporarily closed') return 'paused'
  return status === 'inactive' || status === 'defunct' ? 'archived' : 'active'
}

function contactsOf({ result }: Job, service: FeedService) {
  const [email, website] = [goodEmail(service.email), goodAddress(service.url)]
  const { phone, missed } = phoneOf(service)
  if (missed) miss(result, 'phone', service)
  if (service.email && !email) miss(result, 'email', service)
  if (service.url && !website) miss(result, 'url', service)
  return { email, website, phone }
}

function areaOf({ areas, result }: Job, service: FeedService) {
  const { catchment, missed } = catchmentOf(service, areas)
  if (missed) miss(result, 'service_area', service)
  return catchment
}

function agesOf({ result }: Job, service: FeedService) {
  const { minimum_age, maximum_age } = service
  const [from, to] = [wholeAge(minimum_age), wholeAge(maximum_age)]
  if (from === null && to === null) return {}
  if (from !== null && to !== null && from > to) {
    miss(result, 'ages', service)
    return {}
  }
  return { ages: { from, to } }
}

function wholeAge(age: number | null | undefined): number | null {
  return typeof age === 'number' && age >= 0 && age <= 130 ? Math.floor(age) : null
}

type Whose = { organisationId: string; old: Kept | undefined }

async function keepVenue(trx: Transaction<DB>, job: Job, service: FeedService, { organisationId, old }: Whose) {
  const { venue, more, strange } = venueOf(service)
  if (more) miss(job.result, 'more_locations', service)
  if (strange) miss(job.result, 'postal_code', service)
  if (!venue) return null
  const { point, id: given, ...values } = venue
  const id = await venueId(trx, given, { organisationId, old })
  return saveLocation(trx, { ...values, id, organisationId }, await placeFor(trx, venue))
}

/** Several services of an organisation may share one. */
async function venueId(trx: Transaction<DB>, given: string, { organisationId, old }: Whose): Promise<string> {
  if (old?.locationId) return old.locationId
  if (!/^[\da-f-]{36}$/i.test(given)) return freeId(trx, 'location', '')
  const shared = trx
    .selectFrom('location')
    .select('id')
    .where('id', '=', given)
    .where('organisationId', '=', organisationId)
  return (await shared.executeTakeFirst())?.id ?? freeId(trx, 'location', given)
}

/** The feed knows the door better than the middle of the postcode. */
async function placeFor(trx: Transaction<DB>, { postcode, point }: FeedVenue): Promise<Place | null> {
  const place = await placeOf(trx, postcode)
  if (!point) return place
  const { outward = null, authority = null } = place ?? {}
  return { postcode, outward, authority, point, approximate: false }
}
