/** Every way in and what it asks of whoever comes. A route that is not here stops the start; lacking the permission looks like absence. */
import type { Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { may, type Permission } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import type { PublicEnv } from './env.ts'
import { ownPath, signInThen } from './paths.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Door = `${Method} /${string}`

// biome-ignore format: a table
export const doors: Readonly<Record<Door, Permission>> = {
  'GET /healthz':           'public',
  'GET /readyz':            'public',
  'GET /metrics':           'public',
  'GET /assets/*':          'public',

  'GET /sign-in':           'public',
  'POST /sign-in':          'public',
  'POST /sign-out':         'signedIn',
  'GET /forgotten-password':  'public',
  'POST /forgotten-password': 'public',
  'GET /reset-password/:token': 'public',
  'POST /reset-password':   'public',
  'GET /work-as':           'signedIn',
  'POST /work-as':          'signedIn',

  'GET /mailbox':           'administer',
  'GET /mailbox/:id':       'administer',
  'POST /mailbox/:id/again': 'administer',

  'GET /':                  'signedIn',
}

/** Stands before all routes and asks for what the door of the one about to answer says. */
export const guard = createMiddleware<PublicEnv>(async (c, next) => {
  const permission = permissionFor(c)
  const { actor } = c.var
  if (permission === 'public') return next()
  if (!permission) throw absent()
  if (!actor) return askToSignIn(c)
  if (!may(actor, permission)) throw absent()
  await next()
})

/** Whether this program has such a page at all, for the menu. */
export function hasDoor(door: Door): boolean {
  return door in doors
}

export function assertDoors(app: Hono<PublicEnv>): void {
  const without = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(doorOf)
    .filter(door => !(door in doors))
  if (without.length > 0) throw new Error(`Without an entry in src/web/doors.ts: ${[...new Set(without)].join(', ')}`)
}

/** The first that is no middleware is the one that answers. */
function permissionFor(c: Context<PublicEnv>): Permission | undefined {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL')
  return route && doors[doorOf(route) as Door]
}

function doorOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${path}`
}

function askToSignIn(c: Context<PublicEnv>) {
  if (isApi(c.req.path)) throw new Problem('not_signed_in', 'Send a valid token in the Authorization header.')
  const from = c.req.header('referer')
  const here = c.req.method === 'GET' ? c.req.url : from
  return c.redirect(signInThen(here && URL.canParse(here) ? pathOf(new URL(here)) : '/'), 303)
}

function pathOf({ pathname, search }: URL): string {
  return ownPath(`${pathname}${search}`)
}

export function isApi(path: string): boolean {
  return path.startsWith('/api/v1/')
}

export function absent(): Problem {
  return new Problem('not_found', 'There is nothing here.')
}
