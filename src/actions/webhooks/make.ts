/** API-3: makes a webhook. Its secret is in the answer alone; encrypted, it is kept for signing. */
import { randomUUID } from 'node:crypto'
import { newWebhookSecret } from '../../auth/standard-webhooks.ts'
import { countWebhooks, insertWebhook, type Owner } from '../../db/webhooks/keep.ts'
import { Problem } from '../../domain/problem.ts'
import type { WebhookForm } from '../../domain/webhook.ts'
import type { Allowed } from '../../outgoing/hosts.ts'
import { type ActingContext, inTransaction } from '../context.ts'
import { assertAddress, mayOwn, recordOn } from './own.ts'
import { hideSecret } from './secret.ts'

const most = 20

export async function makeWebhook(
  ctx: ActingContext,
  owner: Owner,
  form: WebhookForm,
  allowed: Allowed,
): Promise<{ id: string; secret: string }> {
  if (!mayOwn(ctx.actor, owner)) throw new Problem('not_found', 'There is nothing here.')
  await assertAddress(form.address, allowed)
  const [id, secret] = [randomUUID(), newWebhookSecret()]
  return inTransaction(ctx, async trx => {
    if ((await countWebhooks(trx, owner)) >= most)
      throw new Problem('invalid', `There are ${most} webhooks already. Delete one first.`, { field: 'name' })
    await insertWebhook(trx, { id, owner, ...form, secret: hideSecret(ctx, id, secret) })
    await recordOn(trx, ctx, 'makeWebhook', id, owner)
    return { id, secret }
  })
}
