/** FORM-13: a coordinator makes a link that opens the form without an account. */
import { randomUUID } from 'node:crypto'
import { hashToken } from '../auth/secrets.ts'
import { insertEntryLink, listPartners } from '../db/entry-links.ts'
import { recordEvents } from '../db/events.ts'
import { readNetwork } from '../db/networks.ts'
import type { EntryLinkForm } from '../domain/entry.ts'
import { Problem } from '../domain/problem.ts'
import { type ActingContext, inTransaction } from './context.ts'
import { eventBy } from './event-by.ts'
import { linkToken } from './link-token.ts'
import { requireCoordinator } from './require-coordinator.ts'

/** Its id. The link itself is derived (entryToken), so that it can be read again and stands in no table. */
export function makeEntryLink(ctx: ActingContext, networkId: string, form: EntryLinkForm): Promise<string> {
  requireCoordinator(ctx, networkId)
  return inTransaction(ctx, async trx => {
    const { kind, label } = form
    const organisationId = kind === 'self' || form.organisationId === '' ? null : form.organisationId
    const partners = organisationId ? await listPartners(trx, networkId) : []
    if (organisationId && partners.every(({ id }) => id !== organisationId))
      throw new Problem('invalid', 'Choose an organisation from the list.', { field: 'organisationId' })
    if (kind === 'self' && (await readNetwork(trx, networkId)).settings.selfReferral === 'off')
      throw new Problem('invalid', 'Let people refer themselves first.', { field: 'kind' })
    const id = randomUUID()
    const tokenHash = hashToken(entryToken(ctx.secret, id))
    const at = ctx.now()
    await insertEntryLink(trx, {
      ...{ id, networkId, kind, label, organisationId, tokenHash },
      ...{ createdBy: ctx.actor.userId, createdAt: at },
    })
    const codes = { part: 'entry-links', link: id, kind, organisation: organisationId }
    await recordEvents(trx, at, [eventBy(ctx, { action: 'makeEntryLink', networkId, codes })])
    return id
  })
}

/** 256 bits, for an address. */
export function entryToken(secret: string, linkId: string): string {
  return linkToken(secret, 'entry', linkId)
}
