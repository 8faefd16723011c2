/** The description of the API, OpenAPI 3.1, written once at the start. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MaybeEnv } from './env.ts'

const description = `Everything that the screens do with referrals: by the same rules, with the same permissions.
A quick start, the keys and the errors are explained at /api/docs.`

export function describeApi(api: OpenAPIHono<MaybeEnv>): string {
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of yours: exactly as much as you may do, cut to its scopes.',
  })
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Onward', version: '1', description },
    servers: [{ url: '/' }],
  })
  return JSON.stringify(document)
}
