/** A client of the API that sends by any method, with a token of somebody, cut to scopes. */
import { type Scope, scopes } from '#src/domain/policy.ts'
import { type Answered, clientFor } from './api-world.ts'
import type { App } from './app.ts'

export async function openClient(app: App, userId: string, cut: readonly Scope[] = scopes) {
  const { token, get } = await clientFor(app, userId, cut)
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answered> => {
    const headers = {
      ...more,
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    const response = await fetch(`${app.url}/api/v1${path}`, sent)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : null, text }
  }
  return { get, send, token }
}
