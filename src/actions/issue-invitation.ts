/** Makes an invitation and, where nobody has to approve it first, sends it. */
import { randomUUID } from 'node:crypto'
import { hashToken } from '../auth/secrets.ts'
import { minutesBefore } from '../db/actors.ts'
import type { Transaction } from '../db/database.ts'
import { changeInvitation, type InvitedRole, insertInvitation } from '../db/invitations.ts'
import type { DB } from '../db/schema.ts'
import { invitationDays } from '../domain/joining.ts'
import type { ActingContext, Context } from './context.ts'
import { enqueueMessage } from './enqueue-message.ts'
import { linkToken } from './link-token.ts'

export type ToInvite = {
  networkId: string | null
  organisationId: string | null
  organisationName: string
  role: InvitedRole
  personName: string
  email: string
  approved: boolean
}

/** Returns its id. Only the hash of its link is stored. */
export async function issueInvitation(
  trx: Transaction<DB>,
  ctx: ActingContext,
  { approved, organisationName, personName, ...rest }: ToInvite,
): Promise<string> {
  const id = randomUUID()
  const at = ctx.now()
  await insertInvitation(trx, {
    ...{
      id,
      tokenHash: hashToken(linkToken(ctx.secret, 'invitation', id)),
      invitedBy: ctx.actor.userId,
    },
    ...{ organisationName: organisationName || null, personName: personName || null, ...rest },
    ...{ approvedAt: approved ? at : null, expiresAt: expiryFrom(at), createdAt: at },
  })
  if (approved) await enqueueMessage(trx, ctx, { template: 'invitation', invitationId: id })
  return id
}

/** Good for its whole time again from this moment. */
export async function sendInvitation(
  trx: Transaction<DB>,
  ctx: Context,
  { id, sends, approve }: { id: string; sends: number; approve: boolean },
): Promise<void> {
  const at = ctx.now()
  await changeInvitation(trx, id, { expiresAt: expiryFrom(at), sends, ...(approve && { approvedAt: at }) })
  await enqueueMessage(trx, ctx, { template: 'invitation', invitationId: id })
}

function expiryFrom(at: Date): Date {
  return minutesBefore(at, -invitationDays * 24 * 60)
}
