/** DOMAIN, lifecycle: every action, in every state, by everybody, over HTTP: done where the table of the tests says so, refused elsewhere, and offered just there. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken } from '#src/actions/create-token.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import { type Action, actions, isAssignmentAction } from '#src/domain/lifecycle.ts'
import { scopes } from '#src/domain/policy.ts'
import { type Referral, stateOf } from '#src/domain/referral.ts'
import { speaker } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'
import { onAssignments, onNeeds } from '#test/rules/table.ts'
import {
  answersTo,
  bringTo,
  type Lists,
  listsOf,
  partiesOfRole,
  type Standing,
  type State,
  states,
} from '#test/states.ts'

const roles: readonly Role[] = [
  ...(['first', 'referrer', 'coordinator', 'second', 'commissioner', 'administrator', 'outsider'] as const),
]
/** Who acts on nothing that they may not see: to them it is absent. */
const blind: readonly Role[] = ['commissioner', 'administrator', 'outsider']
const tried = actions.filter(action => action !== 'lapse')

let app: App
let world: World
let lists: Lists
const speakers = new Map<Role, ReturnType<typeof speaker>>()
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  lists = await listsOf(world)
  for (const role of roles) speakers.set(role, await speakerFor(role))
})
afterAll(() => app?.stop())

async function speakerFor(role: Role) {
  const draft = { userId: world.users[role], organisationId: null, name: role, scopes, days: 1 }
  return speaker(app.url, (await createToken({ ...world.ctx, actor: null }, draft)).token)
}
const as = (role: Role) => speakers.get(role) as ReturnType<typeof speaker>
const caseOf = async (id: string) => (await loadCase(app.database.owner, id)).referral

function pathOf(action: Action, { id, assignment }: Standing) {
  return isAssignmentAction(action)
    ? `/referrals/${id}/assignments/${assignment}/${action}`
    : `/referrals/${id}/${action}`
}
const post = (role: Role, action: Action, standing: Standing) =>
  as(role).post(pathOf(action, standing), answersTo(world, lists, standing)[action])

/** 200, or how it is refused; from the second telling of the rules, not from the program's. */
function expected(role: Role, action: Action, { assignments, needs }: Referral): number {
  if (blind.includes(role)) return 404
  const { by, from }: { by: readonly string[]; from: readonly string[] } =
    action in onAssignments
      ? onAssignments[action as keyof typeof onAssignments]
      : onNeeds[action as keyof typeof onNeeds]
  if (!partiesOfRole[role].some(party => by.includes(party))) return 403
  const [asked] = assignments
  const asks = asked?.questionAskedAt ?? null
  if (action === 'chooseAgain') return 409 // nobody began from this service
  if (action === 'ask' && asks) return 409
  if (action === 'answer' && (!asks || asked?.questionAnsweredAt)) return 409
  if (action in onAssignments) return from.includes(asked?.status ?? '') ? 200 : 409
  const concerned = action === 'place' ? needs.slice(1) : needs
  return concerned.every(({ status }) => from.includes(status)) ? 200 : 409
}

/** Accepting what one accepted already changes nothing and is no error. */
const isRepeat = (state: State, role: Role, action: Action) =>
  state === 'accepted' && action === 'accept' && role === 'first'

test.each(states)(
  'a referral that is %s takes just what the table gives, from everybody, and stays as it is otherwise',
  async state => {
    const standing = await bringTo(world, lists, state)
    const before = await caseOf(standing.id)
    const attempts = roles.flatMap(role => tried.map(action => ({ role, action, due: expected(role, action, before) })))
    const refused = attempts.filter(({ due }) => due !== 200)
    for (let n = 0; n < refused.length; n += 12)
      await Promise.all(
        refused.slice(n, n + 12).map(async ({ role, action, due }) => {
          const { status, body } = await post(role, action, standing)
          if (isRepeat(state, role, action)) expect([status, body.changed]).toEqual([200, false])
          else expect(status, `${role} ${action}: ${body?.detail}`).toBe(due)
          if (status === 409) expect(body.detail.length, `${role} ${action}`).toBeGreaterThan(20)
        }),
      )
    expect(stateOf(await caseOf(standing.id))).toBe(stateOf(before))
    for (const { role, action } of attempts.filter(({ due }) => due === 200)) {
      const { status, body } = await post(role, action, await bringTo(world, lists, state))
      expect([status, body.changed], `${role} ${action}: ${body.detail}`).toEqual([200, true])
    }
  },
)

test.each(states)(
  'of a referral that is %s the page and the API offer everybody just what they can do',
  async state => {
    const standing = await bringTo(world, lists, state)
    const before = await caseOf(standing.id)
    for (const role of roles.filter(one => one !== 'commissioner' && one !== 'outsider')) {
      const due = tried.filter(action => expected(role, action, before) === 200).sort()
      const { body } = await as(role).get(`/referrals/${standing.id}`)
      const can = [...body.can, ...body.assignments.flatMap((one: { can: string[] }) => one.can)]
      expect(can.sort(), `API, ${role}`).toEqual(due)
      const { text } = await (await app.as(world.users[role])).get(`/referrals/${standing.id}`)
      const linked = [...text.matchAll(/(?:href|action)="[^"]*\/(?:needs|assignments\/[0-9a-f-]+)\/(\w+)[?"]/g)]
      expect([...new Set(linked.map(([, action]) => action))].sort(), `page, ${role}`).toEqual(due)
    }
  },
)

test('RES-15: a client that says what it saw is told where that is no more: If-Match, for every action', async () => {
  const standing = await bringTo(world, lists, 'pending')
  const read = await as('first').get(`/referrals/${standing.id}`)
  const seen = read.headers.get('etag') ?? ''
  expect(seen).toMatch(/^(W\/)?"[\w-]{22}"$/)
  await post('first', 'ask', standing)
  for (const [role, action] of [
    ['first', 'accept'],
    ['first', 'reject'],
    ['coordinator', 'reassign'],
    ['referrer', 'withdraw'],
  ] as const) {
    const body = answersTo(world, lists, standing)[action]
    const late = await as(role).post(pathOf(action, standing), body, { 'if-match': seen })
    expect([late.status, late.body.code], action).toEqual([412, 'changed'])
  }
  const now = (await as('first').get(`/referrals/${standing.id}`)).headers.get('etag') ?? ''
  expect(now).not.toBe(seen)
  const accepted = await as('first').post(pathOf('accept', standing), {}, { 'if-match': now })
  expect(accepted.status).toBe(200)
  const next = accepted.headers.get('etag') ?? ''
  expect((await as('first').get(`/referrals/${standing.id}`)).headers.get('etag')).toContain(next.replace('W/', ''))
  expect((await as('first').post(pathOf('undo', standing), {}, { 'if-match': '*' })).status).toBe(200)
})
