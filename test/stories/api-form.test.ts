/** The form over the API: read as JSON and as FHIR, answered, and refused question by question (FORM-5, FORM-6, API-1). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepOrganisationQuestions } from '#src/actions/keep-organisation-questions.ts'
import { loadActor } from '#src/db/actors.ts'
import type { Item } from '#src/domain/questionnaire.ts'
import { buildWorld, type Client, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { ask, publish, when } from '#test/own-form.ts'

let app: App
let world: World
let sender: Client

beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app)
  sender = await world.as('sender')
  const on = (answer: unknown, does: object) => ({ operator: '=' as const, answer, does }) as never
  await publish(app.database, world.networkId, {
    sections: [{ id: 'home', title: { en: 'Their home', cy: 'Eu cartref' } }],
    questions: [
      ask({ id: 'rented', required: true, label: { en: 'Do they rent?', cy: 'Ydyn nhw’n rhentu?' } }),
      ask({
        ...{ id: 'threat', kind: 'several_of', required: true, help: { en: 'All that apply' } },
        options: [
          { key: 'notice', label: { en: 'A notice' } },
          { key: 'bailiffs', label: { en: 'Bailiffs' } },
        ],
        enableWhen: {
          behaviour: 'any',
          conditions: [
            { question: 'rented', operator: '=', answer: true },
            { question: 'age', operator: '<', answer: 18 },
          ],
        },
        effects: [
          {
            ...(on('bailiffs', { kind: 'add_need', categoryId: world.category.debt }) as object),
            operator: 'includes',
          } as never,
          {
            ...(on('bailiffs', { kind: 'rule_out', serviceId: world.service.both }) as object),
            operator: 'includes',
          } as never,
        ],
      }),
      ask({ id: 'rooms', kind: 'number', least: 1, most: 9, enableWhen: when('threat', 'includes', 'bailiffs') }),
    ],
  })
})
afterAll(() => app?.stop())

const answered = (answers: object, changes: object = {}) => {
  const order = world.order(changes)
  return { ...order, submission: { ...order.submission, needs: [world.category.food], answers } }
}

test('FORM-5: a client reads the form in use, with its conditions, and what it may answer', async () => {
  const { status, body } = await sender.get(`/networks/${world.networkId}/form`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ version: 2, parts: expect.arrayContaining(['person', 'section.home', 'needs']) })
  expect(body.fields).toContainEqual(expect.objectContaining({ field: 'person.firstName', show: 'required' }))
  expect(body.fields.map((one: { field: string }) => one.field)).not.toContain('person.title')
  expect(body.questions[2].enableWhen.conditions[0]).toEqual({
    question: 'threat',
    operator: 'includes',
    answer: 'bailiffs',
  })
  const stranger = await world.as('other')
  expect((await stranger.get(`/networks/${world.networkId}/form`)).status).toBe(200)
  expect((await sender.get('/networks/00000000-0000-4000-8000-000000000009/form')).status).toBe(404)
})

test('FORM-5: the form as a FHIR R4 Questionnaire: every item once, conditions on items that are there', async () => {
  const { status, headers, text } = await sender.get(`/networks/${world.networkId}/form/questionnaire`)
  const body = JSON.parse(text)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/fhir+json')
  expect(body).toMatchObject({
    resourceType: 'Questionnaire',
    status: 'active',
    version: '2',
    subjectType: ['Patient'],
  })
  const items = flat(body.item)
  const links = items.map(({ linkId }) => linkId)
  expect(new Set(links).size).toBe(links.length)
  const types = ['group', 'display', 'boolean', 'decimal', 'integer', 'date', 'string', 'text', 'choice']
  for (const item of items) {
    expect(types).toContain(item.type)
    expect(item.text).not.toBe('')
    expect(JSON.stringify(item)).not.toContain('[]')
    if (item.type === 'group') expect(item.item?.length).toBeGreaterThan(0)
    expect(item.type === 'choice').toBe(item.answerOption !== undefined)
    for (const { question, ...rest } of item.enableWhen ?? []) {
      expect(links).toContain(question)
      expect(Object.keys(rest).filter(key => key.startsWith('answer'))).toHaveLength(1)
      expect(['exists', '=', '!=', '<', '>', '<=', '>=']).toContain(rest.operator)
    }
    if (item.enableWhen) expect(['all', 'any']).toContain(item.enableBehavior)
    else expect(item.enableBehavior).toBeUndefined()
  }
  const threat = items.find(({ linkId }) => linkId === 'threat')
  expect(threat).toMatchObject({ type: 'choice', repeats: true, required: true, enableBehavior: 'any' })
  expect(threat?.enableWhen).toEqual([
    { question: 'rented', operator: '=', answerBoolean: true },
    { question: 'age', operator: '<', answerInteger: 18 },
  ])
  expect(items.find(({ linkId }) => linkId === 'age')).toMatchObject({ type: 'integer', readOnly: true })
  expect(items.find(({ linkId }) => linkId === 'rented')?._text?.extension[0]?.extension).toContainEqual({
    url: 'content',
    valueString: 'Ydyn nhw’n rhentu?',
  })
})

test('FORM-5: answers are sent, and errors name their question; what is not asked is dropped', async () => {
  const missing = await sender.post('/referrals', answered({}))
  expect(missing.status).toBe(422)
  expect(missing.headers.get('content-type')).toContain('application/problem+json')
  expect(missing.body.errors).toEqual([{ field: 'submission.answers.rented', code: 'required' }])
  const wrong = await sender.post('/referrals', answered({ rented: true, threat: ['bailiffs', 'ghosts'], rooms: 12 }))
  expect(wrong.body.errors).toEqual([{ field: 'submission.answers.threat', code: 'choose' }])
  const sent = await sender.post('/referrals', answered({ rented: true, threat: ['bailiffs'], rooms: 3 }))
  expect(sent.status).toBe(201)
  const { body } = await sender.get(`/referrals/${sent.body.id}`)
  expect(body.answers).toEqual([
    { question: 'rented', label: 'Do they rent?', value: true, organisation: null },
    { question: 'threat', label: 'About threat?', value: ['bailiffs'], organisation: null },
    { question: 'rooms', label: 'About rooms?', value: 3, organisation: null },
  ])
  expect(body.needs.map((one: { category: string }) => one.category).toSorted()).toEqual(
    [world.category.food, world.category.debt].toSorted(),
  )
  const asked = [...body.assignments, ...body.shortlist].map((one: { service: { id: string } }) => one.service.id)
  expect(asked).not.toContain(world.service.both)
  const dropped = await sender.post('/referrals', answered({ rented: false, threat: ['bailiffs'], rooms: 3 }))
  expect((await sender.get(`/referrals/${dropped.body.id}`)).body.answers).toHaveLength(1)
})

test('FORM-5, SUG-3: suggestions hear the answers: needs added, services ruled out and by which answer', async () => {
  const sought = { network: world.networkId, needs: [], answers: { rented: true, threat: ['bailiffs'] } }
  const { body } = await sender.post('/suggestions', sought)
  expect(body.needs).toEqual([world.category.debt])
  expect(body.asked).toEqual(['rented', 'threat', 'rooms'])
  expect(body.suggested.map((one: { service: { id: string } }) => one.service.id)).toEqual([world.service.debt])
  const out = body.ruledOut.find((one: { service: { id: string } }) => one.service.id === world.service.both)
  expect(out.because).toContainEqual({
    code: 'answer',
    question: 'threat',
    words: 'Ruled out by the answer to “About threat?”',
  })
  const needless = await sender.post('/suggestions', { ...sought, answers: {} })
  expect(needless.body.errors).toEqual([{ field: 'needs', code: 'needs' }])
})

test('FORM-6: an organisation’s questions are read, answered for it alone, and refused by question', async () => {
  const { owner } = app.database
  const actor = await loadActor(owner, world.user.coordinator, null)
  if (!actor) throw new Error('no coordinator')
  const ctx = { db: app.database.db, actor, now: app.clock.now, secret: app.config.secret, baseUrl: app.url }
  const on = { organisationId: world.organisation.pantry, networkId: world.networkId }
  await keepOrganisationQuestions(ctx, on, 0, {
    questions: [{ ...ask({ id: 'diet', kind: 'text', section: 'own', required: true }), effects: [] }],
  })
  const read = await sender.get(`/organisations/${world.organisation.pantry}/questions?network=${world.networkId}`)
  expect(read.body).toMatchObject({ version: 1, questions: [{ id: 'diet', required: true }] })
  const order = answered({ rented: false }, { shortlist: [world.service.both] })
  const missing = await sender.post('/referrals', order)
  const field = `submission.organisationAnswers.${world.organisation.pantry}.diet`
  expect(missing.body.errors).toEqual([{ field, code: 'required' }])
  const organisationAnswers = { [world.organisation.pantry]: { diet: 'No turnips' } }
  const sent = await sender.post('/referrals', { ...order, submission: { ...order.submission, organisationAnswers } })
  expect(sent.status).toBe(201)
  const seenBy = async (name: 'sender' | 'pantry' | 'coordinator') =>
    (await (await world.as(name)).get(`/referrals/${sent.body.id}`)).text.includes('No turnips')
  expect([await seenBy('sender'), await seenBy('pantry'), await seenBy('coordinator')]).toEqual([true, true, false])
})

function flat(items: readonly Item[]): Item[] {
  return items.flatMap(item => [item, ...flat(item.item ?? [])])
}
