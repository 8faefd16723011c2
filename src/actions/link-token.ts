/** Single-use links of messages. A token is derived from the secret and an id, so that no outbox, job or backup holds one. */
import { createHash, createHmac } from 'node:crypto'

export type LinkPurpose = 'reset' | 'invitation'

/** 256 bits, for an address. `id`: of the message (reset) or the invitation. */
export function linkToken(secret: string, purpose: LinkPurpose, id: string): string {
  return createHmac('sha256', secret).update(`link ${purpose} ${id}`).digest('base64url')
}

/** What is stored of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
