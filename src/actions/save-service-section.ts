/** Saves one section of a service's description, in any order (SVC-1, 3, 4, 5, 6). */

import type { Transaction } from '../db/database.ts'
import { readVenue } from '../db/locations.ts'
import type { DB } from '../db/schema.ts'
import type { KeptService } from '../db/services/kept.ts'
import { changeService, type ServiceParts } from '../db/services/save.ts'
import type { Actor } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import type { Section, SectionValues } from '../domain/service-sections.ts'
import type { ActingContext } from './context.ts'
import { keepService } from './keep-service.ts'

/** `networkId`: the network whose categories, restrictions and listing are meant. */
export function saveServiceSection<S extends Section>(
  ctx: ActingContext,
  { serviceId, networkId, section }: { serviceId: string; networkId: string; section: S },
  values: SectionValues[S],
): Promise<void> {
  return keepService(ctx, serviceId, { action: 'saveService', section }, async (trx, service) => {
    requireNetwork(ctx.actor, service, networkId)
    if (section === 'details') await requireVenue(trx, service.organisationId, values as SectionValues['details'])
    const parts = partsOf[section](values, { service, networkId, at: ctx.now() })
    await changeService(trx, serviceId, parts)
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

type Given = { service: KeptService; networkId: string; at: Date }

const partsOf: { [S in Section]: (values: SectionValues[S], given: Given) => ServiceParts } = {
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
export function withCapacity(
  before: Pick<KeptService, 'capacity' | 'capacityBefore'>,
  capacity: number | null,
): Pick<ServiceParts, 'capacity' | 'capacityBefore'> {
  const isStopped = capacity === 0 && before.capacity !== 0
  return { capacity, capacityBefore: isStopped ? before.capacity : capacity === 0 ? before.capacityBefore : null }
}
