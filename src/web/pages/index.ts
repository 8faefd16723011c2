/** Every page of the program, one line each. */
import type { Hono } from 'hono'
import type { PublicEnv } from '../env.ts'
import { apiDocs } from './api-docs/api-docs.tsx'
import { apiReference } from './api-docs/reference.tsx'
import { home } from './home/home.tsx'
import { joining, joiningInPublic } from './joining/index.ts'
import { mailbox } from './mailbox/list.tsx'
import { message } from './mailbox/message.tsx'
import { networksPage } from './networks-basic/networks.tsx'
import { organisations } from './organisations/index.ts'
import { refer } from './refer/index.ts'
import { actionRoutes } from './referrals/act/routes.tsx'
import { referralCsv } from './referrals/csv.ts'
import { referralList } from './referrals/list.tsx'
import { referralPage } from './referrals/referral.tsx'
import { searchPage } from './search/search.tsx'
import { pictureFile, services } from './services/index.ts'
import { forgottenPassword } from './sign-in/forgotten-password.tsx'
import { resetPasswordPage } from './sign-in/reset-password.tsx'
import { signInPage } from './sign-in/sign-in.tsx'
import { signOutPage } from './sign-in/sign-out.ts'
import { workAs } from './sign-in/work-as.tsx'
import { system } from './system/index.ts'

/** The first whose path matches answers: `/referrals/new` before `/referrals/:id`. */
export function mountPages(app: Hono<PublicEnv>): void {
  app.route('/', home)
  app.route('/', apiDocs)
  app.route('/', apiReference)
  app.route('/', joiningInPublic)
  app.route('/', joining)
  app.route('/', refer)
  app.route('/', searchPage)
  app.route('/', organisations)
  app.route('/', referralList)
  app.route('/', networksPage)
  app.route('/', referralCsv)
  app.route('/', actionRoutes)
  app.route('/', referralPage)
  app.route('/', services)
  app.route('/', pictureFile)
  app.route('/', system)
  app.route('/', signInPage)
  app.route('/', signOutPage)
  app.route('/', forgottenPassword)
  app.route('/', resetPasswordPage)
  app.route('/', workAs)
  app.route('/', mailbox)
  app.route('/', message)
}
