/** The designer of the network's form (FORM-1, FORM-5): for coordinators, without a line of code. The literal addresses first. */
import { Hono } from 'hono'
import type { PageEnv } from '../../../env.ts'
import { deleteQuestionPage } from './delete-question.tsx'
import { formField } from './field.tsx'
import { formFields } from './fields.tsx'
import { formOverview } from './overview.tsx'
import { discardPage, publishPage } from './publish.tsx'
import { questionPage } from './question.tsx'
import { sectionPage } from './section.tsx'
import { formVersions } from './versions.tsx'

export const formDesigner = new Hono<PageEnv>()
  .route('/', formOverview)
  .route('/', formFields)
  .route('/', formField)
  .route('/', sectionPage)
  .route('/', questionPage)
  .route('/', deleteQuestionPage)
  .route('/', publishPage)
  .route('/', discardPage)
  .route('/', formVersions)
