/** Makes an organisation and lets it join networks; it sees referrals once it has accepted their agreement. */
import { recordEvents } from '../db/events.ts'
import { insertOrganisation, joinNetwork, type NewOrganisation } from '../db/organisations.ts'
import { may } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type Context, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'

export type OrganisationDraft = NewOrganisation & { networkIds: readonly string[] }

/** By an administrator, or by the coordinator of every network it joins. Returns its id. */
export function createOrganisation(ctx: Context, { networkIds, ...draft }: OrganisationDraft): Promise<string> {
  if (!mayCreate(ctx, networkIds)) throw new Problem('not_found', 'There is no such page.')
  if (draft.name.trim() === '') throw new Problem('invalid', 'Name the organisation.', { field: 'name' })
  const at = ctx.now()
  return inTransaction(ctx, async trx => {
    const id = await insertOrganisation(trx, draft)
    for (const networkId of networkIds) await joinNetwork(trx, networkId, id, at)
    await recordEvents(trx, at, [
      eventBy(ctx, { action: 'createOrganisation', networkId: networkIds[0] ?? null, codes: { organisation: id } }),
    ])
    return id
  })
}

function mayCreate({ actor }: Context, networkIds: readonly string[]): boolean {
  if (!actor || may(actor, 'administer')) return true
  return may(actor, 'coordinate') && networkIds.length > 0 && networkIds.every(id => actor.coordinates.includes(id))
}
