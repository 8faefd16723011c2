/** What the page at the end carries, sealed, so that it can be shown once more in the other language: nothing can be sent by it. */
import { z } from 'zod'
import type { Context } from '../../../actions/context.ts'
import { seal, unseal } from '../../../auth/sealing.ts'

const receipt = z.union([
  z.object({
    sent: z.object({
      held: z.boolean(),
      /** Where we wrote to; empty: nowhere. */
      email: z.string(),
      tickets: z.array(z.object({ network: z.string(), reference: z.string(), code: z.string() })),
    }),
  }),
  /** Public services that would have been asked, by network. */
  z.object({ refused: z.array(z.object({ networkId: z.uuid(), services: z.array(z.uuid()) })) }),
])
export type Receipt = z.infer<typeof receipt>

const minutes = 24 * 60

type Ctx = Pick<Context, 'secret' | 'now'>
const sealFor = ({ secret }: Ctx, entryId: string) => ({ secret, purpose: `public form receipt ${entryId}` })

export function sealReceipt(ctx: Ctx, entryId: string, value: Receipt): string {
  return seal(sealFor(ctx, entryId), value, ctx.now(), minutes)
}

/** Null where it is too old, or never was one. */
export function openReceipt(ctx: Ctx, entryId: string, sealed: string): Receipt | null {
  const opened = unseal(sealFor(ctx, entryId), sealed, ctx.now())
  return opened.ok ? (receipt.safeParse(opened.value).data ?? null) : null
}
