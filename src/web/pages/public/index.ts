/** The pages for everybody (PUB-1, PUB-2): no session is read, nothing is kept. */
import { Hono } from 'hono'
import type { PublicEnv } from '../../env.ts'
import { openingCalendar } from './calendar.ts'
import { directoryChanges } from './changes.ts'
import { complaintsPage } from './complaints.tsx'
import { embeddedSearch } from './embed.tsx'
import { findPage } from './find.tsx'
import { findMap } from './find-map.tsx'
import { networksForEverybody } from './networks.tsx'
import { publicOrganisation } from './organisation.tsx'
import { publicOrganisations } from './organisations.tsx'
import { safetyPage } from './safety.tsx'
import { savedPage } from './saved.tsx'
import { servicePage } from './service.tsx'
import { siteMap } from './site-map.ts'
import { welcomePage } from './welcome.tsx'

/** The map before a service, whose id it would be. */
export const publicPages = new Hono<PublicEnv>()
  .route('/', findPage)
  .route('/', findMap)
  .route('/', servicePage)
  .route('/', openingCalendar)
  .route('/', networksForEverybody)
  .route('/', welcomePage)
  .route('/', publicOrganisations)
  .route('/', publicOrganisation)
  .route('/', savedPage)
  .route('/', complaintsPage)
  .route('/', safetyPage)
  .route('/', embeddedSearch)
  .route('/', directoryChanges)
  .route('/', siteMap)
