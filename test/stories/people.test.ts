/** PPL: people in the browser, without JavaScript: from an acceptance to a record with its log, tags and merges. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type Role, type World } from '#test/network.ts'

let app: App
let world: World
let browser: Browser
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  browser = await as('first')
})
afterAll(() => app.stop())

const as = (role: Role): Promise<Browser> => app.as(world.users[role])

/** The page of the record that accepting by one click leads to. */
async function accepted(lastName: string, more: object = {}) {
  const person = { ...{ title: '', firstName: 'Morag', lastName, dateOfBirth: '1984-02-29' }, ...blank, ...more }
  const { id, reference } = await world.send({ needs: ['food'], ask: ['first'], fill: { person } })
  const page = await browser.get(`/referrals/${id}`)
  const [, accept = ''] = /action="([^"]+\/accept)"/.exec(page.text) ?? []
  const { location } = await browser.post(accept)
  const after = await browser.get(location ?? '')
  const { rows } = await sql<{
    personId: string
  }>`select person_id from person_referral where referral_id = ${id}`.execute(app.database.owner)
  return { id, reference, text: after.text, person: rows[0]?.personId ?? '' }
}
const blank = { phone: '', email: 'morag@example.com', preferredContact: '' as const }
const contact = {
  ...{ way: 'phone', what: 'Rang about the hearing.', minutes: '25', nextStep: 'Ring the court' },
  ...{ 'onDay-day': '5', 'onDay-month': '1', 'onDay-year': '2026' },
  ...{ 'nextOn-day': '9', 'nextOn-month': '1', 'nextOn-year': '2026' },
}

describe('PPL-1: after accepting', () => {
  test('the referral leads to the person, tagged with what they came for', async () => {
    const { text, person, reference } = await accepted('Alderson')
    expect(text).toContain(`href="/people/${person}"`)
    const page = await browser.get(`/people/${person}`)
    for (const shown of ['Morag Alderson', 'born 29 February 1984', 'The first service', reference, 'L4 9ZQ'])
      expect(page.text).toContain(shown)
  })

  test('of somebody known, both records stand side by side; one press joins them, one undoes it', async () => {
    const one = await accepted('Twice')
    const two = await accepted('Twice', { phone: '07700 900321' })
    const compare = `/people/${two.person}/merge/${one.person}`
    expect(two.text).toContain(`href="${compare}"`)
    const page = await browser.get(compare)
    expect(page.text).toContain('Is this the same person as Morag Twice?')
    expect(page.text).toContain('07700 900321')
    const merged = await browser.post(compare, { same: 'yes' })
    expect(merged.location).toBe(`/people/${one.person}?done=merged`)
    expect((await browser.get(`/people/${two.person}`)).location).toBe(`/people/${one.person}`)
    const record = await browser.get(`/people/${one.person}`)
    for (const shown of [one.reference, two.reference, 'The merged record says something else'])
      expect(record.text).toContain(shown)
    const [, undo = ''] = /action="(\/people\/merges\/[^"]+)"/.exec(record.text) ?? []
    await browser.post(undo)
    expect((await browser.get(`/people/${two.person}`)).status).toBe(200)
  })

  test('two different people stay two, and the question is not asked again', async () => {
    const [one, two] = [await accepted('Distinct'), await accepted('Distinct')]
    await browser.fill(`/people/${two.person}/merge/${one.person}`, { same: 'no' })
    expect((await browser.get(`/people/${two.person}`)).text).not.toContain('Compare the two records')
  })

  test('a sender keeps the person whom it referred', async () => {
    const { id } = await world.send({ needs: ['food'], ask: ['first'] })
    const sender = await as('referrer')
    await sender.get(`/referrals/${id}`)
    const { location } = await sender.post(`/referrals/${id}/keep`)
    expect((await sender.get(location ?? '')).text).toContain('Morag Penhaligon')
    expect((await sender.get(`/referrals/${id}`)).text).toContain('View person')
  })
})

describe('PPL-2: a record', () => {
  test('logs a contact with its next step, which is then done; totals count it', async () => {
    const { person } = await accepted('Logged')
    const url = `/people/${person}`
    await browser.get(url)
    expect((await browser.post(`${url}/contacts`, contact)).location).toBe(`${url}?done=contact#log`)
    const page = await browser.get(url)
    for (const shown of [
      'Rang about the hearing.',
      'Phone call, 25 minutes',
      'Ring the court',
      'Overdue',
      '1 contact, 25 minutes in all',
    ])
      expect(page.text).toContain(shown)
    expect((await browser.get('/people?show=due')).text).toContain('Morag Logged')
    const [, done = ''] = /action="([^"]+\/done)"/.exec(page.text) ?? []
    await browser.post(done)
    expect((await browser.get('/people?show=due')).text).not.toContain('Morag Logged')
  })

  test('keeps what was typed where something is wrong, and says what', async () => {
    const { person } = await accepted('Wrong')
    await browser.get(`/people/${person}`)
    const answer = await browser.post(`/people/${person}/contacts`, {
      ...contact,
      minutes: '9999',
      'onDay-year': '2999',
    })
    expect(answer.status).toBe(422)
    for (const shown of ['Error: ', 'Enter how many minutes', 'Rang about the hearing.', 'value="9999"'])
      expect(answer.text).toContain(shown)
    const later = await browser.post(`/people/${person}/contacts`, { ...contact, 'onDay-year': '2999' })
    expect(later.text).toContain('The day must be today or in the past')
  })

  test('changes its details, and says who changed them; the referral stays as sent', async () => {
    const { person, id } = await accepted('Changed')
    await browser.get(`/people/${person}/edit`)
    const wrong = await browser.post(`/people/${person}/edit`, { firstName: '', lastName: '', town: 'Bootle' })
    expect(wrong.text).toContain('Enter a first name or a last name')
    expect(wrong.text).toContain('value="Bootle"')
    const details = { firstName: 'Morag', lastName: 'Rechristened', phone: '0151 496 0999', postcode: 'l4 9zq' }
    await browser.post(`/people/${person}/edit`, {
      ...details,
      'safeContact.channels': ['phone'],
      'safeContact.voicemail': 'no',
    })
    const page = await browser.get(`/people/${person}`)
    for (const shown of [
      'Morag Rechristened',
      '0151 496 0999',
      'Do not leave a voicemail',
      'last changed by The first',
    ])
      expect(page.text).toContain(shown)
    expect((await browser.get(`/referrals/${id}`)).text).toContain('Morag Changed')
  })

  test('every reading is on record', async () => {
    const { person } = await accepted('Watched')
    const count = async () =>
      (
        await sql<{
          n: number
        }>`select count(*)::int as n from view_record where person_id = ${person} and what = 'page'
        and user_id = ${world.users.first}`.execute(app.database.owner)
      ).rows[0]?.n ?? 0
    const before = await count()
    await browser.get(`/people/${person}`)
    expect(await count()).toBe(before + 1)
  })
})

describe('PPL-2: tags', () => {
  test('are words with counts; a tag’s page has its people, a year of activity, and a file of them', async () => {
    const { person } = await accepted('Tagged')
    await browser.get(`/people/${person}`)
    await browser.post(`/people/${person}/tags`, { name: 'Eviction =now' })
    await browser.post(`/people/${person}/contacts`, contact)
    const list = await browser.get('/people')
    const [, tag = ''] =
      /href="(\/people\/tags\/[^"]+)"[^>]*>Eviction =now <span class="figure">1/.exec(list.text) ?? []
    const page = await browser.get(tag)
    for (const shown of ['1 person is tagged Eviction =now', 'Morag Tagged', 'January 2026', '<svg class="month-bars"'])
      expect(page.text).toContain(shown)
    const csv = await browser.get(`${tag}/people.csv`)
    expect(csv.headers.get('content-disposition')).toContain('.csv')
    expect(csv.text).toMatch(/Morag,Tagged,1984-02-29.*Eviction =now; The first service/)
    expect((await browser.get(`${tag}/people.xlsx`)).headers.get('content-type')).toContain('spreadsheetml')
    const { rows } = await sql<{
      what: string
    }>`select what from view_record where person_id = ${person} and what = 'csv'`.execute(app.database.owner)
    expect(rows).toHaveLength(2)
    await browser.fill(tag, { name: 'The FIRST service' })
    expect((await browser.get(tag)).text).toContain('Eviction =now')
    await browser.post(tag, { name: 'Losing home' })
    expect((await browser.get(tag)).text).toContain('tagged Losing home')
    await browser.get(`/people/${person}`)
    await browser.post(`/people/${person}${tag.replace('/people', '')}/remove`)
    expect((await browser.get(tag)).text).toContain('0 people are tagged')
  })
})

describe('PPL-2: searching', () => {
  test('finds by a part, by a misspelling and by number, and no address tells the name', async () => {
    await accepted('Featherstonehaugh', { phone: '07700 900888' })
    for (const words of ['feather', 'Fetherstonehaugh', '07700 900 888', 'morag feath']) {
      await browser.get('/people')
      const { location } = await browser.post('/people/search', { words })
      expect(location).toMatch(/^\/people\?s=[0-9a-f-]{36}$/)
      expect((await browser.get(location ?? '')).text, words).toContain('Morag Featherstonehaugh')
    }
  })
})

test('PPL-3: to every other organisation each address of a record is absent, and no page, search or file has its name', async () => {
  const { person } = await accepted('Quarantine')
  const other = await accepted('Elsewhere')
  await browser.get(`/people/${person}`)
  await browser.post(`/people/${person}/tags`, { name: 'Ours alone' })
  const tag = /href="(\/people\/tags\/[^"]+)"[^>]*>Ours alone/.exec((await browser.get('/people')).text)?.[1] ?? ''
  const found = await browser.post('/people/search', { words: 'Quarantine' })
  const addresses = [`/people/${person}`, `/people/${person}/edit`, `/people/${person}/merge`, tag, `${tag}/people.csv`]
  for (const role of [
    'second',
    'third',
    'coordinator',
    'outsider',
    'administrator',
    'commissioner',
    'referrer',
  ] as const) {
    const stranger = await as(role)
    await stranger.get('/')
    for (const address of [...addresses, `/people/${person}/merge/${other.person}`]) {
      const { status, text } = await stranger.get(address)
      expect([role, address, status]).toEqual([role, address, 404])
      expect(text).not.toMatch(/Quarantine|Ours alone/)
    }
    for (const [address, fields] of [
      [`/people/${person}/edit`, { firstName: 'X', lastName: 'Y' }],
      [`/people/${person}/contacts`, contact],
      [`/people/${person}/tags`, { name: 'Mine' }],
      [`/people/${person}/merge/${other.person}`, { same: 'yes' }],
      [tag, { name: 'Mine' }],
    ] as const) {
      await stranger.get('/')
      expect([role, address, (await stranger.post(address, fields)).status]).toEqual([role, address, 404])
    }
    expect((await stranger.get('/people')).text).not.toMatch(/Quarantine|Ours alone/)
    expect((await stranger.get(found.location ?? '')).text).not.toContain('Quarantine')
  }
  expect((await browser.get(`/people/${person}`)).text).toContain('Morag Quarantine')
})
