/** A webhook's secret, as the database keeps it: encrypted, and for this webhook alone. */
import { decrypt, encrypt } from '../../auth/sealing.ts'
import type { Context } from '../context.ts'

const sealOf = ({ secret }: Pick<Context, 'secret'>, id: string) => ({ secret, purpose: `webhook ${id}` })

export function hideSecret(ctx: Pick<Context, 'secret'>, id: string, secret: string): Buffer {
  return encrypt(sealOf(ctx, id), Buffer.from(secret))
}

export function secretOf(ctx: Pick<Context, 'secret'>, id: string, hidden: Buffer): string {
  return decrypt(sealOf(ctx, id), hidden).toString()
}
