/** Every way in and what it asks of whoever comes. A route that is not here stops the start; lacking the permission looks like absence. */
import type { Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { isProved } from '../domain/account.ts'
import { type Actor, may, type Permission } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { accountDoors, asksForProof, opensWithoutSecondStep } from './doors-account.ts'
import { apiDoors } from './doors-api.ts'
import { directoryDoors } from './doors-directory.ts'
import { openDoors } from './doors-open.ts'
import { peopleDoors } from './doors-people.ts'
import { privacyDoors } from './doors-privacy.ts'
import { publicDoors } from './doors-public.ts'
import { settingsDoors } from './doors-settings.ts'
import { webhookDoors } from './doors-webhooks.ts'
import type { PublicEnv } from './env.ts'
import { ownPath, paths, proveThen, signInThen } from './paths.ts'

type Method = 'GET' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Door = `${Method} /${string}`

// biome-ignore format: a table
export const doors: Readonly<Record<Door, Permission>> = {
  ...accountDoors,
  ...apiDoors,
  ...settingsDoors,
  ...peopleDoors,
  ...publicDoors,
  ...privacyDoors,
  ...webhookDoors,
  ...openDoors,
  ...directoryDoors,

  'GET /set-up':            'public',
  'POST /set-up':           'public',
  'GET /mailbox':           'administer',
  'GET /mailbox/:id':       'administer',
  'POST /mailbox/:id/again': 'administer',

  'GET /':                  'signedIn',

  'GET /refer':             'refer',
  'GET /refer/:draft':      'refer',
  'POST /refer/:draft':     'refer',
  'POST /refer/:draft/save': 'refer',
  'POST /refer/:draft/place': 'refer',
  'POST /refer/:draft/files': 'refer',
  'GET /refer/:draft/services': 'refer',
  'POST /refer/:draft/services': 'refer',
  'GET /refer/:draft/questions': 'refer',
  'POST /refer/:draft/questions': 'refer',
  'GET /refer/:draft/consent': 'refer',
  'POST /refer/:draft/consent': 'refer',
  'GET /refer/:draft/refused': 'refer',
  'POST /refer/:draft/refused': 'refer',
  'GET /refer/:draft/check': 'refer',
  'POST /refer/:draft/send': 'refer',
  'GET /refer/:draft/discard': 'refer',
  'POST /refer/:draft/discard': 'refer',
  'GET /invitations/new': 'keepServices',
  'POST /invitations/new': 'keepServices',
  'POST /invitations/:id/:act': 'answerInvitations',

  'GET /networks': 'readDirectory',
  'GET /networks/new': 'administer',
  'POST /networks/new': 'administer',
  'GET /networks/:id{[0-9a-f-]{36}}/coordinator': 'administer',
  'POST /networks/:id{[0-9a-f-]{36}}/coordinator': 'administer',

  'GET /search': 'readDirectory',
  'POST /search': 'readDirectory',
  'GET /search/advanced': 'readDirectory',
  'POST /search/forget': 'readDirectory',
  'GET /organisations': 'readDirectory',
  'GET /organisations/map': 'readDirectory',
  'GET /organisations/capacity': 'readDirectory',
  'GET /organisations/calendar': 'readDirectory',
  'GET /organisations/coverage': 'readDirectory',
  'GET /organisations/:file{(list|capacity|calendar|coverage)\\.(csv|xlsx)}': 'readDirectory',
  'GET /organisations/:id{[0-9a-f-]{36}}': 'readDirectory',

  'GET /networks/:slug/agreement': 'signedIn',
  'POST /networks/:slug/agreement': 'signedIn',
  'GET /getting-started': 'manageOrganisation',
  'GET /organisations/:id/edit': 'keepServices',
  'GET /organisations/:id/edit/questions': 'keepServices',
  'POST /organisations/:id/edit/questions': 'keepServices',
  'GET /organisations/:id/edit/questions/:question': 'keepServices',
  'POST /organisations/:id/edit/questions/:question': 'keepServices',
  'GET /organisations/:id/edit/:section': 'keepServices',
  'POST /organisations/:id/edit/:section': 'keepServices',
  'POST /organisations/:id/edit/logo': 'keepServices',
  'POST /organisations/:id/edit/logo/remove': 'keepServices',
  'POST /organisations/:id/confirm': 'keepServices',

  'GET /referrals': 'readReferrals',
  'POST /referrals/search': 'readReferrals',
  'GET /referrals/download': 'readReferrals',
  'POST /referrals/selected': 'readReferrals',
  'POST /referrals/views': 'readReferrals',
  'POST /referrals/views/:id/delete': 'readReferrals',
  'GET /referrals/:id': 'readReferrals',
  'GET /referrals/:id/csv': 'readReferrals',
  'GET /referrals/:id/xlsx': 'readReferrals',
  'GET /referrals/:id/print': 'readReferrals',
  'POST /referrals/:id/notes': 'answerReferrals',
  'GET /referrals/:id/restriction': 'answerReferrals',
  'POST /referrals/:id/restriction': 'answerReferrals',
  'GET /referrals/:id/break-glass': 'coordinate',
  'POST /referrals/:id/break-glass': 'coordinate',
  'POST /referrals/:id/files': 'answerReferrals',
  'GET /referrals/:id/files/:file': 'readReferrals',
  'GET /referrals/:id/files/:file/remove': 'answerReferrals',
  'POST /referrals/:id/files/:file/remove': 'answerReferrals',
  'GET /referrals/:id/needs/:action': 'answerReferrals',
  'POST /referrals/:id/needs/:action': 'answerReferrals',
  'GET /referrals/:id/assignments/:assignment/:action': 'answerReferrals',
  'POST /referrals/:id/assignments/:assignment/:action': 'answerReferrals',
  'GET /referrals/:id/person-code': 'answerReferrals',
  'POST /referrals/:id/person-code': 'answerReferrals',
  'GET /referrals/:id/sent': 'readReferrals',
  'POST /referrals/:id/again': 'refer',

  'GET /api/docs': 'public',
  'GET /api/docs/reference': 'public',
  'GET /api/docs/reference/start.js': 'public',
  'GET /api/docs/reference/files/:name': 'public',
  'GET /services': 'keepServices',
  'GET /services/new': 'keepServices',
  'POST /services/new': 'keepServices',
  'GET /services/:id/edit': 'keepServices',
  'GET /services/:id/edit/details': 'keepServices',
  'POST /services/:id/edit/details': 'keepServices',
  'GET /services/:id/edit/area': 'keepServices',
  'POST /services/:id/edit/area': 'keepServices',
  'GET /services/:id/edit/hours': 'keepServices',
  'POST /services/:id/edit/hours': 'keepServices',
  'GET /services/:id/edit/capacity': 'keepServices',
  'POST /services/:id/edit/capacity': 'keepServices',
  'GET /services/:id/edit/public': 'keepServices',
  'POST /services/:id/edit/public': 'keepServices',
  'POST /services/:id/edit/picture': 'keepServices',
  'POST /services/:id/edit/picture/cut': 'keepServices',
  'POST /services/:id/edit/picture/remove': 'keepServices',
  'GET /services/:id/edit/restrictions': 'keepServices',
  'POST /services/:id/edit/restrictions': 'keepServices',
  'GET /services/:id/try': 'keepServices',
  'POST /services/:id/try': 'keepServices',
  'GET /services/:id/venues/:venue': 'keepServices',
  'POST /services/:id/venues/:venue': 'keepServices',
  'POST /services/:id/stop': 'keepServices',
  'POST /services/:id/restore': 'keepServices',
  'POST /services/:id/pause': 'keepServices',
  'POST /services/:id/resume': 'keepServices',
  'POST /services/:id/copy': 'keepServices',
  'GET /services/:id/archive': 'keepServices',
  'POST /services/:id/archive': 'keepServices',
  'GET /reports': 'readReports',
  'GET /reports/:report{[a-z-]+}': 'readReports',
  'GET /reports/:report{[a-z-]+}/:file{figures\\.(csv|xlsx)}': 'readReports',
  'GET /audit': 'readAudit',
  'GET /audit/:file{audit\\.(csv|xlsx)}': 'readAudit',
}

/** Stands before all routes and asks for what the door of the one about to answer says. */
export const guard = createMiddleware<PublicEnv>(async (c, next) => {
  const door = doorFor(c)
  const permission = door && doors[door as Door]
  const { actor } = c.var
  if (permission === 'public') return next()
  if (!door || !permission) throw absent()
  if (!actor) return askToSignIn(c)
  if (actor.lacksSecondStep && !opensWithoutSecondStep(door)) return askForSecondStep(c)
  if (!may(actor, permission)) throw absent()
  if (asksForProof(door) && !provedHere(c, actor)) return c.redirect(proveThen(pathOf(new URL(whence(c)))), 303)
  await next()
})

/** Whether anybody may come in there; what is not here at all is for nobody. */
export function isPublic(c: Context<PublicEnv>): boolean {
  const door = doorFor(c)
  return !door || doors[door as Door] === 'public'
}

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
function doorFor(c: Context<PublicEnv>): string | undefined {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL')
  return route && doorOf(route)
}

function doorOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${path}`
}

function askToSignIn(c: Context<PublicEnv>) {
  if (isApi(c.req.path)) throw new Problem('not_signed_in', 'Send a valid token in the Authorization header.')
  return c.redirect(signInThen(pathOf(new URL(whence(c)))), 303)
}

/** ADM-5: a page leads to where it is set up; a token waits until it is. */
function askForSecondStep(c: Context<PublicEnv>) {
  if (isApi(c.req.path)) throw new Problem('not_allowed', 'This account must set up two-step verification first.')
  return c.redirect(paths.twoStep, 303)
}

function provedHere({ var: { session, deps } }: Context<PublicEnv>, { scopes }: Actor): boolean {
  return scopes !== null || (session !== null && isProved(session.provedAt, deps.now()))
}

/** Where to come back to: the page itself, or the one that its form was on. */
function whence({ req }: Context<PublicEnv>): string {
  if (req.method === 'GET') return req.url
  const from = req.header('referer')
  return from && URL.canParse(from) ? from : new URL('/', req.url).href
}

function pathOf({ pathname, search }: URL): string {
  return ownPath(`${pathname}${search}`)
}

export function isApi(path: string): boolean {
  return path.startsWith('/api/v1/') || /^\/openreferral(\/|$)/.test(path)
}

export function absent(): Problem {
  return new Problem('not_found', 'There is nothing here.')
}
