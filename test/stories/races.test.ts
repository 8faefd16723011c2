/** RES-15: two answers at once, over HTTP, in two processes' worth of servers and connections. One wins, the other is told. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken } from '#src/actions/create-token.ts'
import { loadCase } from '#src/db/referrals/load.ts'
import { scopes } from '#src/domain/policy.ts'
import { speaker } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type Role, type World } from '#test/network.ts'
import { often } from '#test/thorough.ts'

const races = often(30, 200)
const patience = 120_000
let here: App
let there: App
let world: World
let reasonId: string

beforeAll(async () => {
  here = await startApp()
  there = await startApp({}, { url: here.config.databaseUrl ?? '', drop: async () => {} })
  world = await network({ database: here.database })
  reasonId = await reason('withdraw_reason')
})
afterAll(async () => {
  await there?.stop()
  await here?.stop()
})

test(
  'RES-15: of two colleagues who accept at once, one has it and the other reads who was quicker',
  async () => {
    const [one, other] = [await here.as(world.users.first), await there.as(world.users.firstPrimary)]
    for (const browser of [one, other]) await browser.get('/referrals')
    const told: string[] = []
    for (const { id, assignment } of await manyAsked()) {
      const path = `/referrals/${id}/assignments/${assignment}/accept`
      const answers = await race(one, other, path, path)
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
      told.push(answers.find(({ status }) => status === 409)?.text ?? '')
      expect(await acceptedBy(id)).toBe(1)
    }
    for (const text of told) expect(text).toMatch(/already dealt with this[\s\S]*The first(Primary)?[\s\S]*Accepted/)
  },
  patience,
)

test(
  'RES-15: of accepting and withdrawing at once, one happens and the other is told what did',
  async () => {
    const [asked, referrer] = [await here.as(world.users.first), await there.as(world.users.referrer)]
    await asked.get('/referrals')
    const won = { accepted: 0, withdrawn: 0 }
    for (const { id, assignment } of await manyAsked(races)) {
      const accepting = `/referrals/${id}/assignments/${assignment}/accept`
      const withdrawing = `/referrals/${id}/needs/withdraw`
      const { text } = await referrer.get(withdrawing)
      const seen = /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? ''
      const [accept, withdraw] = await race(asked, referrer, accepting, withdrawing, { reasonId, seen, note: '' })
      expect([accept?.status, withdraw?.status].sort()).toEqual([303, 409])
      const { referral } = await loadCase(here.database.owner, id)
      const status = referral.assignments[0]?.status
      expect(status).toBe(accept?.status === 303 ? 'accepted' : 'withdrawn')
      won[status === 'accepted' ? 'accepted' : 'withdrawn']++
      const late = accept?.status === 409 ? accept : withdraw
      expect(late?.text).toMatch(/already dealt with this[\s\S]*(accepted|Withdrawn)/)
    }
    expect(won.accepted + won.withdrawn).toBe(races)
  },
  patience,
)

test('RES-15: over the API twenty clients accept at once: one does, and the rest hear it as a problem', async () => {
  const clients = await Promise.all(
    Array.from({ length: 20 }, (_, n) => client(n % 2 ? here : there, n % 4 < 2 ? 'first' : 'firstPrimary')),
  )
  for (const { id, assignment } of await manyAsked(10)) {
    const path = `/referrals/${id}/assignments/${assignment}/accept`
    const answers = await Promise.all(clients.map(({ post }) => post(path, {})))
    const done = answers.filter(({ body }) => body.changed === true)
    expect(done).toHaveLength(1)
    for (const { status, body, headers } of answers.filter(({ status }) => status !== 200)) {
      expect(status).toBe(409)
      expect(headers.get('content-type')).toContain('application/problem+json')
      expect(body).toMatchObject({ code: 'already_answered', detail: expect.stringContaining('The first') })
    }
    // The winner's own repeats change nothing and are no error: ten clients are of one user.
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(10)
    expect(await acceptedBy(id)).toBe(1)
  }
})

async function manyAsked(count = races) {
  const made: { id: string; assignment: string }[] = []
  for (let n = 0; n < count; n += 10)
    made.push(...(await Promise.all(Array.from({ length: Math.min(10, count) }, () => asked()))))
  return made
}

async function asked() {
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  const { referral } = await loadCase(here.database.owner, id)
  return { id, assignment: referral.assignments[0]?.id ?? '' }
}

function race(one: Browser, other: Browser, path: string, otherPath: string, fields = {}) {
  return Promise.all([one.post(path), other.post(otherPath, fields)])
}

async function acceptedBy(id: string): Promise<number> {
  const { owner } = here.database
  const events = await owner
    .selectFrom('event')
    .select('id')
    .where('referralId', '=', id)
    .where('action', '=', 'accept')
    .execute()
  return events.length
}

async function client(app: App, role: Role) {
  const ctx = { ...world.ctx, actor: null }
  const draft = { userId: world.users[role], organisationId: null, name: role, scopes, days: 1 }
  return speaker(app.url, (await createToken(ctx, draft)).token)
}

async function reason(list: string): Promise<string> {
  const { id } = await here.database.owner
    .selectFrom('term')
    .select('id')
    .where('networkId', '=', world.networkId)
    .where('list', '=', list)
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}
