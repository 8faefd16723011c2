/** Everything about joining a network and keeping one's place in it. */
import { Hono } from 'hono'
import type { PageEnv, PublicEnv } from '../../env.ts'
import { agreementPage } from '../agreement/agreement.tsx'
import { publishPage } from '../agreement/publish.tsx'
import { membersPage } from '../members/members.tsx'
import { suspendPage } from '../members/suspend.tsx'
import { confirmPage } from '../profile/confirm.tsx'
import { profileHub } from '../profile/hub.tsx'
import { profileLogo } from '../profile/logo.tsx'
import { profileQuestions } from '../profile/questions.tsx'
import { profileSection } from '../profile/section.tsx'
import { acceptPage } from './accept.tsx'
import { askPage } from './ask.tsx'
import { invitePages } from './invite.tsx'
import { joiningPage } from './joining.tsx'
import { refuseRequest } from './refuse.tsx'
import { startPage } from './start.tsx'

/** Anybody may open these: each link says whether it is good. */
export const joiningInPublic = new Hono<PublicEnv>().route('/', askPage).route('/', acceptPage).route('/', confirmPage)

export const joining = new Hono<PageEnv>()
  .route('/', joiningPage)
  .route('/', refuseRequest)
  .route('/', invitePages)
  .route('/', startPage)
  .route('/', agreementPage)
  .route('/', publishPage)
  .route('/', membersPage)
  .route('/', suspendPage)
  .route('/', profileHub)
  .route('/', profileQuestions)
  .route('/', profileLogo)
  .route('/', profileSection)
