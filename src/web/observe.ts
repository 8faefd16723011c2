/** What is counted and logged of each request: its route's pattern, never its address. */
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { PublicEnv } from './env.ts'

export const registry = new Registry()

const seconds = new Histogram({
  name: 'onward_http_request_seconds',
  help: 'Time to answer, by route and status',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})

export function measureProcess() {
  collectDefaultMetrics({ register: registry, prefix: 'onward_' })
}

export const observe = createMiddleware<PublicEnv>(async (c, next) => {
  const start = performance.now()
  await next()
  const took = performance.now() - start
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL')
  const labels = { method: route?.method ?? 'none', route: route?.path ?? 'none', status: c.res.status }
  seconds.observe(labels, took / 1000)
  c.var.deps.log.debug({ ...labels, ms: Math.round(took) }, 'answered')
})
