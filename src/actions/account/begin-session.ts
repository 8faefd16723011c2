/** What every way of signing in ends with: a session, and a browser that is known from then on. */
import { rememberDevice } from '../../auth/device.ts'
import { hashToken, newToken } from '../../auth/secrets.ts'
import { markSignedIn } from '../../db/credentials.ts'
import type { Transaction } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import { addSession } from '../../db/sessions.ts'
import { deviceOf } from '../../domain/device.ts'
import type { SessionOrigin } from '../../domain/second-factor.ts'
import type { Context } from '../context.ts'

/** `device`: the cookie of a browser that signed in before. `agent`: what the browser calls itself. */
export type Visitor = { device?: string | undefined; agent?: string | undefined }
/** Both go into cookies; neither is stored. */
export type NewSession = { token: string; device: string }

export async function beginSession(
  trx: Transaction<DB>,
  { secret, now }: Pick<Context, 'secret' | 'now'>,
  { id, email }: { id: string; email: string },
  { device, agent }: Visitor,
  byProvider: SessionOrigin = null,
): Promise<NewSession> {
  const token = newToken()
  await addSession(trx, id, hashToken(token), now(), { device: deviceOf(agent), byProvider })
  await markSignedIn(trx, id, now())
  return { token, device: rememberDevice(secret, device, email) }
}
