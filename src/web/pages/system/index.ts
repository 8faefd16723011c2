/** Network settings, kept by coordinators (NET-1, ADM-1). */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { networkArea } from './areas.tsx'
import { categoryFile } from './category-file.tsx'
import { connectionsPage } from './connections.tsx'
import { consentWordings } from './consent.tsx'
import { networkDetails } from './details.tsx'
import { directorySetting } from './directory.tsx'
import { settingsEntry } from './entry.tsx'
import { entryLinks } from './entry-links.tsx'
import { selfReferral } from './entry-self.tsx'
import { entryTrial } from './entry-trial.tsx'
import { feedPage } from './feed.tsx'
import { formDesigner } from './form/index.ts'
import { heldPage } from './held.tsx'
import { helpContacts } from './help.tsx'
import { settingsHub } from './hub.tsx'
import { networkLook } from './look.tsx'
import { directoryTrial } from './public-address.tsx'
import { referringRules } from './referring.tsx'
import { registerPage } from './register.tsx'
import { responseTimes } from './response-times.tsx'
import { retentionPage } from './retention.tsx'
import { signInRules } from './sign-in-rules.tsx'
import { checklistPage } from './start.tsx'
import { visibilityRules } from './visibility.tsx'

export const system = new Hono<PageEnv>()
  .route('/', settingsHub)
  .route('/', checklistPage)
  .route('/', categoryFile)
  .route('/', registerPage)
  .route('/', settingsEntry)
  .route('/', formDesigner)
  .route('/', responseTimes)
  .route('/', networkArea)
  .route('/', entryLinks)
  .route('/', selfReferral)
  .route('/', entryTrial)
  .route('/', heldPage)
  .route('/', networkDetails)
  .route('/', networkLook)
  .route('/', helpContacts)
  .route('/', directorySetting)
  .route('/', directoryTrial)
  .route('/', feedPage)
  .route('/', referringRules)
  .route('/', visibilityRules)
  .route('/', signInRules)
  .route('/', retentionPage)
  .route('/', consentWordings)
  .route('/', connectionsPage)
