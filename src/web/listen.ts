/** Opens the port, patient with people and not with clients that dawdle. */
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { PublicEnv } from './env.ts'

export type Listening = { port: number; close(): Promise<void> }

const second = 1000
const drainSeconds = 10
const usual = {
  headersTimeout: 10 * second,
  /** For files over a slow line; what dawdles before that is cut off by its headers. */
  requestTimeout: 300 * second,
  keepAliveTimeout: 5 * second,
  connectionsCheckingInterval: 2 * second,
  maxHeaderSize: 16 * 1024,
} as const

/** `limits`: others than the usual, for who cannot wait that long. */
export function listen(
  app: Hono<PublicEnv>,
  { port, host }: { port: number; host: string },
  limits: Partial<Record<keyof typeof usual, number>> = {},
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host, serverOptions: { ...usual, ...limits } })
    server.once('error', reject)
    server.once('listening', () =>
      resolve({ port: (server.address() as AddressInfo).port, close: () => drain(server) }),
    )
  })
}

/** Answers what was asked already, for a while. */
function drain(server: ServerType): Promise<void> {
  return new Promise(resolve => {
    const late = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      drainSeconds * second,
    )
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
