/**
 * RES-15: each pair of things that can be done from one state, posted at once, one by a page and one over the API. What comes
 * of it is what the pure rules give for the one order or the other; who came too late is told; nothing else is possible.
 */
import { setTimeout as pass } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken } from '#src/actions/create-token.ts'
import { runClock } from '#src/actions/run-clock.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import { grantInNetwork } from '#src/db/users.ts'
import { type Action, actions, isAssignmentAction, type Party } from '#src/domain/lifecycle.ts'
import { take } from '#src/domain/moves.ts'
import { scopes } from '#src/domain/policy.ts'
import { isProblem } from '#src/domain/problem.ts'
import { type Referral, statusOf } from '#src/domain/referral.ts'
import { speaker } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type World } from '#test/network.ts'
import { answersTo, bringTo, type Lists, listsOf, moveOf, type Standing, type State } from '#test/states.ts'

type Doing = `${Party} ${Action}`

// biome-ignore format: a table
const from: Partial<Record<State, readonly Doing[]>> = {
  pending:  ['recipient accept', 'recipient split', 'recipient reject', 'recipient ask', 'referrer standDown', 'referrer withdraw', 'coordinator reassign', 'coordinator withdraw', 'clock lapse'],
  question: ['recipient accept', 'recipient reject', 'referrer answer', 'referrer withdraw', 'coordinator standDown', 'clock lapse'],
  accepted: ['recipient referOn', 'recipient handBack', 'recipient assignOutcome', 'recipient close', 'recipient undo', 'referrer withdraw', 'coordinator reassign', 'coordinator undo'],
  rejected: ['coordinator place', 'coordinator closeAsUnmet', 'coordinator withdraw', 'referrer withdraw'],
  closed:   ['recipient assignOutcome', 'coordinator reopen'],
  withdrawn: ['coordinator reopen'],
}
const pairs = Object.entries(from).flatMap(([state, doings]) =>
  doings.flatMap((one, nth) =>
    doings
      .slice(nth)
      .filter(other => one !== 'clock lapse' || other !== one)
      .map(other => [state as State, one, other] as const),
  ),
)

let here: App
let there: App
let world: World
let lists: Lists
let browsers: Partial<Record<Party, Browser>>
let clients: Partial<Record<Party, ReturnType<typeof speaker>>>
const won = { page: 0, api: 0 }

beforeAll(async () => {
  here = await startApp()
  there = await startApp({}, { url: here.config.databaseUrl ?? '', drop: async () => {} })
  world = await network({ database: here.database })
  lists = await listsOf(world)
  const colleague = await here.addUser({ email: 'second.coordinator@example.org', name: 'The other coordinator' })
  await grantInNetwork(here.database.owner, [{ userId: colleague, networkId: world.networkId, role: 'coordinator' }])
  const { first, firstPrimary, referrer, referrerPrimary, coordinator } = world.users
  browsers = {
    recipient: await opened(first),
    referrer: await opened(referrer),
    coordinator: await opened(coordinator),
  }
  clients = {
    recipient: await client(firstPrimary),
    referrer: await client(referrerPrimary),
    coordinator: await client(colleague),
  }
})
afterAll(async () => {
  await there?.stop()
  await here?.stop()
})

async function opened(userId: string) {
  const browser = await here.as(userId)
  await browser.get('/')
  return browser
}

async function client(userId: string) {
  const draft = { userId, organisationId: null, name: 'pairs', scopes, days: 1 }
  return speaker(there.url, (await createToken({ ...world.ctx, actor: null }, draft)).token)
}

test.each(pairs)('%s: %s and %s at once', async (state, one, other) => {
  const standing = await bringTo(world, lists, state, ['first', 'second', 'thirdToo'])
  const before = (await caseOf(standing.id)).referral
  const told = (await happened(standing.id)).length
  if (one === 'clock lapse' || other === 'clock lapse') await makeDue(standing)
  const done = await Promise.all([byPage(one, standing), aMomentLater().then(() => overApi(other, standing))])
  const { referral: after, status } = await caseOf(standing.id)

  const [pageFirst, apiFirst] = [inOrder(before, standing, [one, other]), inOrder(before, standing, [other, one], true)]
  const came = said(after, done)
  expect([pageFirst, apiFirst]).toContain(came)
  expect(status).toBe(statusOf(after))
  if (pageFirst !== apiFirst) won[came === pageFirst ? 'page' : 'api']++
  const wanted = [one, other].filter((_, nth) => done[nth]).map(actionOf)
  expect((await happened(standing.id)).slice(told).toSorted()).toEqual(wanted.toSorted())
})

test('RES-15: in most pairs it mattered who came first', () => {
  console.log(
    `${pairs.length} pairs; where the order mattered the page was first ${won.page} times, the API ${won.api}`,
  )
  expect(won.page + won.api).toBeGreaterThan(pairs.length / 2)
})

let pageTook = 15

/** A page reads more before it acts: without a start it would come second every time. */
function aMomentLater() {
  return pass(Math.random() * 2 * pageTook)
}

/** What the rules give where one comes after the other; `swapped`: told in the order of the test's names. */
function inOrder(before: Referral, standing: Standing, doings: readonly Doing[], swapped = false): string {
  let referral = before
  const done = doings.map(doing => {
    const taken = attempt(referral, standing, doing)
    referral = taken ?? referral
    return taken !== null
  })
  return said(referral, swapped ? done.toReversed() : done)
}

function attempt(referral: Referral, standing: Standing, doing: Doing): Referral | null {
  let made = 0
  const setting = { at: new Date(), newId: () => `new ${referral.assignments.length} ${++made}` }
  try {
    const move = moveOf(world, lists, actionOf(doing), standing)
    const taken = take(referral, move, [partyOf(doing)], setting)
    return taken.happened.length > 0 ? taken.referral : null
  } catch (error) {
    if (!isProblem(error)) throw error
    return null
  }
}

/** All that matters of it, without ids and moments. */
function said({ needs, assignments }: Referral, done: readonly boolean[]): string {
  const asked = assignments.map(one => {
    const marks = [one.questionAskedAt && 'asked', one.questionAnsweredAt && 'answered', one.plainAccept && 'plain']
    return [one.serviceId, one.status, one.via, one.round, ...one.needIds.toSorted(), '-', ...one.givenUp, ...marks]
  })
  return JSON.stringify([done, needs.map(({ status, outcome }) => [status, outcome]), asked], null, 1)
}

async function byPage(doing: Doing, standing: Standing): Promise<boolean> {
  const browser = browsers[partyOf(doing)]
  if (!browser) return byClock(standing)
  const began = performance.now()
  const { status, text, location } = await browser.post(
    `/referrals${pathOf(doing, standing)}`,
    fieldsOf(doing, standing),
  )
  pageTook = (pageTook + performance.now() - began) / 2
  if (status === 303) expect(location).toContain(`done=${actionOf(doing)}`)
  else {
    expect(status, text.slice(0, 2000)).toBe(409)
    expect(text).toContain('Somebody has already dealt with this')
  }
  return status === 303
}

async function overApi(doing: Doing, standing: Standing): Promise<boolean> {
  const client = clients[partyOf(doing)]
  if (!client) return byClock(standing)
  const body = answersTo(world, lists, standing)[actionOf(doing)]
  const { status, body: told } = await client.post(`/referrals${pathOf(doing, standing).replace('/needs/', '/')}`, body)
  if (status === 200) expect(told.changed).toBe(true)
  else
    expect([status, ['already_answered', 'not_now'].includes(told.code), told.detail !== '']).toEqual([409, true, true])
  return status === 200
}

/** Whether it was passed on: by this or by the other run of the clock. */
async function byClock({ assignment }: Standing): Promise<boolean> {
  await runClock(world.ctx)
  const { action } = (await here.database.owner
    .selectFrom('event')
    .select('action')
    .where('assignmentId', '=', assignment)
    .where('action', '=', 'lapse')
    .executeTakeFirst()) ?? { action: null }
  return action !== null
}

/** Its only step, overdue; others that are due do not matter here. */
async function makeDue({ assignment }: Standing) {
  await sql`delete from clock_step where assignment_id = ${assignment}`.execute(here.database.owner)
  await sql`insert into clock_step (assignment_id, round, step, due_at)
    values (${assignment}, 1, 'pass_on', now() - interval '1 minute')`.execute(here.database.owner)
}

function fieldsOf(doing: Doing, standing: Standing): Record<string, string | string[]> {
  const { outcomes, ...plain } = answersTo(world, lists, standing)[actionOf(doing)] as Record<
    string,
    string | string[]
  > & {
    outcomes?: Record<string, string>
  }
  const byNeed = Object.entries(outcomes ?? {}).map(([need, outcome]) => [`outcomes.${need}`, outcome])
  return { ...plain, ...Object.fromEntries(byNeed) }
}

function pathOf(doing: Doing, { id, assignment }: Standing): string {
  const action = actionOf(doing)
  return isAssignmentAction(action) ? `/${id}/assignments/${assignment}/${action}` : `/${id}/needs/${action}`
}
const partyOf = (doing: Doing) => doing.split(' ')[0] as Party
const actionOf = (doing: Doing) => doing.split(' ')[1] as Action

/** What was done, in order; not what followed from it. */
async function happened(id: string): Promise<string[]> {
  const { rows } = await sql<{
    action: string
  }>`select action from event where referral_id = ${id} order by id`.execute(here.database.owner)
  return rows.map(({ action }) => action).filter(action => actions.some(one => one === action))
}

function caseOf(id: string) {
  return loadCase(here.database.owner, id)
}
