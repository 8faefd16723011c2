/** A venue of an organisation, shared by its services: its place comes from its postcode (SVC-1). */

import { recordEvents } from '../db/events.ts'
import { readVenue, saveLocation, touchServicesAt } from '../db/locations.ts'
import { findPlace } from '../db/postcodes.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import { readKeeper } from '../db/services/kept.ts'
import { requirePostcode } from '../domain/postcode.ts'
import { Problem } from '../domain/problem.ts'
import type { VenueForm } from '../domain/venue.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

/** `id` null makes one. Returns its id. */
export function saveVenue(
  ctx: ActingContext,
  { organisationId, id }: { organisationId: string; id: string | null },
  form: VenueForm,
): Promise<string> {
  return inTransaction(ctx, async trx => {
    await readKeeper(trx, ctx.actor, organisationId)
    const old = id === null ? null : await readVenue(trx, id)
    if (id !== null && old?.organisationId !== organisationId) throw new Problem('not_found', 'There is no such venue.')
    const postcode = form.postcode === '' ? null : requirePostcode(form.postcode, 'postcode')
    const place = postcode && (await findPlace(trx, postcode))
    const venue = { ...form, organisationId, postcode: postcode?.postcode ?? '' }
    const saved = await saveLocation(trx, venue, place, id)
    if (old) await refreshCandidates(trx, await touchServicesAt(trx, saved))
    await recordEvents(trx, ctx.now(), [
      eventBy(ctx, { action: 'saveVenue', codes: { location: saved, organisation: organisationId } }),
    ])
    return saved
  })
}
