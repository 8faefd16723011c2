/** The referral form, step by step, and the page after it. */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { againPage } from './again.ts'
import { checkPage } from './check.tsx'
import { consentPage } from './consent.tsx'
import { discardPage } from './discard.tsx'
import { formPage } from './form.tsx'
import { questionsPage } from './questions.tsx'
import { refusedPage } from './refused.tsx'
import { sentPage } from './sent.tsx'
import { servicesPage } from './services.tsx'
import { start } from './start.tsx'

export const refer = new Hono<PageEnv>()
  .route('/', start)
  .route('/', formPage)
  .route('/', servicesPage)
  .route('/', questionsPage)
  .route('/', consentPage)
  .route('/', refusedPage)
  .route('/', checkPage)
  .route('/', discardPage)
  .route('/', sentPage)
  .route('/', againPage)
