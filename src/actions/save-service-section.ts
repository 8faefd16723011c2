/** Saves one section of a service's description, in any order (SVC-1, 3, 4, 5, 6). */

import type { Transaction } from '../db/database.ts'
import { readVenue } from '../db/locations.ts'
import { readNetwork } from '../db/networks.ts'
import type { DB } from '../db/schema.ts'
import type { KeptService } from '../db/services/kept.ts'
import { changeService, type ServiceParts } from '../db/services/save.ts'
import type { Actor } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { strayRestriction } from '../domain/service.ts'
import { type Section, type SectionValues, sections } from '../domain/service-sections.ts'
import type { ActingContext } from './context.ts'
import { keepService } from './keep-service.ts'

/** One or several, each whole; what is left out stays as it was. */
export type Description = { [S in Section]?: SectionValues[S] | undefined }

export function saveServiceSection<S extends Section>(
  ctx: ActingContext,
  { section, ...place }: { serviceId: string; networkId: string; section: S },
  values: SectionValues[S],
): Promise<void> {
  return describeService(ctx, place, { [section]: values })
}

/** All or none. `networkId`: the network whose categories, restrictions and listing are meant. */
export function describeService(
  ctx: ActingContext,
  { serviceId, networkId }: { serviceId: string; networkId: string },
  described: Description,
): Promise<void> {
  const changes = sections.filter(section => described[section]).map(section => ({ action: 'saveService', section }))
  return keepService(ctx, serviceId, changes, async (trx, service) => {
    requireNetwork(ctx.actor, service, networkId)
    if (described.details) await requireVenue(trx, service.organisationId, described.details)
    if (described.restrictions) await requireKnown(trx, networkId, described.restrictions)
    await changeService(trx, serviceId, partsOf(described, { service, networkId, at: ctx.now() }))
  })
}

/** In one of the organisation's networks; a coordinator's own only, unless it is their organisation too. */
export function requireNetwork(
  actor: Actor,
  { organisationId, networks }: Pick<KeptService, 'organisationId' | 'networks'>,
  networkId: string,
): void {
  const isOwn = actor.role === 'primary' && actor.organisationId === organisationId
  const isThere = networks.some(({ id }) => id === networkId)
  if (!isThere || !(isOwn || actor.coordinates.includes(networkId)))
    throw new Problem('not_found', 'There is no such network.')
}

export async function requireVenue(
  trx: Transaction<DB>,
  organisationId: string,
  { locationId }: { locationId: string | null },
): Promise<void> {
  const venue = locationId === null ? null : await readVenue(trx, locationId)
  if (locationId !== null && venue?.organisationId !== organisationId)
    throw new Problem('invalid', 'Choose one of the organisation’s venues.', { field: 'locationId' })
}

export async function requireKnown(
  trx: Transaction<DB>,
  networkId: string,
  { restrictions }: SectionValues['restrictions'],
): Promise<void> {
  const stray = strayRestriction(restrictions, (await readNetwork(trx, networkId)).demographics)
  if (!stray) return
  const field = `restrictions.restrictions.${stray}`
  throw new Problem('invalid', 'The network has no such group.', {}, [{ field, code: 'choose' }])
}

type Load = Pick<KeptService, 'capacity' | 'capacityBefore'>
type Given = { service: Load; networkId: string; at: Date }

export function partsOf(
  { details, hours, capacity, public: shown, restrictions }: Description,
  given: Given,
): ServiceParts {
  const parts = [
    details ? asParts.details(details, given) : {},
    hours ? asParts.hours(hours, given) : {},
    capacity ? asParts.capacity(capacity, given) : {},
    shown ? asParts.public(shown, given) : {},
    restrictions ? asParts.restrictions(restrictions, given) : {},
  ]
  return { ...Object.assign({}, ...parts), networks: parts.flatMap(({ networks = [] }) => networks) }
}

const asParts: { [S in Section]: (values: SectionValues[S], given: Given) => ServiceParts } = {
  details: ({ name, categoryIds, locationId }, { networkId, at }) => ({
    ...{ name, locationId, placedAt: at },
    networks: [{ networkId, categoryIds }],
  }),
  hours: ({ spans, ...rest }, { at }) => ({ ...rest, hours: spans, hoursAt: at }),
  capacity: ({ capacity }, { service, at }) => ({ ...withCapacity(service, capacity), capacityAt: at }),
  public: ({ listed, gallery, ...rest }, { networkId, at }) => ({
    ...{ ...rest, gallery, describedAt: at },
    networks: [{ networkId, listed }],
  }),
  restrictions: ({ restrictions }, { networkId, at }) => ({
    restrictedAt: at,
    networks: [{ networkId, restrictions }],
  }),
}

/** What it was before it was set to 0 is remembered, to go back to with one press. */
export function withCapacity(before: Load, capacity: number | null): Pick<ServiceParts, 'capacity' | 'capacityBefore'> {
  const isStopped = capacity === 0 && before.capacity !== 0
  return { capacity, capacityBefore: isStopped ? before.capacity : capacity === 0 ? before.capacityBefore : null }
}
