/** SECURITY: what is sent after the end of a session is kept for an hour, for whose page it was, and nothing is done by it. */
import { z } from 'zod'
import { seal, unseal } from '../../auth/sealing.ts'
import { sign } from '../../auth/secrets.ts'
import { findUnsentForm, keepUnsentForm } from '../../db/unsent-forms.ts'
import { type Context, inTransaction } from '../context.ts'

const minutes = 60
/** What a page of long answers comes to several times over. */
export const mostTyped = 200_000

const unsent = z.strictObject({
  /** Where it was sent. */
  address: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** There were files with it, which are not kept. */
  hadFiles: z.boolean(),
})
export type Unsent = z.infer<typeof unsent>

/** Returns the id by which it is had again. */
export function keepUnsent(ctx: Context, userId: string, form: Unsent): Promise<string> {
  const sealed = seal(sealOf(ctx, userId), form, ctx.now(), minutes)
  const addressHash = sign(ctx.secret, 'unsent form', form.address)
  const until = new Date(ctx.now().getTime() + minutes * 60_000)
  return inTransaction(ctx, trx => keepUnsentForm(trx, { userId, addressHash, sealed, until }))
}

/** Null where there is none, or it is somebody else's. */
export async function readUnsent(ctx: Context, userId: string, id: string): Promise<Unsent | null> {
  const sealed = await findUnsentForm(ctx.db, userId, id, ctx.now())
  const opened = sealed ? unseal(sealOf(ctx, userId), sealed, ctx.now()) : null
  return opened?.ok ? unsent.parse(opened.value) : null
}

function sealOf({ secret }: Pick<Context, 'secret'>, userId: string) {
  return { secret, purpose: `unsent form of ${userId}` }
}
