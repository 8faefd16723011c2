/** Keeps a service that came whole in one network: from a file or through the API. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Place } from '../../domain/area.ts'
import type { ServiceDraft, VenueDraft } from '../../domain/service-draft.ts'
import { saveLocation } from '../locations.ts'
import type { DB } from '../schema.ts'
import { writeService } from './save.ts'

/** `old`: the service to change; null makes one. `place`: of the venue's postcode. Refresh its candidates afterwards. */
export type Kept = {
  old: { id: string; locationId: string | null } | null
  sourceKey?: string | null
  place: Place | null
}

export async function saveDraft(trx: Transaction<DB>, draft: ServiceDraft, kept: Kept): Promise<string> {
  const { networkId, categoryIds, restrictions, listed, venue, ...own } = draft
  const id = kept.old?.id ?? randomUUID()
  const locationId = venue && (await saveVenue(trx, draft.organisationId, venue, kept))
  const source = kept.old ? {} : { sourceKey: kept.sourceKey ?? null }
  await writeService(trx, {
    ...own,
    ...source,
    id,
    locationId,
    networks: [{ networkId, categoryIds, restrictions, listed }],
  })
  return id
}

function saveVenue(trx: Transaction<DB>, organisationId: string, venue: VenueDraft, { old, place }: Kept) {
  return saveLocation(trx, { id: old?.locationId ?? randomUUID(), organisationId, ...venue }, place)
}
