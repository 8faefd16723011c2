/** What the page carries once reference and code were shown, in place of a cookie: sealed, for an hour. */
import type { Context } from 'hono'
import { z } from 'zod'
import { seal, unseal } from '../../../auth/sealing.ts'
import type { PublicEnv } from '../../env.ts'

const purpose = 'own referral'
const minutes = 60

export function keyFor({ var: { ctx } }: Context<PublicEnv>, referralId: string): string {
  return seal({ secret: ctx.secret, purpose }, referralId, ctx.now(), minutes)
}

/** The id of the referral, or null: too old, or not ours. */
export function readKey({ var: { ctx, form } }: Context<PublicEnv>): string | null {
  const opened = unseal({ secret: ctx.secret, purpose }, String(form.get('key') ?? ''), ctx.now())
  const id = z.uuid().safeParse(opened.ok ? opened.value : null)
  return id.success ? id.data : null
}
