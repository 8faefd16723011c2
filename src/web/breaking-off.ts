/** A file that breaks off on its way says why to the log alone: left to itself the server would write the fault's own words, which may quote a row, into the file. */
import { createMiddleware } from 'hono/factory'
import type { PublicEnv } from './env.ts'

export const hideFaults = createMiddleware<PublicEnv>(async (c, next) => {
  await next()
  const { body, headers } = c.res
  if (!body || !headers.has('Content-Disposition')) return
  const { log } = c.var.deps
  c.res = new Response(
    guarded(body, error => log.error({ err: error }, 'broken off')),
    c.res,
  )
})

function guarded(body: ReadableStream<Uint8Array>, tell: (error: unknown) => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    pull: async controller => {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        tell(error)
        controller.error(new Error('The file broke off.'))
      }
    },
    cancel: reason => reader.cancel(reason),
  })
}
