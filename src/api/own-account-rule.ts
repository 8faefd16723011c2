/** What a token may not do for its owner, whatever its scopes: their account is theirs to change, at the screen. */
import { Problem } from '../domain/problem.ts'

export function refuseToken(): never {
  throw new Problem(
    'not_allowed',
    'A token may read its account and revoke itself. Change anything else on the screen.',
  )
}
