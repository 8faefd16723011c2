/** A mark of how a referral stands, so that who acts from an older look is told. It says nothing to who may not read the state. */
import { sign } from '../auth/secrets.ts'
import { type Referral, stateOf } from '../domain/referral.ts'

export function markOf(secret: string, { id, referral }: { id: string; referral: Referral }): string {
  return sign(secret, 'state of', id, stateOf(referral)).toString('base64url').slice(0, 22)
}
