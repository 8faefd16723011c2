/** What the page carries once reference and code were shown, in place of a cookie: sealed, for half an hour. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { PageKey } from '../../../actions/own-page/key.ts'
import { seal, unseal } from '../../../auth/sealing.ts'
import type { PublicEnv } from '../../env.ts'

const purpose = 'own page'
const minutes = 30
const pageKey = z.strictObject({ id: z.uuid(), stamp: z.string().regex(/^[0-9a-f]{64}$/) })

export function sealKey({ var: { ctx } }: Context<PublicEnv>, key: PageKey): string {
  return seal({ secret: ctx.secret, purpose }, key, ctx.now(), minutes)
}

/** Null: too old, or not ours. */
export function readKey({ var: { ctx, form } }: Context<PublicEnv>): PageKey | null {
  const opened = unseal({ secret: ctx.secret, purpose }, String(form.get('key') ?? ''), ctx.now())
  const key = pageKey.safeParse(opened.ok ? opened.value : null)
  return key.success ? key.data : null
}
