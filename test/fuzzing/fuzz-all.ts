/** Every field of every form, every address and every operation of the API, with what a hostile hand would put there. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { type Furnished, furnish } from '#test/permissions/furnished.ts'
import { tokenFor, usersOf } from '#test/permissions/roles.ts'
import { attackOn } from './attack.ts'
import { type Dice, dice, unescaped } from './hostile.ts'
import { findTargets, type Target } from './targets.ts'

const roles = ['sender', 'askedP', 'coord', 'commis', 'admin'] as const
type Role = (typeof roles)[number]
const lanes = 4
const longest = 5000

let app: App
let world: Furnished
let users: ReturnType<typeof usersOf>
let targets: Target[]
const browsers = {} as Record<Role, Browser>
const bearers = {} as Record<Role, string>

/** Registers the test, on a world of its own. Every target is attacked once, and then by chance. */
export function fuzzAll(many: number): void {
  beforeAll(async () => {
    app = await startApp()
    world = await furnish(app)
    users = usersOf(world)
    for (const role of roles) {
      browsers[role] = await app.as(users[role])
      bearers[role] = await tokenFor(app, users[role])
    }
    targets = await findTargets(app, world, browsers)
  }, 300_000)
  afterAll(() => app?.stop())

  test(`SECURITY: ${many} hostile requests as five roles: no error of ours, none slow, nothing told of the inside, no markup given back`, async () => {
    const faults: string[] = []
    const statuses: Record<number, number> = {}
    let slowest = 0
    let next = 0
    const lane = async (by: Dice) => {
      for (let nth = next++; nth < many; nth = next++) {
        const target = (many >= targets.length ? targets[nth] : undefined) ?? by.oneOf(targets)
        const { status, fault, took } = await strike(target, by)
        statuses[status] = (statuses[status] ?? 0) + 1
        slowest = Math.max(slowest, took)
        if (fault) faults.push(fault)
        if (nth % 25 === 0) await sql`delete from guess`.execute(app.database.owner)
      }
    }
    await Promise.all(Array.from({ length: lanes }, (_, nth) => lane(dice(20260604 + nth))))
    const fields = targets.reduce((sum, one) => sum + (one.kind === 'form' ? one.form.fields.length : 0), 0)
    console.info(
      `${targets.length} targets, ${fields} fields, answers ${JSON.stringify(statuses)}, slowest ${slowest} ms`,
    )
    expect(faults.slice(0, 20)).toEqual([])
    expect(Object.entries(statuses).reduce((sum, [, times]) => sum + times, 0)).toBe(many)
    expect(statuses[200], 'some were taken').toBeGreaterThan(0)
  }, 1_800_000)
}

async function strike(target: Target, by: Dice) {
  const role = target.role as Role
  const token = target.kind === 'form' ? await tokenOf(role, target.form.page) : ''
  const { path, init } = attackOn(target, { token, bearer: bearers[role] }, app.url, by)
  const began = performance.now()
  const answer = await browsers[role].request(path, init).catch(() => null)
  if (!answer) return { status: 0, took: 0, fault: `broken off: ${role} ${init.method ?? 'GET'} ${path}` }
  const { status, text, location, headers } = answer
  let took = Math.round(performance.now() - began)
  if (took > longest) took = await askAgain(role, path, init)
  if (location?.startsWith('/sign-in')) browsers[role] = await app.as(users[role])
  const isPage = headers.get('content-type')?.startsWith('text/html')
  const wrong = [
    status >= 500 && `${status}`,
    took > longest && `${took} ms`,
    /\n\s+at \S.*:\d+:\d+|node_modules|\.tsx?:\d+|error: syntax|pg_catalog/.test(text) &&
      isPage &&
      'tells of the inside',
    isPage && unescaped.test(text) && 'markup',
    location !== null && /^(?!\/(?!\/))(?!http:\/\/127)/.test(location) && `leads to ${location.slice(0, 60)}`,
  ].filter(Boolean)
  const sent = typeof init.body === 'string' ? init.body : init.body instanceof URLSearchParams ? String(init.body) : ''
  const fault =
    wrong.length > 0 ? `${wrong.join()}: ${role} ${init.method ?? 'GET'} ${path} ${sent.slice(0, 1500)}` : null
  return { status, took, fault }
}

/** On a busy machine one may only have waited for its turn: what is slow is slow twice. */
async function askAgain(role: Role, path: string, init: RequestInit): Promise<number> {
  const began = performance.now()
  await browsers[role].request(path, init).catch(() => null)
  return Math.round(performance.now() - began)
}

const tokens = new Map<Browser, string>()
/** Before each form a page of the same session is read once. */
async function tokenOf(role: Role, page: string): Promise<string> {
  const browser = browsers[role]
  const known = tokens.get(browser)
  if (known && !/^\/(f|r)\b/.test(page)) return known
  const { text } = await browser.get(/^\/(f|r)\b/.test(page) ? page : '/preferences')
  const token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? ''
  if (!/^\/(f|r)\b/.test(page)) tokens.set(browser, token)
  return token
}
