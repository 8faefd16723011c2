/** How much may be sent at once: by one request, and by all of them together, since a body is held in memory until it is read. */
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { Problem } from '../domain/problem.ts'
import type { PublicEnv } from './env.ts'

const megabyte = 1024 * 1024
/** What one process holds of large bodies; whoever comes beyond that is asked to try again. */
const room = 512 * megabyte
/** More than any of our forms has, and few enough to look through. */
export const mostFields = 5000

const small = bodyLimit({ maxSize: megabyte, onError: refuseSize })
const large = bodyLimit({ maxSize: 10 * megabyte, onError: refuseSize })
const several = bodyLimit({ maxSize: 64 * megabyte, onError: refuseSize })

/** Pages that take a picture or a drawn area. */
const takesOne = /\/(picture|area|logo|feed)$/
/** Pages that take attachments; the API has a limit of its own. */
const takesSeveral =
  /^(\/refer\/[^/]+(\/files)?|\/f\/[^/]+(\/embed)?|\/n\/[^/]+\/ask|(\/api\/v1)?\/referrals\/[^/]+\/files|\/people\/[^/]+\/files|\/api\/v1\/files|\/api\/v1\/people\/[^/]+\/files)$/
/** Only files make a form of many fields large. */
const hasFiles = /^(multipart\/form-data|application\/octet-stream)\b/i

let held = 0

export const limitBody = createMiddleware<PublicEnv>((c, next) => {
  if (c.req.method === 'GET') return next()
  const mayBeLarge = hasFiles.test(c.req.header('content-type') ?? '')
  if (mayBeLarge && takesSeveral.test(c.req.path)) return several(c, () => inRoom(sizeOf(c, 64), next))
  if (takesOne.test(c.req.path)) return large(c, () => inRoom(sizeOf(c, 10), next))
  return small(c, next)
})

/** What does not say how long it is may be as long as is allowed. */
function sizeOf(c: { req: { header(name: string): string | undefined } }, most: number): number {
  const length = c.req.header('content-length')
  return length === undefined ? most * megabyte : Number(length)
}

async function inRoom(bytes: number, next: () => Promise<void>): Promise<void> {
  if (held + bytes > room) throw new Problem('unavailable', 'Too many files are being sent. Try again in a moment.')
  held += bytes
  try {
    await next()
  } finally {
    held -= bytes
  }
}

function refuseSize(): never {
  throw new Problem('too_large', 'This is more than can be sent at once.')
}
