/** Keeping a network's form over the API: its versions, its draft, publishing it, and who may (FORM-5, API-1). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultForm } from '#src/domain/form.ts'
import { buildWorld, type Client, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { ask, when } from '#test/own-form.ts'

let app: App
let world: World
let keeper: Client
let path: string

beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app)
  keeper = await world.as('coordinator')
  path = `/networks/${world.networkId}/form`
})
afterAll(() => app?.stop())

const sections = [{ id: 'home', title: { en: 'Their home' } }]
const rented = ask({ id: 'rented', label: { en: 'Do they rent?' } })
const notice = ask({ id: 'notice', label: { en: 'Is there a notice?' }, enableWhen: when('rented', '=', true) })

test('FORM-5, API-1: a coordinator’s client lists versions, replaces the draft, reads it and publishes it', async () => {
  const before = await keeper.get(`${path}/versions`)
  expect(before.status).toBe(200)
  expect(before.body.items).toMatchObject([{ version: 1, status: 'published' }])
  const definition = { ...defaultForm, sections, questions: [rented, notice] }
  const kept = await keeper.put(`${path}/draft`, { definition })
  expect(kept.status).toBe(200)
  expect(kept.body).toMatchObject({ version: 2, status: 'draft', basedOn: 1, problems: [] })
  expect((await keeper.get(path)).body.questions).toEqual([])
  const { body: draft } = await keeper.get(`${path}/versions/2`)
  expect(draft.definition.questions.map((one: { id: string }) => one.id)).toEqual(['rented', 'notice'])
  const stale = await keeper.post(`${path}/publish`, { seen: 'something else' })
  expect(stale.status).toBe(409)
  const published = await keeper.post(`${path}/publish`, { seen: draft.mark })
  expect(published.body).toMatchObject({ version: 2, status: 'published' })
  expect((await keeper.get(path)).body).toMatchObject({ version: 2, questions: [{ id: 'rented' }, { id: 'notice' }] })
  const first = await keeper.get(`${path}/versions/1`)
  expect(first.body).toMatchObject({ status: 'superseded', definition: { questions: [] } })
})

test('FORM-5: a draft sent whole is refused with a cycle or a dangling condition, each by its question; nothing is kept', async () => {
  const send = (questions: object[], changes: object = {}) =>
    keeper.put(`${path}/draft`, { definition: { ...defaultForm, sections, questions, ...changes } })
  const cycle = await send([{ ...rented, enableWhen: when('notice', '=', true) }, notice])
  expect(cycle.status).toBe(422)
  expect(cycle.body.errors).toEqual([{ field: 'definition.questions.rented', code: 'not_earlier' }])
  const dangling = await send([notice])
  expect(dangling.body.errors).toEqual([{ field: 'definition.questions.notice', code: 'dangling' }])
  const twice = await send([rented], { sections: [...sections, ...sections] })
  expect(twice.body.errors).toEqual([{ field: 'definition.sections.home', code: 'same_id' }])
  const unknown = await send([{ ...rented, colour: 'red' }])
  expect(unknown.status).toBe(422)
  const { body } = await keeper.get(`${path}/versions`)
  expect(body.items.filter(({ status }: { status: string }) => status === 'draft')).toEqual([])
})

test('FORM-5: a draft may have problems, and is not published until they are mended; one can throw it away', async () => {
  const listless = ask({ id: 'tenure', kind: 'one_of', options: [] })
  const { body: draft } = await keeper.put(`${path}/draft`, {
    definition: { ...defaultForm, sections, questions: [listless] },
  })
  expect(draft.problems).toEqual([{ question: 'tenure', code: 'no_options' }])
  const refused = await keeper.post(`${path}/publish`, { seen: draft.mark })
  expect(refused.status).toBe(409)
  expect(refused.body.errors).toEqual([{ field: 'questions.tenure', code: 'no_options' }])
  const overtaken = await keeper.put(`${path}/draft`, { definition: defaultForm, seen: 'other' })
  expect(overtaken.status).toBe(409)
  expect((await keeper.delete(`${path}/draft?seen=${draft.mark}`)).status).toBe(204)
  expect((await keeper.get(`${path}/versions/${draft.version}`)).status).toBe(404)
})

test('SECURITY: a form is kept by coordinators of its network alone, and by a token with services:write alone', async () => {
  const tries = [
    ['get', `${path}/versions`],
    ['get', `${path}/versions/1`],
    ['put', `${path}/draft`],
    ['post', `${path}/publish`],
    ['delete', `${path}/draft?seen=x`],
  ] as const
  const elsewhere = await buildWorld(app)
  const clients = [
    await world.as('sender'),
    await world.as('commissioner'),
    await world.as('coordinator', ['directory:read', 'referrals:read', 'referrals:write', 'reports:read']),
    await elsewhere.as('coordinator'),
  ]
  for (const client of clients)
    for (const [method, to] of tries) {
      const body = method === 'put' ? { definition: defaultForm } : { seen: 'x' }
      const { status } = await client[method](to, body)
      expect([method, to, status]).toEqual([method, to, 404])
    }
  const narrow = await world.as('coordinator', ['services:write'])
  expect((await narrow.get(`${path}/versions`)).status).toBe(200)
})
