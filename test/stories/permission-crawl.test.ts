/** Every route of the program, asked by everybody with ids that are real, against the tables in test/permissions. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadActor } from '#src/db/actors.ts'
import { may, scopes } from '#src/domain/policy.ts'
import { type Door, doors } from '#src/web/doors.ts'
import { isForEverybody } from '#src/web/public-paths.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { asSent, type FoundForm, formsIn } from '#test/forms-found.ts'
import { addressOf, patternOf } from '#test/permissions/addresses.ts'
import { type Described, describedRequests } from '#test/permissions/described.ts'
import { type Furnished, furnish } from '#test/permissions/furnished.ts'
import { lock, unlock, wouldWrite } from '#test/permissions/locked.ts'
import { type Column, columns, legend, tokenFor, usersOf } from '#test/permissions/roles.ts'
import { type Answers, isWriting, keep, kept, written } from '#test/permissions/table.ts'

type Route = { method: string; path: string; door: Door }

let app: App
let world: Furnished
let users: Record<Exclude<Column, 'nobody'>, string>
let browsers: Record<Column, Browser>
/** By route, as the first who sees it would send it. */
const forms = new Map<string, FoundForm & { rank: number }>()
let routes: Route[] = []
let signOut: Record<Column, Browser>
const bearers = new Map<string, string | null>()
const answers: { pages: Answers; api: Answers } = { pages: {}, api: {} }

beforeAll(async () => {
  app = await startApp()
  const began = new Date()
  app.clock.now = () => began // else a session's last use would be a row that changes
  world = await furnish(app)
  users = usersOf(world)
  // What a browser asks before it asks has nothing to tell anybody.
  const asked = app.routes.filter(({ method }) => method !== 'OPTIONS')
  const known = asked.map(({ method, path }) => ({ method, path, door: `${method} ${path}` as Door }))
  routes = known.filter((one, nth) => known.findIndex(({ door }) => door === one.door) === nth)
  browsers = await openBrowsers()
  signOut = await openBrowsers()
  bearers.set('nobody', null)
  for (const column of columns) if (column !== 'nobody') bearers.set(column, await tokenFor(app, users[column]))
  for (const scope of scopes) bearers.set(headOf(scope), await tokenFor(app, users.askedP, [scope]))
}, 300_000)
afterAll(() => app?.stop())

async function openBrowsers(): Promise<Record<Column, Browser>> {
  const opened = columns.map(
    async (column): Promise<[Column, Browser]> => [
      column,
      column === 'nobody' ? app.browser() : await app.as(users[column]),
    ],
  )
  return Object.fromEntries(await Promise.all(opened)) as Record<Column, Browser>
}

const headOf = (scope: string) => scope.replace(':', '.')
const isApi = ({ path }: { path: string }) => path.startsWith('/api/v1/')
const isRead = ({ method }: { method: string }) => method === 'GET'

describe('SECURITY: every route answers everybody as the table in the repository says', () => {
  test('what is read', async () => {
    await unlock(app)
    const described = await describedRequests(browsers.nobody, world)
    for (const route of routes.filter(isRead)) await (isApi(route) ? askApi(route, described) : askPage(route))
    expectFaultless()
  }, 300_000)

  test('forms are refused without their token, and with somebody else’s', async () => {
    const wrong: string[] = []
    const [ofCoord, ofAsked] = [await tokenOf(browsers.coord, '/'), await tokenOf(browsers.asked, '/')]
    const others = { asked: ofCoord, coord: ofAsked, nobody: ofCoord }
    for (const route of routes.filter(one => !isRead(one) && !isApi(one) && !isForEverybody(one.path)))
      for (const column of ['asked', 'coord', 'nobody'] as const)
        for (const token of ['', others[column]]) {
          const answer = await send(browsers[column], route, token, [])
          if (![403, 404].includes(answer.status) && !isSignIn(answer))
            wrong.push(`${route.door} ${column}: ${answer.status}`)
        }
    expect(wrong).toEqual([])
  }, 300_000)

  test('what is written, if a row could change', async () => {
    const described = await describedRequests(browsers.nobody, world)
    await lock(app)
    for (const route of routes.filter(one => !isRead(one))) {
      await (isApi(route) ? askApi(route, described) : askPage(route))
    }
    await unlock(app)
    expectFaultless()
  }, 300_000)

  test('the tables are whole', async () => {
    if (isWriting) for (const [name, heads] of tables()) keep(name, textOf(name, heads))
    const wrong = await Promise.all(Object.entries(answers.pages).map(([door, row]) => againstDoor(door as Door, row)))
    expect(wrong.flat(), 'who lacks the permission of a door finds nothing').toEqual([])
    expect([...againstStrangers(answers.pages), ...againstStrangers(answers.api)]).toEqual([])
    for (const [name, heads] of tables()) expectAsKept(name, heads)
  })
})

type Got = { status: number; location: string | null }
const isSignIn = ({ status, location }: Got) =>
  status === 401 || (status === 303 && (location === '/sign-in' || (location?.startsWith('/sign-in?next=') ?? false)))

function sayAnswer(answer: Got): string {
  if (isSignIn(answer)) return 'in'
  if (answer.status === 500) return 'write'
  if (answer.status >= 300 && answer.status < 400) return 'go'
  return answer.status < 300 ? 'ok' : String(answer.status)
}

async function askPage(route: Route): Promise<void> {
  const { path, door } = route
  const address = addressOf(path, world)
  const ask = async (column: Column): Promise<[Column, string]> => {
    const browser = (door === 'POST /sign-out' ? signOut : browsers)[column]
    const token = isRead(route) ? '' : await tokenOf(browser, pageFor(path, address))
    const answer = isRead(route)
      ? await browser.get(address)
      : await send(browser, route, token, asSent(forms.get(door)))
    if (isRead(route)) for (const form of formsIn(address, answer.text)) keepForm(form, column)
    return [column, sayAnswer(answer)]
  }
  answers.pages[door] = Object.fromEntries(
    doors[door] === 'public' ? await inTurn(columns, ask) : await Promise.all(columns.map(ask)),
  )
}

/** Guesses are counted by address: twelve at once would be too many. */
async function inTurn<R>(all: readonly Column[], ask: (column: Column) => Promise<R>): Promise<R[]> {
  const got: R[] = []
  for (const column of all) {
    await sql`delete from guess`.execute(app.database.owner)
    got.push(await ask(column))
  }
  return got
}

/** The ids in it are better of this network than of another. */
function keepForm(form: FoundForm, column: Column) {
  const route = routes.find(one => one.method === 'POST' && patternOf(one.path).test(form.action))
  const rank = ['foreignC', 'admin', 'commis', 'unasked', 'sender', 'senderP', 'asked', 'askedP', 'coord'].indexOf(
    column,
  )
  if (route && rank >= (forms.get(route.door)?.rank ?? -1)) forms.set(route.door, { ...form, rank })
}

/** A form without an account has a token of its own. */
function pageFor(path: string, address: string): string {
  if (path.startsWith('/f/') || path.endsWith('/ask')) return address
  if (path.startsWith('/p/') || path === '/p') return '/p'
  return path.startsWith('/r/') || path === '/r' ? '/r' : '/sign-in'
}

const tokens = new Map<Browser, Map<string, string>>()
async function tokenOf(browser: Browser, page: string): Promise<string> {
  const mine = tokens.get(browser) ?? new Map<string, string>()
  tokens.set(browser, mine)
  const known = mine.get(page)
  if (known) return known
  const read = async (path: string) => /name="token" value="([^"]+)"/.exec((await browser.get(path)).text)?.[1]
  const token = (await read(page)) ?? (await read('/')) ?? (await read('/preferences')) ?? ''
  mine.set(page, token)
  return token
}

function send(browser: Browser, { method, path }: Route, token: string, fields: [string, string][]) {
  const body = new URLSearchParams([['token', token], ...fields])
  return browser.request(addressOf(path, world), { method, body, headers: { origin: app.url } })
}

async function askApi({ method, path, door }: Route, bodies: Map<string, Described>): Promise<void> {
  const { body, query = '' } = bodies.get(door) ?? {}
  const ask = async ([column, bearer]: [string, string | null]): Promise<[string, string]> => {
    const headers: Record<string, string> = { 'accept-encoding': 'identity' }
    if (bearer) headers.authorization = `Bearer ${bearer}`
    if (body !== undefined) headers['content-type'] = 'application/json'
    const init = {
      method,
      headers,
      redirect: 'manual' as const,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }
    const response = await fetch(app.url + addressOf(path, world) + query, init)
    await response.arrayBuffer()
    return [column, sayAnswer({ status: response.status, location: response.headers.get('location') })]
  }
  answers.api[door] = Object.fromEntries(await Promise.all([...bearers].map(ask)))
}

/** Whatever the table says: who lacks the door's permission finds nothing, and nobody unknown gets further than signing in. */
async function againstDoor(door: Door, row: Record<string, string>): Promise<string[]> {
  const permission = doors[door]
  if (!permission || permission === 'public') return []
  const wrong = row.nobody === 'in' ? [] : [`${door} nobody: ${row.nobody}`]
  for (const column of columns)
    if (column !== 'nobody' && !may(await actorOf(column), permission) && row[column] !== '404')
      wrong.push(`${door} ${column}: ${row[column]}`)
  return wrong
}

const actors = new Map<Column, Awaited<ReturnType<typeof loadActor>>>()
async function actorOf(column: Exclude<Column, 'nobody'>) {
  if (!actors.has(column)) actors.set(column, await loadActor(app.database.owner, users[column], null))
  const actor = actors.get(column)
  if (!actor) throw new Error(`nobody is ${column}`)
  return actor
}

/** Of a referral, and of a record of a person, other networks, commissioners and tokens without the scope see nothing at all. */
function againstStrangers(found: Answers): string[] {
  const closed = /^\w+ (\/api\/v1)?\/(referrals\/:id|people\/:id|people\/tags\/:id)(\/|$)/
  const strangers = ['outsider', 'foreign', 'foreignC', 'commis', 'directory.read', 'services.write', 'reports.read']
  return Object.entries(found)
    .filter(([door]) => closed.test(door))
    .flatMap(([door, row]) => strangers.map(who => `${door} ${who}: ${row[who] ?? '404'}`))
    .filter(line => /: (ok|go|write|409)$/.test(line))
}

/** An error of ours is one only where no row was about to change. */
function expectFaultless() {
  const errors = app.logged.map(line => JSON.parse(line)).filter(({ level }) => level >= 50)
  expect(errors.filter(({ err }) => err?.code !== wouldWrite)).toEqual([])
}

function tables(): [keyof typeof answers, readonly string[]][] {
  return [
    ['pages', columns],
    ['api', [...bearers.keys()]],
  ]
}

function textOf(name: keyof typeof answers, heads: readonly string[]): string {
  const rows = routes.map(({ door }) => [door, answers[name][door]] as const)
  return written(Object.fromEntries(rows.flatMap(([door, row]) => (row ? [[door, row]] : []))), heads, legend)
}

function expectAsKept(name: keyof typeof answers, heads: readonly string[]) {
  const now = textOf(name, heads).split('\n')
  const before = kept(name)
  const changed = {
    found: now.filter(line => !before.includes(line)),
    inTheTable: before.filter(line => !now.includes(line)),
  }
  const none = { found: [], inTheTable: [] }
  expect(changed, 'PERMISSIONS=write npm test -- permission writes the table anew: read what changed').toEqual(none)
}
