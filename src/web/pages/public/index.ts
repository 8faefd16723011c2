/** The pages for everybody (PUB-1, PUB-2): no session is read, nothing is kept. */
import { Hono } from 'hono'
import type { PublicEnv } from '../../env.ts'
import { findPage } from './find.tsx'
import { findMap } from './find-map.tsx'
import { servicePage } from './service.tsx'

/** The map before a service, whose id it would be. */
export const publicPages = new Hono<PublicEnv>().route('/', findPage).route('/', findMap).route('/', servicePage)
