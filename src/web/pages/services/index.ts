/** Your services and their editor. */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { serviceActs } from './acts.tsx'
import { serviceArea } from './area.tsx'
import { serviceCapacity } from './capacity.tsx'
import { serviceDetails } from './details.tsx'
import { serviceHours } from './hours.tsx'
import { serviceHub } from './hub.tsx'
import { serviceList } from './list.tsx'
import { pictureFile } from './picture.ts'
import { servicePublic } from './public.tsx'
import { serviceRestrictions } from './restrictions.tsx'
import { tryService } from './try.tsx'
import { venuePage } from './venue.tsx'

export const services = new Hono<PageEnv>()
  .route('/', serviceList)
  .route('/', serviceDetails)
  .route('/', serviceHub)
  .route('/', serviceArea)
  .route('/', serviceHours)
  .route('/', serviceCapacity)
  .route('/', servicePublic)
  .route('/', serviceRestrictions)
  .route('/', tryService)
  .route('/', venuePage)
  .route('/', serviceActs)
export { pictureFile }
