/** The pages for everybody (PUB-1, PUB-2): no session is read, nothing is kept. */
import { Hono } from 'hono'
import type { PublicEnv } from '../../env.ts'
import { findPage } from './find.tsx'

export const publicPages = new Hono<PublicEnv>().route('/', findPage)
