/** Network settings, kept by coordinators (NET-1, ADM-1). */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { networkArea } from './areas.tsx'
import { categoryFile } from './category-file.tsx'
import { settingsEntry } from './entry.tsx'
import { settingsHub } from './hub.tsx'
import { registerPage } from './register.tsx'
import { responseTimes } from './response-times.tsx'

export const system = new Hono<PageEnv>()
  .route('/', settingsHub)
  .route('/', categoryFile)
  .route('/', registerPage)
  .route('/', settingsEntry)
  .route('/', responseTimes)
  .route('/', networkArea)
