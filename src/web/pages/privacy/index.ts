/** What is held on people: how long, for whom, and how it goes (PRIV). */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { holdPages } from './hold.tsx'
import { ownRetention } from './own-retention.tsx'

export const privacyPages = new Hono<PageEnv>()
for (const part of [holdPages, ownRetention]) privacyPages.route('/', part)
