/** What every change of a webhook begins with: that it is the actor's to keep; and what is recorded of it. */
import type { Transaction } from '../../db/database.ts'
import { recordEvents } from '../../db/events.ts'
import type { DB } from '../../db/schema.ts'
import { type Owner, readWebhook, type Webhook } from '../../db/webhooks/keep.ts'
import { type Actor, may } from '../../domain/policy.ts'
import { Problem } from '../../domain/problem.ts'
import { addressFault } from '../../outgoing/ask.ts'
import { type Allowed, isNamed } from '../../outgoing/hosts.ts'
import type { ActingContext } from '../context.ts'
import { eventBy } from '../event-by.ts'

export function mayOwn(actor: Actor, owner: Owner): boolean {
  if (!may(actor, 'keepWebhooks')) return false
  if ('networkId' in owner) return actor.coordinates.includes(owner.networkId)
  return actor.role === 'primary' && actor.organisationId === owner.organisationId
}

export async function ownWebhook(trx: Transaction<DB>, { actor }: ActingContext, id: string): Promise<Webhook> {
  const found = may(actor, 'keepWebhooks') ? await readWebhook(trx, actor, id) : null
  if (!found) throw new Problem('not_found', 'There is no such webhook.')
  return found
}

export async function recordOn(trx: Transaction<DB>, ctx: ActingContext, action: string, id: string, owner: Owner) {
  const { organisationId = null, networkId = null }: { organisationId?: string | null; networkId?: string | null } =
    owner
  const party = networkId ? 'coordinator' : 'user'
  const event = {
    action,
    party,
    networkId,
    codes: { webhook: id, ...(organisationId && { organisation: organisationId }) },
  }
  await recordEvents(trx, ctx.now(), [eventBy(ctx, event)])
}

export function ownerOf({ organisationId, networkId }: Pick<Webhook, 'organisationId' | 'networkId'>): Owner {
  return organisationId ? { organisationId } : { networkId: networkId ?? '' }
}

/** https, to a host of the public internet; plain http only to one that the operator named. */
export async function assertAddress(address: string, allowed: Allowed): Promise<void> {
  const fault = await addressFault(address, { allowed })
  if (fault) throw new Problem('invalid', faults[fault], { field: 'address' })
  const url = new URL(address)
  if (url.protocol !== 'https:' && !isNamed(url, allowed))
    throw new Problem('invalid', 'The address must start with https://', { field: 'address' })
}

const faults = {
  address: 'Enter a whole address, such as https://example.org/hooks',
  forbidden: 'This address is not on the public internet. Enter one that is',
  unknown: 'No computer answers to this name. Check the address',
} as const
