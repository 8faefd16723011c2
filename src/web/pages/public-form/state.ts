/** What the page itself carries from step to step, sealed: nothing of it is kept by the server before it is sent. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ActingContext, Context } from '../../../actions/context.ts'
import { seal, unseal } from '../../../auth/sealing.ts'
import { waysOfConsent } from '../../../domain/consent.ts'
import { entryMinutes } from '../../../domain/entry.ts'

const state = z.object({
  /** Of the submission: the same one twice sends once. */
  id: z.uuid(),
  typed: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** `services`: named to the person when they agreed, where consent reaches only those. */
  consent: z
    .object({
      how: z.enum(waysOfConsent),
      wordingId: z.uuid(),
      services: z.array(z.uuid()).nullable(),
      /** NET-4: the same in each connected network that it goes to. */
      elsewhere: z.array(
        z.object({ network: z.uuid(), wordingId: z.string().max(40), services: z.array(z.uuid()).nullable() }),
      ),
    })
    .nullable(),
  /** The proof of work, where it was done on an earlier step. */
  proof: z.string(),
})
export type State = z.infer<typeof state>

/** `need`: ticked already. */
export function newState(need?: string): State {
  return { id: randomUUID(), typed: need ? { needs: [need] } : {}, consent: null, proof: '' }
}

type Ctx = Pick<ActingContext | Context, 'secret' | 'now'>
const sealFor = ({ secret }: Ctx, entryId: string) => ({ secret, purpose: `public form ${entryId}` })

/** Good for an hour from now, by this link alone. */
export function sealState(ctx: Ctx, entryId: string, value: State): string {
  return seal(sealFor(ctx, entryId), value, ctx.now(), entryMinutes)
}

export function openState(ctx: Ctx, entryId: string, sealed: string): State | 'late' | 'broken' {
  const opened = unseal(sealFor(ctx, entryId), sealed, ctx.now())
  if (!opened.ok) return opened.why
  const read = state.safeParse(opened.value)
  return read.success ? read.data : 'broken'
}
