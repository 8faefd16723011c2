/** Links that open something to whoever holds them. A token is derived from the secret and an id, so that no outbox, job or backup holds one. */
import { sign } from '../auth/secrets.ts'

/** 256 bits, for an address. `id`: of the message (reset, confirm, question), the invitation, the change of an address or the link into the form; only its hash is ever stored. */
export function linkToken(
  secret: string,
  purpose: 'reset' | 'invitation' | 'confirm' | 'question' | 'entry' | 'email',
  id: string,
): string {
  return sign(secret, `link ${purpose}`, id).toString('base64url')
}
