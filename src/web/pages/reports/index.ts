/** The pages and files of reports. */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { reportFile } from './file.ts'
import { reportList } from './list.tsx'
import { reportPage } from './page.tsx'

export const reportPages = new Hono<PageEnv>().route('/', reportList).route('/', reportFile).route('/', reportPage)
