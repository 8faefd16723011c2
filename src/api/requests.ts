/** Before any route: only JSON, only so large, only so often; and the token's last use is kept. */

import type { Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { touchToken } from '../db/tokens.ts'
import { Problem } from '../domain/problem.ts'
import { openBuckets } from './buckets.ts'
import type { MaybeEnv } from './env.ts'

export const mostBytes = 256 * 1024
/** Per token and minute, in each process. */
export const mostPerMinute = 6000

const limit = bodyLimit({
  maxSize: mostBytes,
  onError: () => {
    throw new Problem('too_large', 'At most 256 KB can be sent at once.')
  },
})

const limitFile = bodyLimit({
  maxSize: 26 * 1024 * 1024,
  onError: () => {
    throw new Problem('too_large', 'The file is larger than any network takes.')
  },
})

/** Where the body is a file, and not JSON. */
const takesFile = /^\/api\/v1\/(files|(referrals|people)\/[^/]+\/files|(networks|organisations)\/[^/]+\/logo)$/

/** A read has no body: even to look for one costs. */
export const limitSize = createMiddleware<MaybeEnv>((c, next) => {
  if (c.req.method === 'GET') return next()
  return (takesFile.test(c.req.path) ? limitFile : limit)(c, next)
})

/** Text that PostgreSQL or JSON cannot hold is refused here, once for all routes. */
export const takeJson = createMiddleware<MaybeEnv>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const type = c.req.header('content-type')
  if (c.req.method !== 'DELETE' && takesFile.test(c.req.path)) return takeFile(type, next)
  const text = await c.req.text()
  if (type === undefined && text === '') return next()
  if (!jsonType.test(type ?? '')) throw new Problem('not_json', 'Send JSON, with Content-Type: application/json.')
  assertJson(text)
  await next()
})

/** A form, or bytes: anything else would be read as what it is not. */
function takeFile(type: string | undefined, next: Next): Promise<void> {
  if (fileType.test(type ?? '')) return next()
  throw new Problem('not_a_file', 'Send multipart/form-data, or the bytes as application/octet-stream.')
}

const buckets = openBuckets(mostPerMinute)

export const limitRate = createMiddleware<MaybeEnv>(async (c, next) => {
  const { actor } = c.var
  if (actor?.tokenId && !buckets.take(actor.tokenId, Date.now()))
    throw new Problem('too_many', 'Too many requests with this token. Wait a little.', { retryAfter: 1 })
  await next()
})

export const keepUse = createMiddleware<MaybeEnv>(async (c, next) => {
  const { actor, ctx } = c.var
  const at = ctx.now()
  if (actor?.tokenId && isDue(actor.tokenId, at)) await touchToken(ctx.db, actor.tokenId, at)
  await next()
})

const fileType = /^(multipart\/form-data|application\/octet-stream)(\s*;|$)/i
const jsonType = /^application\/json(;\s*[a-zA-Z0-9-]+=[^;]+)*$/i

function assertJson(text: string): void {
  const bad = /\\u(0000|d[89a-f])/i.test(text)
  try {
    JSON.parse(text, bad ? assertText : undefined)
  } catch {
    throw new Problem('malformed', 'The body is not valid JSON.')
  }
}

function assertText(key: string, value: unknown): unknown {
  const isText = (one: unknown) => typeof one !== 'string' || (one.isWellFormed() && !one.includes('\0'))
  if (!isText(key) || !isText(value)) throw new TypeError('Not text')
  return value
}

const mostKept = 10_000

/** Written at most once a minute by this process. */
const lastKept = new Map<string, number>()
function isDue(id: string, at: Date): boolean {
  const minute = Math.floor(at.getTime() / 60_000)
  if (lastKept.get(id) === minute) return false
  if (lastKept.size > mostKept) lastKept.clear()
  lastKept.set(id, minute)
  return true
}
