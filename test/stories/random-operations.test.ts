/** SECURITY, Figures: legal and illegal operations at random, by many clients at once over HTTP: no illegal state, nothing done twice. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken } from '#src/actions/create-token.ts'
import { findDifferent } from '#src/db/health/derived.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import { type Action, actions, isAssignmentAction, lifecycle } from '#src/domain/lifecycle.ts'
import { scopes, standings } from '#src/domain/policy.ts'
import { isLive, keptBy, progressOf, type Referral, statusOf } from '#src/domain/referral.ts'
import { speaker } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'
import { often } from '#test/thorough.ts'

const seconds = often(6, 60)
const some = ['referrer', 'first', 'firstPrimary', 'second', 'third', 'third', 'coordinator', 'coordinator'] as const
const roles = Array.from({ length: often(8, 30) }, (_, nth) => some[nth % some.length] as (typeof some)[number])
const offered = actions.filter(action => action !== 'lapse')

let app: App
let world: World
let lists: { reasons: Record<string, string>; outcomes: string[] }
const ids: string[] = []
/** What was acknowledged as having changed something, by referral. */
const done = new Map<string, string[]>()
const statuses = new Map<number, number>()

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  lists = { reasons: await reasons(), outcomes: await outcomes() }
  for (let n = 0; n < 24; n++) await send()
})
afterAll(() => app?.stop())

test(
  `RES-15: ${seconds} seconds of anybody trying anything leave every referral in a legal state, and its history whole`,
  async () => {
    const until = Date.now() + seconds * 1000
    await Promise.all(roles.map(role => keepTrying(role, until)))
    expect([...statuses.keys()].filter(status => status >= 500)).toEqual([])
    expect(statuses.get(200) ?? 0).toBeGreaterThan(10)
    expect(statuses.get(409) ?? 0).toBeGreaterThan(10)
    for (const id of ids) await expectLegal(id)
    // RPT-1: what reports read beside each referral is what it would be if it were worked out anew.
    expect(await findDifferent(app.database.owner)).toEqual([])
  },
  (seconds + 60) * 1000,
)

async function send() {
  const { id } = await world.send({ needs: ['food', 'debt', 'housing'], ask: ['first', 'second', 'third'] })
  ids.push(id)
  done.set(id, [])
}

async function keepTrying(role: Role, until: number) {
  const draft = { userId: world.users[role], organisationId: null, name: role, scopes, days: 1 }
  const client = speaker(app.url, (await createToken({ ...world.ctx, actor: null }, draft)).token)
  while (Date.now() < until) {
    const id = any(ids)
    const { referral } = await loadCase(app.database.owner, id)
    const { action, assignment } = Math.random() < 0.7 ? likely(role, referral) : anything(referral)
    const path = assignment ? `assignments/${assignment}/${action}` : action
    const needs = referral.needs.map(need => need.id)
    const { status, body } = await client.post(`/referrals/${id}/${path}`, answersFor(action, needs))
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status === 200 && body.changed) done.get(id)?.push(action)
  }
}

type Attempt = { action: Action; assignment: string | undefined }

function anything({ assignments }: Referral): Attempt {
  const action = any(offered)
  return { action, assignment: isAssignmentAction(action) ? any(assignments).id : undefined }
}

/** What this role may do to something that is where it starts from; others do the same meanwhile. */
function likely(role: Role, referral: Referral): Attempt {
  const party = role === 'coordinator' || role === 'referrer' ? role : 'recipient'
  const organisation = world.organisations[role === 'firstPrimary' ? 'first' : (role as 'first')]
  const own = referral.assignments.filter(one => party !== 'recipient' || one.organisationId === organisation)
  const attempts = offered.flatMap((action): Attempt[] => {
    const { by, from }: { by: readonly string[]; from: readonly string[] } = lifecycle[action]
    if (!by.includes(party) || (action === 'withdraw' && Math.random() < 0.9)) return []
    if (!isAssignmentAction(action)) {
      const some = referral.needs.some(({ status }) => from.includes(status))
      return some ? [{ action, assignment: undefined }] : []
    }
    return own.filter(({ status }) => from.includes(status)).map(({ id }) => ({ action, assignment: id }))
  })
  return attempts.length > 0 ? any(attempts) : anything(referral)
}

function answersFor(action: Action, needs: string[]): object {
  const some = needs.filter(() => Math.random() < 0.6)
  const chosen = some.length > 0 ? some : needs.slice(0, 1)
  const note = 'A word about it.'
  const serviceId = any(Object.values(world.services))
  const byNeed = { outcomes: Object.fromEntries(needs.map(id => [id, any(lists.outcomes)])), note }
  const answers: Partial<Record<Action, object>> = {
    reject: { reasonId: lists.reasons.decline_reason, note },
    split: { keep: chosen, serviceId: any(['', serviceId]), note },
    referOn: { serviceId, note },
    assignOutcome: byNeed,
    close: byNeed,
    reassign: { serviceId: any(['', serviceId]), note },
    place: { needs: chosen, serviceId, note },
    chooseAgain: { needs: chosen, serviceId, note },
    closeAsUnmet: { needs: chosen, reasonId: lists.reasons.unmet_reason, note },
    reopen: { needs: chosen, note },
    withdraw: { reasonId: lists.reasons.withdraw_reason, note },
    accept: {},
    undo: {},
  }
  return answers[action] ?? { note }
}

/** The derived columns agree with the rows that they are derived from; a need is held once; each change is told once. */
async function expectLegal(id: string) {
  const file = await loadCase(app.database.owner, id)
  const { referral } = file
  expect([file.status, file.progress], id).toEqual([statusOf(referral), progressOf(referral)])
  for (const need of referral.needs) {
    const holders = referral.assignments.filter(one => isLive(one) && keptBy(one).includes(need.id))
    const held = need.status === 'waiting' ? ['pending'] : need.status === 'helped' ? ['accepted'] : []
    expect(
      holders.map(({ status }) => status),
      `${id}: who holds a need that is ${need.status}`,
    ).toEqual(held)
  }
  const wanted = standings(referral, file.referrerOrganisationId).map(one => `${one.organisationId} ${one.standing}`)
  expect(file.sides.parties.map(one => `${one.organisationId} ${one.standing}`).sort(), id).toEqual(wanted.sort())
  const told = (await history(id)).filter(action => offered.some(one => one === action))
  expect(told.sort(), id).toEqual((done.get(id) ?? []).sort())
}

async function history(id: string): Promise<string[]> {
  const events = await app.database.owner.selectFrom('event').select('action').where('referralId', '=', id).execute()
  return events.map(({ action }) => action)
}

async function reasons(): Promise<Record<string, string>> {
  const { rows } = await sql<{ list: string; id: string }>`
    select distinct on (list) list, id from term where network_id = ${world.networkId}`.execute(app.database.owner)
  return Object.fromEntries(rows.map(({ list, id }) => [list, id]))
}

async function outcomes(): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from outcome where network_id = ${world.networkId}`.execute(
    app.database.owner,
  )
  return rows.map(({ id }) => id)
}

function any<T>(all: readonly T[]): T {
  return all[Math.floor(Math.random() * all.length)] as T
}
