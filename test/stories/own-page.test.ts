/** PUB-3: the person who was referred, without an account, at the page of their own. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setRestriction } from '#src/actions/safety/set-restriction.ts'
import { wipeReferrals } from '#src/db/privacy/wipe.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'
import { atOwnPage, cardFor } from '#test/own-page.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await network(app)
})
afterAll(() => app?.stop())
beforeEach(async () => {
  await sql`delete from guess`.execute(app.database.owner)
})

const helped = async () => {
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  return id
}
const messages = (id: string, template: string) =>
  app.database.owner
    .selectFrom('message')
    .select(['recipient', 'codes', 'userId', 'organisationId'])
    .where('referralId', '=', id)
    .where('template', '=', template)
    .execute()
const actions = async (id: string) => {
  const rows = await app.database.owner.selectFrom('event').select('action').where('referralId', '=', id).execute()
  return rows.map(({ action }) => action)
}
const statusFor = async (role: Parameters<typeof world.as>[0], id: string) =>
  (await (await app.as(world.users[role])).get(`/referrals/${id}`)).status

describe('the card and its code', () => {
  test('PUB-3: the sender, a helper and the coordinator give one; who was only asked, or nobody, does not; it is in the history', async () => {
    const { id } = await world.send({ needs: ['food', 'housing'], ask: ['first', 'second'] })
    for (const role of ['referrer', 'coordinator'] as const) await cardFor(app, world, id, role)
    const path = `/referrals/${id}/person-code`
    for (const role of ['first', 'second', 'outsider'] as const)
      expect((await (await app.as(world.users[role])).get(path)).status, role).toBe(404)
    await world.act('first', 'accept', { id, service: 'first' }, {})
    await cardFor(app, world, id, 'first')
    expect((await actions(id)).filter(action => action === 'personCode')).toHaveLength(3)
    const { codeHash } = await app.database.owner
      .selectFrom('personCode')
      .select('codeHash')
      .where('referralId', '=', id)
      .executeTakeFirstOrThrow()
    expect(codeHash).toHaveLength(32)
  })

  test('PUB-3: a new code ends the old one, and ending it closes the page that is open', async () => {
    const id = await helped()
    const old = await cardFor(app, world, id)
    const { post } = await atOwnPage(app, old)
    const card = await cardFor(app, world, id)
    expect((await post('')).status).toBe(422)
    expect((await atOwnPage(app, old)).page.status).toBe(422)
    const open = await atOwnPage(app, card)
    expect(open.page.status).toBe(200)
    const referrer = await app.as(world.users.referrer)
    const ended = await referrer.fill(`/referrals/${id}/person-code`, { do: 'end' })
    expect(ended.text).toContain('opens nothing any more')
    expect((await open.post('/withdraw', { step: 'do' })).status).toBe(422)
    expect(await statusFor('first', id)).toBe(200)
  })

  test('SECURITY: a wrong code and an unknown reference are answered alike, and ten guesses shut it for a while', async () => {
    const card = await cardFor(app, world, await helped())
    const browser = app.browser()
    const wrong = await browser.fill('/p', { ...card, code: '0000 0000' })
    const unknown = await browser.post('/p', { reference: '2222-22222', code: card.code })
    const errors = [wrong, unknown].map(({ text }) => /do not belong together/.test(text))
    expect([wrong.status, unknown.status, ...errors]).toEqual([422, 422, true, true])
    for (let nth = 0; nth < 9; nth++) await browser.post('/p', { ...card, code: `0000 000${nth}` })
    expect((await browser.post('/p', card)).status).toBe(429)
    expect(browser.cookies.size).toBe(0)
  })
})

describe('what it shows', () => {
  test('PUB-3: who was asked, how far it is, whom to call and who looked; no name, no need, nothing kept', async () => {
    const id = await helped()
    expect(await statusFor('first', id)).toBe(200)
    const { page, browser } = await atOwnPage(app, await cardFor(app, world, id))
    const first = app.database.owner
      .selectFrom('service')
      .innerJoin('organisation as o', 'o.id', 'service.organisationId')
    const { name, service } = await first
      .select(['o.name', 'service.name as service'])
      .where('service.id', '=', world.services.first)
      .executeTakeFirstOrThrow()
    expect(page.text).toContain('Somebody is helping you')
    expect(page.text.split(name).length).toBeGreaterThan(2)
    expect(page.text).not.toContain(service)
    expect(page.text).toMatch(/<title>Your page/)
    expect(page.text).not.toMatch(/Penhaligon|Food|L4 /)
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(browser.cookies.size).toBe(0)
  })

  test('PUB-3: of a restricted referral names stand on the screen only when asked for, and no address ever', async () => {
    const id = await helped()
    await setRestriction(await world.as('referrer'), id, true)
    const { page, post } = await atOwnPage(app, await cardFor(app, world, id))
    const { name } = await app.database.owner
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', world.organisations.first)
      .executeTakeFirstOrThrow()
    expect(page.text).not.toContain(name)
    expect(page.text).toContain('Somebody we asked (1)')
    expect((await post('', { names: 'show' })).text).toContain(name)
    const { postcode } = await app.database.owner
      .selectFrom('referralPerson')
      .select('postcode')
      .where('referralId', '=', id)
      .executeTakeFirstOrThrow()
    expect((await post('/contact', { step: 'ask' })).text).not.toContain(postcode ?? '?')
  })

  test('PUB-3, PRIV-1: once it is anonymised the page says that the details are gone, and offers nothing else', async () => {
    const id = await helped()
    const card = await cardFor(app, world, id)
    await wipeReferrals(app.database.owner, [id], 'retention', new Date())
    const { page, post } = await atOwnPage(app, card)
    expect(page.text).toContain('Your details are gone')
    expect(page.text).not.toMatch(/\/p\/(?:withdraw|contact|called)/)
    expect((await post('/called')).text).toContain('not possible any more')
  })
})

describe('what the person does', () => {
  test('PUB-3: “Nobody has called me” tells the coordinator and those asked, by the reference, once a day', async () => {
    const id = await helped()
    const { page, post } = await atOwnPage(app, await cardFor(app, world, id))
    expect(page.text).toContain('Nobody has called me')
    expect((await post('/called')).text).toContain('They have been told that you are waiting')
    expect((await post('/called')).text).toContain('They were told already today')
    const told = await messages(id, 'not_called')
    expect(told.map(({ userId }) => userId)).toContain(world.users.coordinator)
    expect(told.length).toBeGreaterThan(1)
    expect(JSON.stringify(told)).not.toContain('Penhaligon')
    expect((await actions(id)).filter(action => action === 'nobodyCalled')).toHaveLength(1)
  })

  test('PUB-3: corrected contact details are on the referral, and offered to those who help: their own record stays', async () => {
    const id = await helped()
    const { post } = await atOwnPage(app, await cardFor(app, world, id))
    const asked = await post('/contact', { step: 'ask' })
    const values = Object.fromEntries(
      ['phone', 'email', 'line1', 'line2', 'town', 'postcode', 'seen'].map(name => {
        const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(asked.text)?.[0] ?? ''
        return [name, /value="([^"]*)"/.exec(input)?.[1] ?? '']
      }),
    )
    const wrong = await post('/contact', { ...values, phone: 'no' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="no"')
    const saved = await post('/contact', { ...values, phone: '0151 496 0777' })
    expect(saved.text).toContain('Those who are helping have been told')
    const stale = await post('/contact', { ...values, phone: '0151 496 0888' })
    expect(stale.text).toContain('It was changed while this page was open')
    const of = (table: 'referralPerson' | 'person') => app.database.owner.selectFrom(table).select('phone')
    expect(await of('referralPerson').where('referralId', '=', id).execute()).toEqual([{ phone: '+441514960777' }])
    const own = app.database.owner
      .selectFrom('person')
      .innerJoin('personReferral', 'personReferral.personId', 'person.id')
      .select('person.phone')
      .where('personReferral.referralId', '=', id)
    expect((await own.execute()).map(({ phone }) => phone)).not.toContain('+441514960777')
    expect((await messages(id, 'corrected')).length).toBeGreaterThan(0)
    const [event] = await app.database.owner
      .selectFrom('event')
      .select('codes')
      .where('referralId', '=', id)
      .where('action', '=', 'contactCorrected')
      .execute()
    expect(event?.codes).toEqual({ fields: ['phone'] })
  })

  test('PUB-3: taking consent back is asked once more, cuts everybody off at once, and tells those who held it', async () => {
    const id = await helped()
    const { post } = await atOwnPage(app, await cardFor(app, world, id))
    expect((await post('/withdraw', { step: 'ask' })).text).toContain('Take your consent back?')
    expect(await statusFor('first', id)).toBe(200)
    expect((await post('/withdraw', { step: 'do' })).text).toContain('Nobody can open your details any more')
    expect(await statusFor('first', id)).toBe(404)
    for (const role of ['referrer', 'coordinator'] as const)
      expect((await (await app.as(world.users[role])).get(`/referrals/${id}`)).text).not.toContain('Penhaligon')
    const told = await messages(id, 'consent_withdrawn')
    expect(told.map(({ userId }) => userId)).toEqual(
      expect.arrayContaining([world.users.coordinator, world.users.referrer]),
    )
    expect(told.length).toBeGreaterThan(2)
    expect(await actions(id)).toEqual(expect.arrayContaining(['withdraw', 'withdrawConsent']))
    await post('/withdraw', { step: 'do' })
    expect((await actions(id)).filter(action => action === 'withdrawConsent')).toHaveLength(1)
  })

  test('PUB-3: taken back in the moment of accepting, it ends withdrawn and nobody reads it', async () => {
    const { id } = await world.send({ needs: ['food'], ask: ['first'] })
    const { post } = await atOwnPage(app, await cardFor(app, world, id))
    await Promise.allSettled([
      world.act('first', 'accept', { id, service: 'first' }, {}),
      post('/withdraw', { step: 'do' }),
    ])
    expect(await statusFor('first', id)).toBe(404)
    const { status, consentWithdrawnAt } = await app.database.owner
      .selectFrom('referral')
      .select(['status', 'consentWithdrawnAt'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(status).toBe('withdrawn')
    expect(consentWithdrawnAt).not.toBeNull()
  })

  test('PUB-3: in Welsh, without anything remembered', async () => {
    const card = await cardFor(app, world, await helped())
    const page = await app.browser().fill('/p?lang=cy', card)
    expect(page.text).toContain('Mae rhywun yn eich helpu')
    expect(page.text).toContain('action="/p/withdraw?lang=cy"')
  })
})
