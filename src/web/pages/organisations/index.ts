/** The pages of all organisations and of one; the literal addresses first. */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { agencyPage } from './agency.tsx'
import { organisationCalendar } from './calendar.tsx'
import { organisationCapacity } from './capacity.tsx'
import { organisationCoverage } from './coverage.tsx'
import { overviewFiles } from './files.ts'
import { organisationList } from './list.tsx'
import { organisationMap } from './map.tsx'

export const organisations = new Hono<PageEnv>()
  .route('/', organisationList)
  .route('/', organisationMap)
  .route('/', organisationCapacity)
  .route('/', organisationCalendar)
  .route('/', organisationCoverage)
  .route('/', overviewFiles)
  .route('/', agencyPage)
