/** Preferences: what somebody sets for themselves (ADM-2). */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { authenticatorApp } from './app.tsx'
import { ownDetails } from './details.tsx'
import { devices } from './devices.tsx'
import { ownEmail } from './email.tsx'
import { preferencesHub } from './hub.tsx'
import { noticePages } from './notices.tsx'
import { passkeyPages } from './passkeys.tsx'
import { ownPassword } from './password.tsx'
import { provePage } from './prove.tsx'
import { tokenPages } from './tokens.tsx'
import { twoStep } from './two-step.tsx'

export { emailConfirmation } from './email.tsx'

export const accountPages = new Hono<PageEnv>()
  .route('/', preferencesHub)
  .route('/', ownDetails)
  .route('/', ownEmail)
  .route('/', ownPassword)
  .route('/', twoStep)
  .route('/', authenticatorApp)
  .route('/', passkeyPages)
  .route('/', devices)
  .route('/', tokenPages)
  .route('/', provePage)
  .route('/', noticePages)
