/** Signing what is sent to webhooks as standardwebhooks.com says, so that ready-made libraries verify it. */
import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** As it is shown to whoever sets the receiver up. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64')
}

/** `secrets`: after a change of secret, both. */
export function signedHeaders(id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map(secret => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
