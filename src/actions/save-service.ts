/** Makes or changes a service of an organisation in a network. */
import type { Transaction } from '../db/database.ts'
import { findPlace } from '../db/postcodes.ts'
import type { DB } from '../db/schema.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import { saveDraft } from '../db/services/draft.ts'
import type { Place } from '../domain/area.ts'
import { type Actor, may } from '../domain/policy.ts'
import { requirePostcode } from '../domain/postcode.ts'
import { Problem } from '../domain/problem.ts'
import type { ServiceDraft } from '../domain/service-draft.ts'
import { type Context, inTransaction } from './context.ts'

/** By a primary user of the organisation or a coordinator of the network. `id` null makes a new one. Returns the id. */
export function saveService(context: Context, id: string | null, draft: ServiceDraft): Promise<string> {
  if (context.actor && !maySave(context.actor, draft)) throw new Problem('not_found', 'There is no such service.')
  return inTransaction(context, async trx => {
    const old = id === null ? null : await requireOwn(trx, id, draft.organisationId)
    const saved = await saveDraft(trx, draft, { old, place: await placeOf(trx, draft) })
    await refreshCandidates(trx, [saved])
    return saved
  })
}

/** Of the venue; null where it has no postcode. */
export async function placeOf(trx: Transaction<DB>, { venue }: Pick<ServiceDraft, 'venue'>): Promise<Place | null> {
  return venue?.postcode ? findPlace(trx, requirePostcode(venue.postcode, 'venue.postcode')) : null
}

function maySave(actor: Actor, { organisationId, networkId }: ServiceDraft): boolean {
  const isOwn = actor.organisationId === organisationId && actor.networks.some(({ id }) => id === networkId)
  return (
    (isOwn && may(actor, 'manageOrganisation')) || (may(actor, 'coordinate') && actor.coordinates.includes(networkId))
  )
}

async function requireOwn(trx: Transaction<DB>, id: string, organisationId: string) {
  const columns = trx.selectFrom('service').select(['id', 'organisationId', 'locationId'])
  const service = await columns.where('id', '=', id).forUpdate().executeTakeFirst()
  if (service?.organisationId !== organisationId) throw new Problem('not_found', 'There is no such service.')
  return service
}
