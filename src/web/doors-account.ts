/** The doors of one's own account, and of the ways of signing in; which of all doors ask to show again that it is oneself. */
import type { Permission } from '../domain/policy.ts'
import type { Door } from './doors.ts'

// biome-ignore format: a table
export const accountDoors: Readonly<Record<Door, Permission>> = {
  'GET /sign-in': 'public',
  'POST /sign-in': 'public',
  'GET /sign-in/sso': 'public',
  'GET /sign-in/sso/back': 'public',
  'GET /sign-in/sso/out': 'public',
  'POST /sign-out': 'signedIn',
  'GET /forgotten-password': 'public',
  'POST /forgotten-password': 'public',
  'GET /reset-password': 'public',
  'POST /reset-password': 'public',
  'POST /stay': 'signedIn',
  'GET /work-as': 'signedIn',
  'POST /work-as': 'signedIn',
  'GET /sign-in/second': 'public',
  'POST /sign-in/second': 'public',
  'POST /sign-in/passkey': 'public',
  'POST /sign-in/passkey/options': 'public',
  'GET /confirm-email': 'public',
  'POST /confirm-email': 'public',

  'GET /preferences/prove': 'signedIn',
  'POST /preferences/prove': 'signedIn',
  'POST /preferences/prove/options': 'signedIn',
  'GET /preferences/name': 'signedIn',
  'POST /preferences/name': 'signedIn',
  'GET /preferences/language': 'signedIn',
  'POST /preferences/language': 'signedIn',
  'GET /preferences/email': 'signedIn',
  'POST /preferences/email': 'signedIn',
  'GET /preferences/password': 'signedIn',
  'POST /preferences/password': 'signedIn',
  'GET /preferences/two-step': 'signedIn',
  'GET /preferences/two-step/app': 'signedIn',
  'POST /preferences/two-step/app': 'signedIn',
  'GET /preferences/two-step/app/remove': 'signedIn',
  'POST /preferences/two-step/app/remove': 'signedIn',
  'POST /preferences/two-step/codes': 'signedIn',
  'GET /preferences/passkeys': 'signedIn',
  'POST /preferences/passkeys': 'signedIn',
  'POST /preferences/passkeys/options': 'signedIn',
  'POST /preferences/passkeys/:id/remove': 'signedIn',
  'GET /preferences/devices': 'signedIn',
  'POST /preferences/devices/end-others': 'signedIn',
  'POST /preferences/devices/:id/end': 'signedIn',
  'GET /preferences/tokens': 'signedIn',
  'POST /preferences/tokens': 'signedIn',
  'POST /preferences/tokens/:id/revoke': 'signedIn',

  'GET /api/v1/me/preferences': 'signedIn',
  'PATCH /api/v1/me/preferences': 'signedIn',
  'GET /api/v1/me/sessions': 'signedIn',
  'DELETE /api/v1/me/sessions': 'signedIn',
  'DELETE /api/v1/me/sessions/:id': 'signedIn',
  'GET /api/v1/me/tokens': 'signedIn',
  'DELETE /api/v1/me/tokens/:id': 'signedIn',
}

/** SECURITY: within 15 minutes of showing that it is oneself: tokens, email, second step, exports of everything. */
const proved: readonly Door[] = [
  'GET /preferences/email',
  'POST /preferences/email',
  'GET /preferences/two-step/app',
  'POST /preferences/two-step/app',
  'GET /preferences/two-step/app/remove',
  'POST /preferences/two-step/app/remove',
  'POST /preferences/two-step/codes',
  'GET /preferences/passkeys',
  'POST /preferences/passkeys',
  'POST /preferences/passkeys/options',
  'POST /preferences/passkeys/:id/remove',
  'GET /preferences/tokens',
  'POST /preferences/tokens',
  'GET /webhooks/new',
  'POST /webhooks/new',
  'POST /webhooks/:id/secret',
  'GET /referrals/download',
  'GET /subject-requests/:id/json',
  'GET /subject-requests/:id/zip',
  'POST /subject-requests/:id',
  'GET /audit/:file{audit\\.(csv|xlsx)}',
]

/** ADM-5: what opens to somebody whose network asks for a second step that they have not set up. */
const withoutSecondStep = /^(GET|POST) \/(preferences\/(two-step|passkeys|prove|password)(\/|$)|sign-out$|stay$)/

export function asksForProof(door: string): boolean {
  return proved.some(one => one === door)
}

export function opensWithoutSecondStep(door: string): boolean {
  return withoutSecondStep.test(door)
}
