/** Every page of the program, one line each. */
import type { Hono } from 'hono'
import type { PublicEnv } from '../env.ts'
import { apiDocs } from './api-docs/api-docs.tsx'
import { apiReference } from './api-docs/reference.tsx'
import { auditFile } from './audit/file.ts'
import { auditPage } from './audit/page.tsx'
import { handOverPages } from './hand-over/hand-over.tsx'
import { home } from './home/home.tsx'
import { joining, joiningInPublic } from './joining/index.ts'
import { mailbox } from './mailbox/list.tsx'
import { message } from './mailbox/message.tsx'
import { heldMessages } from './messages/held.tsx'
import { coordinatorPage } from './networks-basic/coordinator.tsx'
import { networksPage } from './networks-basic/networks.tsx'
import { newNetworkPage } from './networks-basic/new.tsx'
import { organisations } from './organisations/index.ts'
import { ownReferral } from './own/own.tsx'
import { ownPage } from './own-page/own-page.tsx'
import { people } from './people/index.ts'
import { accountPages, emailConfirmation } from './preferences/index.ts'
import { privacyPages } from './privacy/index.ts'
import { publicPages } from './public/index.ts'
import { publicForm } from './public-form/public-form.tsx'
import { refer } from './refer/index.ts'
import { actionRoutes } from './referrals/act/routes.tsx'
import { referralDownload } from './referrals/download.ts'
import { referralFiles } from './referrals/files.tsx'
import { referralList } from './referrals/list.tsx'
import { referralPaper } from './referrals/paper.tsx'
import { personCode } from './referrals/person-code.tsx'
import { referralPage } from './referrals/referral.tsx'
import { safety } from './referrals/safety.tsx'
import { selectedReferrals } from './referrals/selected.ts'
import { referralViews } from './referrals/views.ts'
import { reportPages } from './reports/index.ts'
import { searchPage } from './search/search.tsx'
import { pictureFile, services } from './services/index.ts'
import { setUpPage } from './set-up/set-up.tsx'
import { forgottenPassword } from './sign-in/forgotten-password.tsx'
import { resetPasswordPage } from './sign-in/reset-password.tsx'
import { secondStepPages } from './sign-in/second.tsx'
import { signInPage } from './sign-in/sign-in.tsx'
import { signOutPage } from './sign-in/sign-out.ts'
import { singleSignOn } from './sign-in/single-sign-on.ts'
import { stay } from './sign-in/stay.ts'
import { workAs } from './sign-in/work-as.tsx'
import { system } from './system/index.ts'
import { users } from './users/index.ts'
import { webhookPages } from './webhooks/index.ts'

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
  app.route('/', referralDownload)
  app.route('/', selectedReferrals)
  app.route('/', referralViews)
  app.route('/', networksPage)
  app.route('/', newNetworkPage)
  app.route('/', coordinatorPage)
  app.route('/', referralPaper)
  app.route('/', actionRoutes)
  app.route('/', referralFiles)
  app.route('/', privacyPages)
  app.route('/', safety)
  app.route('/', personCode)
  app.route('/', referralPage)
  app.route('/', people)
  app.route('/', accountPages)
  app.route('/', emailConfirmation)
  app.route('/', handOverPages)
  app.route('/', heldMessages)
  app.route('/', services)
  app.route('/', pictureFile)
  app.route('/', reportPages)
  app.route('/', system)
  app.route('/', users)
  app.route('/', webhookPages)
  app.route('/', auditPage)
  app.route('/', auditFile)
  app.route('/', ownReferral)
  app.route('/', ownPage)
  app.route('/', publicForm)
  app.route('/', publicPages)
  app.route('/', setUpPage)
  app.route('/', signInPage)
  app.route('/', secondStepPages)
  app.route('/', singleSignOn)
  app.route('/', signOutPage)
  app.route('/', forgottenPassword)
  app.route('/', resetPasswordPage)
  app.route('/', stay)
  app.route('/', workAs)
  app.route('/', mailbox)
  app.route('/', message)
}
