/** Webhooks (API-3). */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { webhookForms } from './form.tsx'
import { webhookList } from './list.tsx'
import { webhookPage } from './webhook.tsx'

export const webhookPages = new Hono<PageEnv>()
for (const part of [webhookList, webhookForms, webhookPage]) webhookPages.route('/', part)
