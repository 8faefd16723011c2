/** Network settings, kept by coordinators (NET-1, ADM-1). */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { categoryFile } from './category-file.tsx'
import { settingsEntry } from './entry.tsx'
import { settingsHub } from './hub.tsx'
import { registerPage } from './register.tsx'

export const system = new Hono<PageEnv>()
  .route('/', settingsHub)
  .route('/', categoryFile)
  .route('/', registerPage)
  .route('/', settingsEntry)
