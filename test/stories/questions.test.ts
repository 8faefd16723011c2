/** The network's own questions: from the form to those who may read the answers (FORM-1, FORM-5). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { all, bailiffs, beginEviction, eviction, evictionWorld, sent, stored } from '#test/eviction-questions.ts'
import { agree, openMemberForm } from '#test/member-form.ts'
import { network, type World } from '#test/network.ts'
import { publish } from '#test/own-form.ts'

let app: App
let world: World

beforeAll(async () => {
  app = await startApp()
  world = await evictionWorld(app)
})
afterAll(async () => {
  await world?.stop()
  await app?.stop()
})

describe('FORM-5: the network’s questions, without JavaScript', () => {
  test('only the relevant ones are in sight, and Continue shows what an answer asks for before anything is at fault', async () => {
    const { page, post } = await beginEviction(app, world)
    expect(page.text).toContain('Do they rent?')
    expect(hiddenIn(page.text)).toEqual(['threat', 'date'])
    const opened = await post({ 'answers.rented': 'yes', shown: 'rented rooms' })
    expect(opened.status).toBe(200)
    expect(hiddenIn(opened.text)).toEqual(['date'])
    expect(opened.text).toContain('1 more question for you')
    expect(opened.text).not.toContain('Choose one answer')
    const blank = await post({ 'answers.rented': 'yes', shown: 'rented rooms threat' })
    expect(blank.status).toBe(422)
    expect(blank.text).toContain('Choose one answer to “What has happened?”')
  })

  test('each answer at fault is told at its question, and what was typed stays', async () => {
    const { post } = await beginEviction(app, world)
    const wrong = await post({
      ...bailiffs,
      'answers.date-day': '31',
      'answers.date-month': '2',
      'answers.rooms': '12',
      shown: all,
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Enter 9 or less')
    expect(wrong.text).toMatch(/href="#answers\.date"[^>]*>Enter a real date/)
    expect(wrong.text).toMatch(/name="answers\.rooms"[^>]*value="12"/)
    expect(wrong.text).toMatch(/name="answers\.date-day"[^>]*value="31"/)
    const missing = await post({ shown: all })
    expect(missing.text).toContain('Choose yes or no')
  })

  test('answers add a need and urgency, are checked and sent with the form version, and shown to whom it goes', async () => {
    const { browser, path, post } = await beginEviction(app, world)
    expect((await post({ ...bailiffs, 'answers.rooms': '3', shown: all })).location).toBe(`${path}/services`)
    await agree(world, browser, path, 'spoken')
    const check = await browser.get(`${path}/check`)
    expect(check.text).toContain('Their home')
    expect(check.text).toContain('Bailiffs have a date')
    expect(check.text).toContain('3 December 2026')
    expect(check.text).toMatch(/Debt and Housing/)
    const { location } = await browser.post(`${path}/send`)
    const id = location?.split('/')[2] ?? ''
    const referral = await app.database.owner
      .selectFrom('referral')
      .innerJoin('formVersion', 'formVersion.id', 'referral.formVersionId')
      .select(['urgent', 'version'])
      .where('referral.id', '=', id)
      .executeTakeFirstOrThrow()
    expect(referral).toEqual({ urgent: true, version: 2 })
    expect(await stored(app, id)).toEqual(
      [
        ['date', '2026-12-03'],
        ['rented', true],
        ['rooms', 3],
        ['threat', 'bailiffs'],
      ].map(([question, value]) => ({ question, value, organisationId: null, questionsVersion: null })),
    )
    const [asked] = await app.database.owner
      .selectFrom('assignment')
      .select('organisationId')
      .where('referralId', '=', id)
      .execute()
    expect([world.organisations.first, world.organisations.second]).toContain(asked?.organisationId)
    const reader = await app.as(world.users.coordinator)
    const page = await reader.get(`/referrals/${id}`)
    expect(page.text).toContain('On which day?')
    expect(page.text).toContain('3 December 2026')
    expect((await reader.get(`/referrals/${id}/csv`)).text).toContain('What has happened?,Bailiffs have a date')
  })

  test('an answer to a question that is no longer asked is kept in the draft, and dropped when it is sent', async () => {
    const { browser, path, post } = await beginEviction(app, world)
    await post({ ...bailiffs, 'answers.rented': 'no', shown: all })
    expect((await browser.get(path)).text).toMatch(/value="bailiffs"[^>]*checked/)
    const id = await sent(world, browser, path)
    expect((await stored(app, id)).map(({ question, value }) => [question, value])).toEqual([
      ['rented', false],
      ['rooms', null],
    ])
    const { urgent } = await app.database.owner
      .selectFrom('referral')
      .select('urgent')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(urgent).toBe(false)
  })

  test('a service that an answer rules out is not suggested, and the page says by which answer', async () => {
    const { browser, path, post } = await beginEviction(app, world)
    await post({ 'answers.rented': 'yes', 'answers.threat': 'notice', shown: all })
    const { text } = await browser.get(`${path}/services`)
    expect(text).toContain('Ruled out by the answer to “What has happened?”')
    expect(text).toContain('Asked first for Debt')
    const first = /<li class="pick first"[\s\S]*?<\/li>/.exec(text)?.[0]
    expect(first).toContain('The second service')
  })

  test('and still is not suggested when the referral is placed again later', async () => {
    const answers = { rented: 'yes', threat: 'notice' }
    const { id } = await world.send({ needs: ['debt'], ask: [], fill: { answers } })
    const coordinator = await app.as(world.users.coordinator)
    const { text } = await coordinator.get(`/referrals/${id}/needs/place`)
    expect(text).toContain('The second service')
    expect(text).not.toContain('The first service')
  })

  test('a later version of the form leaves the words of what was answered as they were', async () => {
    const { browser, path, post } = await beginEviction(app, world)
    await post({ 'answers.rented': 'no', shown: all })
    const id = await sent(world, browser, path)
    const changed = eviction(world)
    await publish(app.database, world.networkId, {
      ...changed,
      questions: changed.questions.map(one =>
        one.id === 'rented' ? { ...one, label: { en: 'Is it a tenancy?' } } : one,
      ),
    })
    expect((await beginEviction(app, world)).page.text).toContain('Is it a tenancy?')
    const page = await browser.get(`/referrals/${id}`)
    expect(page.text).toContain('Do they rent?')
    expect(page.text).not.toContain('Is it a tenancy?')
    await publish(app.database, world.networkId, eviction(world))
  })
})

test('FORM-1: the network’s order, own labels and lists; what is off is gone, what is required is asked for', async () => {
  const own = await network({ database: app.database })
  await publish(app.database, own.networkId, {
    fields: {
      'person.title': { show: 'optional', list: [{ key: 'mx', label: { en: 'Mx' } }] },
      'person.firstName': { show: 'required', label: { en: 'Given name' }, help: { en: 'As they say it' } },
      'person.lastName': { show: 'optional' },
      'person.phone': { show: 'optional' },
      'person.preferredContact': {
        show: 'required',
        list: [
          { key: 'whatsapp', label: { en: 'WhatsApp' } },
          { key: 'phone', label: { en: 'A call' } },
        ],
      },
    },
    order: ['person.lastName', 'person.firstName', 'person.preferredContact'],
    parts: ['needs', 'person'],
    questions: [],
    sections: [],
  })
  const { browser, path, page } = await openMemberForm(app, own)
  const { text } = page
  const at = (words: string) => {
    expect(text).toContain(words)
    return text.indexOf(words)
  }
  expect(at('id="needs-section"')).toBeLessThan(at('id="person"'))
  expect(at('name="person.lastName"')).toBeLessThan(at('Given name'))
  expect(at('name="person.preferredContact"')).toBeLessThan(at('name="person.phone"'))
  expect(text).toContain('As they say it')
  expect(text).toMatch(/<datalist id="person.title-list"><option value="Mx"/)
  expect(text).not.toContain('name="address.postcode"')
  const typed = { network: own.networkId, go: 'services', needs: own.categories.food, 'person.firstName': 'Ada' }
  expect((await browser.post(path, typed)).text).toContain('Fill this in')
  expect((await browser.post(path, { ...typed, 'person.preferredContact': 'pigeon' })).status).toBe(422)
  expect((await browser.post(path, { ...typed, 'person.preferredContact': 'whatsapp' })).location).toBe(
    `${path}/services`,
  )
})

function hiddenIn(text: string): string[] {
  return [...text.matchAll(/data-question="(\w+)" hidden/g)].map(([, id]) => id ?? '')
}
