/** PPL over the API: what the pages do with people, by the same rules, and another organisation's records absent. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'

let app: App
let world: World
let mine: Client
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  mine = await clientFor(app, world.users.first)
})
afterAll(() => app.stop())

async function accepted(): Promise<{ referral: string; person: string }> {
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  const { body } = await mine.get(`/people?referral=${id}`)
  return { referral: id, person: body.people[0].id }
}
const ask = (path: string, method: 'PUT' | 'DELETE', body?: object) =>
  fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${mine.token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
const call = {
  way: 'visit',
  onDay: '2026-01-05',
  minutes: 60,
  what: 'Went to see her.',
  nextStep: 'Write',
  nextOn: '2026-01-09',
}

test('PPL-2: a record is read, written to, tagged and corrected', async () => {
  const { referral, person } = await accepted()
  const path = `/people/${person}`
  const logged = await mine.post(`${path}/contacts`, call)
  expect(logged.status).toBe(201)
  expect((await mine.post(`${path}/contacts`, { ...call, onDay: '2999-01-01' })).body.errors).toEqual([
    { field: 'onDay', code: 'date_future' },
  ])
  expect((await mine.post(`${path}/contacts/${logged.body.id}/done`, {})).status).toBe(200)
  const tag = await mine.post(`${path}/tags`, { name: 'Homeless' })
  expect((await ask(path, 'PUT', { firstName: 'Morag', lastName: 'Roe', phone: '0151 496 0999' })).status).toBe(200)
  const { body } = await mine.get(path)
  expect(body).toMatchObject({
    details: { lastName: 'Roe', phone: '+441514960999', town: null },
    alike: [],
    corrections: [],
  })
  expect(body.tags.map(({ name }: { name: string }) => name)).toEqual(['Homeless', 'The first service'])
  expect(body.contacts[0]).toMatchObject({ way: 'visit', minutes: 60, next: { step: 'Write', on: '2026-01-09' } })
  expect(body.referrals).toMatchObject([{ id: referral, received: true }])
  expect((await ask(`${path}/tags/${tag.body.id}`, 'DELETE')).status).toBe(204)
  expect((await ask(`${path}/contacts/${logged.body.id}`, 'DELETE')).status).toBe(204)
  expect((await mine.post('/people/search', { q: 'morag roe' })).body.people[0].id).toBe(person)
})

test('PPL-2: two records are merged and made two again', async () => {
  const [one, two] = [await accepted(), await accepted()]
  expect((await mine.get(`/people/${two.person}`)).body.alike).toContain(one.person)
  const merge = await mine.post(`/people/${one.person}/merge`, { other: two.person })
  expect(merge.status).toBe(201)
  expect((await mine.get(`/people/${two.person}`)).body.id).toBe(one.person)
  const again = await mine.post(`/people/${one.person}/merge`, { other: two.person })
  expect([again.status, again.body.code]).toEqual([409, 'already_answered'])
  expect((await mine.post(`/people/merges/${merge.body.id}/undo`, {})).body).toEqual({
    from: two.person,
    into: one.person,
  })
  expect((await mine.post(`/people/${one.person}/distinct`, { other: two.person })).status).toBe(204)
  expect((await mine.get(`/people/${two.person}`)).body.alike).not.toContain(one.person)
})

test('PPL-3: to everybody else a record is absent, in lists and searches too; a token without the scope has none', async () => {
  const { person } = await accepted()
  const merge = (await mine.post(`/people/${person}/merge`, { other: (await accepted()).person })).body.id
  for (const role of ['second', 'coordinator', 'outsider', 'referrer'] as const) {
    const other = await clientFor(app, world.users[role])
    const tries = [
      await other.get(`/people/${person}`),
      await other.post(`/people/${person}/contacts`, call),
      await other.post(`/people/${person}/tags`, { name: 'Mine' }),
      await other.post(`/people/${person}/merge`, { other: person.replace(/.$/, '0') }),
      await other.post(`/people/merges/${merge}/undo`, {}),
    ]
    expect([role, ...tries.map(({ status }) => status)]).toEqual([role, 404, 404, 404, 404, 404])
    expect((await other.get('/people')).body.people).toEqual([])
    expect((await other.post('/people/search', { q: 'penhaligon' })).body.people).toEqual([])
    expect((await other.get('/people/tags')).body.tags).toEqual([])
  }
  for (const role of ['commissioner', 'administrator'] as const)
    expect((await (await clientFor(app, world.users[role])).get('/people')).status).toBe(404)
  const narrow = await clientFor(app, world.users.first, ['directory:read'])
  expect((await narrow.get(`/people/${person}`)).status).toBe(404)
  const reading = await clientFor(app, world.users.first, ['referrals:read'])
  expect((await reading.get(`/people/${person}`)).status).toBe(200)
  expect((await reading.post(`/people/${person}/tags`, { name: 'No' })).status).toBe(404)
})
