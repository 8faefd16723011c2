/** API-1: a referral over HTTP from end to end, each party with a token of its own. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answered, buildWorld, type Client, secretWords, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'

let app: App
let world: World
const client: Partial<Record<keyof World['user'], Client>> = {}
const as = (name: keyof World['user']) => client[name] as Client

beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app)
  for (const name of Object.keys(world.user) as (keyof World['user'])[]) client[name] = await world.as(name)
})
afterAll(() => app.stop())

async function send(changes: object = {}): Promise<string> {
  const { service } = world
  const sent = await as('sender').post(
    '/referrals',
    world.order({ shortlist: [service.both, service.food, service.debt], ...changes }),
  )
  expect(sent.status, sent.text).toBe(201)
  return sent.body.id
}
const read = (name: keyof World['user'], id: string) => as(name).get(`/referrals/${id}`)
type Part = { id: string; status: string; can: string[]; service: { id: string } }
const assignmentOf = ({ body }: Answered, service: string) =>
  body.assignments.find((one: Part) => one.service.id === service)
async function reasonFor(list: string): Promise<string> {
  const { body } = await as('law').get(`/reasons?network=${world.networkId}`)
  return body.reasons.find((one: { list: string }) => one.list === list).id
}

test('API-1: a referral is sent, listed, read, split, accepted and closed over HTTP', async () => {
  const id = await send()
  const inbox = await as('pantry').get('/referrals?stage=open')
  expect(inbox.body.referrals[0]).toMatchObject({
    id,
    sight: 'full',
    initials: 'Z. Q.',
    needs: ['Food parcels', 'Debt advice'],
  })
  const asked = await read('pantry', id)
  expect(asked.body).toMatchObject({
    person: { firstName: 'Zephyrine' },
    circumstances: 'Has run out of marmalade.',
    withheld: [],
  })
  const first = assignmentOf(asked, world.service.both)
  expect(first.can).toEqual(expect.arrayContaining(['accept', 'split', 'reject', 'ask']))

  const [food, debt] = asked.body.needs
  const split = await as('pantry').post(`/referrals/${id}/assignments/${first.id}/split`, { keep: [food.id] })
  expect(split.body).toEqual({ id, changed: true, assignment: { id: first.id, status: 'accepted' } })

  const second = assignmentOf(await read('law', id), world.service.debt)
  expect(second).toMatchObject({ status: 'pending', own: true, needs: [debt.id] })
  const accepted = await as('law').post(`/referrals/${id}/assignments/${second.id}/accept`, {})
  expect(accepted.body.assignment.status).toBe('accepted')
  const again = await as('law').post(`/referrals/${id}/assignments/${second.id}/accept`, {})
  expect(again.body).toMatchObject({ changed: false })

  const outcomes = (await as('law').get(`/outcomes?network=${world.networkId}`)).body.outcomes
  const good = outcomes.find((one: { successful: boolean }) => one.successful).id
  for (const [who, part, need] of [
    ['law', second, debt],
    ['pantry', first, food],
  ] as const) {
    const closed = await as(who).post(`/referrals/${id}/assignments/${part.id}/close`, {
      outcomes: { [need.id]: good },
      note: 'All is well.',
    })
    expect(closed.status, closed.text).toBe(200)
  }
  const after = await read('sender', id)
  expect(after.body).toMatchObject({ status: 'closed', progress: 'closed' })
  expect(after.body.needs.map((need: { status: string }) => need.status)).toEqual(['met', 'met'])
  expect(after.body.history.map((line: { action: string }) => line.action)).toEqual(
    expect.arrayContaining(['split', 'accept', 'close']),
  )
})

test('API-1: who says no is told no more, and the next on the list is asked', async () => {
  const id = await send({ shortlist: [world.service.both, world.service.food] })
  const first = assignmentOf(await read('pantry', id), world.service.both)
  const no = await as('pantry').post(`/referrals/${id}/assignments/${first.id}/reject`, {
    reasonId: await reasonFor('decline_reason'),
  })
  expect(no.body.assignment).toEqual({ id: first.id, status: 'rejected' })
  const late = await as('pantry').post(`/referrals/${id}/assignments/${first.id}/accept`, {})
  expect(late.status).toBe(409)
  expect(late.headers.get('content-type')).toBe('application/problem+json')
  expect(late.body).toMatchObject({ status: 409, code: 'already_answered' })
  const gone = await read('pantry', id)
  expect(gone.body).toMatchObject({ sight: 'row', initials: 'Z. Q.' })
  expect(gone.body.withheld).toEqual(expect.arrayContaining(['person', 'address', 'circumstances', 'consent']))
  for (const word of secretWords) expect(gone.text).not.toContain(word)
  expect(assignmentOf(await read('law', id), world.service.food).status).toBe('pending')

  const placing = await read('coordinator', id)
  expect(placing.body).toMatchObject({ status: 'needs_placing' })
  expect(placing.body.can).toEqual(expect.arrayContaining(['place', 'closeAsUnmet', 'withdraw']))
  const need = placing.body.needs.find((one: { status: string }) => one.status === 'unplaced')
  const placed = await as('coordinator').post(`/referrals/${id}/place`, {
    needs: [need.id],
    serviceId: world.service.debt,
  })
  expect(placed.body, placed.text).toMatchObject({ id, changed: true, status: 'open' })
})

test('RES-13: others of the network see a row, outsiders and commissioners nothing, and the difference to absence is none', async () => {
  const id = await send()
  const other = await read('other', id)
  expect(other.body.sight).toBe('row')
  for (const word of secretWords) expect(other.text).not.toContain(word)
  const elsewhere = await (await buildWorld(app)).as('sender')
  const [foreign, absent] = [
    await elsewhere.get(`/referrals/${id}`),
    await elsewhere.get(`/referrals/${crypto.randomUUID()}`),
  ]
  expect(foreign.status).toBe(404)
  expect(foreign.text).toBe(absent.text)
  expect((await elsewhere.get('/referrals/no-uuid')).text).toBe(absent.text)
  expect((await read('commissioner', id)).text).toBe(absent.text)
  expect((await elsewhere.post(`/referrals/${id}/withdraw`, { reasonId: crypto.randomUUID() })).status).toBe(404)
  expect((await elsewhere.post(`/referrals/${id}/notes`, { body: 'hello' })).status).toBe(404)
})

test('RES-13: in a network that shows members nothing, a referral of others is absent', async () => {
  const closed = await buildWorld(app, { membersSee: 'nothing' })
  const sent = await (await closed.as('sender')).post('/referrals', closed.order({ shortlist: [closed.service.both] }))
  expect((await (await closed.as('other')).get(`/referrals/${sent.body.id}`)).status).toBe(404)
  expect((await (await closed.as('other')).get('/referrals?tab=all')).body.referrals).toEqual([])
})

test('RES-13: a network may hide who it is until the service accepts', async () => {
  const shy = await buildWorld(app, { identityBeforeAcceptance: false })
  const sent = await (await shy.as('sender')).post('/referrals', shy.order({ shortlist: [shy.service.both] }))
  const pantry = await shy.as('pantry')
  const before = await pantry.get(`/referrals/${sent.body.id}`)
  expect(before.body).toMatchObject({ sight: 'limited', initials: 'Z. Q.' })
  for (const word of secretWords) expect(before.text).not.toContain(word)
  const accepted = await pantry.post(
    `/referrals/${sent.body.id}/assignments/${before.body.assignments[0].id}/accept`,
    {},
  )
  expect(accepted.status).toBe(200)
  expect((await pantry.get(`/referrals/${sent.body.id}`)).body.person.firstName).toBe('Zephyrine')
})

test('RES-14: reading over the API is recorded with its token; a row alone is not', async () => {
  const id = await send()
  await read('pantry', id)
  await read('other', id)
  const rows = await app.database.owner.selectFrom('viewRecord').selectAll().where('referralId', '=', id).execute()
  expect(rows).toEqual([
    expect.objectContaining({ userId: world.user.pantry, what: 'api', tokenId: as('pantry').tokenId }),
  ])
})

test('RES-9: notes are added and read; a private one never leaves by the API, not even for its author', async () => {
  const id = await send()
  const added = await as('pantry').post(`/referrals/${id}/notes`, { body: 'We rang twice.' })
  expect(added.status).toBe(201)
  const note = {
    referralId: id,
    kind: 'private',
    body: 'xyzzy-private',
    authorUserId: world.user.pantry,
    authorOrganisationId: world.organisation.pantry,
    at: new Date(),
  }
  await app.database.owner.insertInto('note').values(note).execute()
  expect((await as('pantry').post(`/referrals/${id}/notes`, { body: 'x', kind: 'private' })).status).toBe(422)
  for (const name of ['pantry', 'sender', 'law', 'coordinator', 'other'] as const)
    for (const path of [`/referrals/${id}`, `/referrals/${id}/notes`]) {
      const { text } = await as(name).get(path)
      expect(text, name).not.toContain('xyzzy-private')
    }
  expect((await as('sender').get(`/referrals/${id}/notes`)).body.notes).toEqual([
    expect.objectContaining({ id: added.body.id, body: 'We rang twice.', kind: 'regular' }),
  ])
})

test('LST-2: found by name or reference in a body, by those who may read it', async () => {
  const id = await send()
  const { reference } = (await read('sender', id)).body
  const find = async (name: keyof World['user'], q: string) =>
    (await as(name).post('/referrals/search', { q })).body.referrals.map((row: { id: string }) => row.id)
  expect(await find('sender', 'quillfeather zeph')).toContain(id)
  expect(await find('pantry', 'Quillfeather')).toContain(id)
  expect(await find('other', 'Quillfeather')).toEqual([])
  expect(await find('other', reference)).toEqual([id])
  expect(await find('commissioner', reference).catch(() => 'absent')).toBe('absent')
})

test('LST-1: pages follow each other without a gap or a repeat', async () => {
  const fresh = await buildWorld(app)
  const [sender, pantry] = [await fresh.as('sender'), await fresh.as('pantry')]
  const ids: string[] = []
  for (let at = 0; at < 7; at++)
    ids.push((await sender.post('/referrals', fresh.order({ shortlist: [fresh.service.both] }))).body.id)
  for (const query of [
    'limit=3',
    'limit=3&sort=oldest_waiting',
    'limit=3&tab=all',
    'limit=3&stage=open&urgent=false',
  ]) {
    const seen: string[] = []
    for (let path: string | null = `/referrals?${query}`; path; ) {
      const { body } = await pantry.get(path)
      seen.push(...body.referrals.map((row: { id: string }) => row.id))
      path = body.next?.replace('/api/v1', '') ?? null
    }
    expect(seen, query).toEqual(query.includes('oldest') ? ids : ids.toReversed())
  }
})
