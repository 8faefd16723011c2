/** API-3: changes a webhook's name, address or kinds; gives it another secret; ends it. */
import { newWebhookSecret } from '../../auth/standard-webhooks.ts'
import { changeWebhook, deleteWebhook, lockSecret } from '../../db/webhooks/keep.ts'
import { overlapHours, type WebhookForm } from '../../domain/webhook.ts'
import type { Allowed } from '../../outgoing/hosts.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { assertAddress, ownerOf, ownWebhook, recordOn } from './own.ts'
import { hideSecret } from './secret.ts'

export async function keepWebhook(ctx: ActingContext, id: string, form: WebhookForm, allowed: Allowed): Promise<void> {
  await inTransaction(ctx, trx => ownWebhook(trx, ctx, id))
  await assertAddress(form.address, allowed)
  await inTransaction(ctx, async trx => {
    const webhook = await ownWebhook(trx, ctx, id)
    await changeWebhook(trx, id, { ...form, restUntil: null })
    await recordOn(trx, ctx, 'keepWebhook', id, ownerOf(webhook))
  })
}

/** The new secret, shown this once. The one before signs too for a day. */
export function changeSecret(ctx: ActingContext, id: string): Promise<string> {
  return inTransaction(ctx, async trx => {
    const webhook = await ownWebhook(trx, ctx, id)
    const oldSecret = await lockSecret(trx, id)
    const secret = newWebhookSecret()
    const oldUntil = new Date(ctx.now().getTime() + overlapHours * 3_600_000)
    await changeWebhook(trx, id, { secret: hideSecret(ctx, id, secret), oldSecret, oldUntil })
    await recordOn(trx, ctx, 'changeWebhookSecret', id, ownerOf(webhook))
    return secret
  })
}

export function endWebhook(ctx: ActingContext, id: string): Promise<void> {
  return inTransaction(ctx, async trx => {
    const webhook = await ownWebhook(trx, ctx, id)
    await deleteWebhook(trx, id)
    await recordOn(trx, ctx, 'endWebhook', id, ownerOf(webhook))
  })
}
