/** What is held on people: how long, for whom, and how it goes (PRIV). */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { holdPages } from './hold.tsx'
import { ownRetention } from './own-retention.tsx'
import { releases } from './releases.tsx'
import { subjectRequests } from './request.tsx'
import { subjects } from './subjects.tsx'

export const privacyPages = new Hono<PageEnv>()
for (const part of [holdPages, ownRetention, subjects, subjectRequests, releases]) privacyPages.route('/', part)
