/** A venue of an organisation, shared by its services: its place comes from its postcode (SVC-1). */

import { randomUUID } from 'node:crypto'
import { recordEvents } from '../db/events.ts'
import { readVenue, saveLocation, touchServicesAt, type Venue } from '../db/locations.ts'
import { findPlace } from '../db/postcodes.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import { readKeeper } from '../db/services/kept.ts'
import { listTermIds } from '../db/terms.ts'
import { requirePostcode } from '../domain/postcode.ts'
import { Problem } from '../domain/problem.ts'
import { facilitiesAfter, type VenueForm } from '../domain/venue.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { type Made, madeBefore } from './made-before.ts'

/** `id` null makes one; `networkId`: whose facilities were offered, left out those of every network that it is in; `key`: of a client that may send it twice. */
export function saveVenue(
  ctx: ActingContext,
  {
    organisationId,
    id,
    networkId,
    key,
  }: { organisationId: string; id: string | null; networkId?: string; key?: string | undefined },
  form: VenueForm,
): Promise<Made> {
  return inTransaction(ctx, async trx => {
    const { networks } = await readKeeper(trx, ctx.actor, organisationId)
    const saved = id ?? randomUUID()
    const earlier = await madeBefore(trx, ctx, { key, posted: ['venue', organisationId, form], id: saved })
    if (earlier) return { id: earlier, again: true }
    const old = id === null ? null : await readVenue(trx, id)
    if (id !== null && old?.organisationId !== organisationId) throw new Problem('not_found', 'There is no such venue.')
    const postcode = form.postcode === '' ? null : requirePostcode(form.postcode, 'postcode')
    const place = postcode && (await findPlace(trx, postcode))
    const offered = await listTermIds(trx, networkId ? [networkId] : networks.map(one => one.id), 'facility')
    const facilities = facilitiesOf(old, offered, form.facilities)
    const venue = { ...form, facilities, organisationId, postcode: postcode?.postcode ?? '' }
    await saveLocation(trx, { id: saved, ...venue }, place)
    if (old) await refreshCandidates(trx, await touchServicesAt(trx, saved))
    await recordEvents(trx, ctx.now(), [
      eventBy(ctx, { action: 'saveVenue', codes: { location: saved, organisation: organisationId } }),
    ])
    return { id: saved, again: false }
  })
}

function facilitiesOf(old: Venue | null, offered: readonly string[], chosen: readonly string[]): string[] {
  const before = old?.facilities ?? []
  if (!chosen.every(id => offered.includes(id) || before.includes(id)))
    throw new Problem('invalid', 'Choose from the list.', { field: 'facilities' })
  return facilitiesAfter(before, offered, chosen)
}
