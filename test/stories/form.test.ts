/** The referral form for members, through HTTP: who may open it, what is typed in it, and what is sent and kept. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { agree, answers, begin, draftsKept, openMemberForm, sentAs } from '#test/member-form.ts'
import { network, type World } from '#test/network.ts'

let app: App
let world: World

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
})
afterAll(async () => {
  await world?.stop()
  await app?.stop()
})

test('FORM-12: from the form to the sent page, with the reference, who was asked and what happens next', async () => {
  const { browser, path, posted, id } = await begin(app, world, { 'person.dateOfBirth-year': '1951' })
  expect(posted.location).toBe(`${path}/services`)
  const services = await browser.get(`${path}/services`)
  expect(services.text).toContain('Asked first for Food and Debt')
  expect(services.text).toMatch(/10 of 10 places free|9 of 10 places free/)

  const { consent, posted: agreed } = await agree(world, browser, path)
  expect(consent.text).toContain('UK General Data Protection Regulation')
  expect(consent.text).not.toMatch(/name="given"[^>]*\bchecked/)
  expect(agreed.location).toBe(`${path}/check`)

  const check = await browser.get(`${path}/check`)
  expect(check.text).toContain('Blodwen Quillfeather')
  expect(check.text).toContain('Send to 1 organisation')
  const sent = await browser.post(`${path}/send`)
  const [referral] = await sentAs(app, id)
  expect(sent.location).toBe(`/referrals/${referral?.id}/sent`)

  const page = await browser.get(sent.location ?? '')
  expect(page.text).toContain(referral?.reference)
  expect(page.text).toContain('1 open referral awaiting acceptance')
  expect(page.text).toContain('The first service')
  expect(page.text).toContain('they are reminded')
  expect(await draftsKept(app)).toEqual([])
})

test('FORM-14: sending twice, at once or later, makes one referral and shows the same page', async () => {
  const { browser, path, id } = await begin(app, world)
  await agree(world, browser, path)
  await browser.get(`${path}/check`)
  const both = await Promise.all([browser.post(`${path}/send`), browser.post(`${path}/send`)])
  const later = await browser.post(`${path}/send`)
  const back = await browser.get(path)
  const referrals = await sentAs(app, id)
  expect(referrals).toHaveLength(1)
  for (const answer of [...both, later, back]) expect(answer.location).toBe(`/referrals/${referrals[0]?.id}/sent`)
  const again = await browser.post(`${path}/save`, { network: world.networkId, ...answers(world) })
  expect(again.status).toBe(404)
})

test('FORM-14: what is typed is kept, unchecked, for its author alone, and can be thrown away', async () => {
  const { browser, path } = await openMemberForm(app, world)
  expect(await draftsKept(app)).toEqual([])
  const saved = await browser.post(`${path}/save`, {
    network: world.networkId,
    'person.lastName': 'Ochterlony',
    'address.postcode': 'not a postcode',
  })
  expect(JSON.parse(saved.text).saved).toMatch(/^Saved at/)
  const resumed = await browser.get(path)
  expect(resumed.text).toContain('Ochterlony')
  expect(resumed.text).toContain('not a postcode')

  const colleague = await app.as(world.users.referrerPrimary)
  expect((await colleague.get(path)).text).not.toContain('Ochterlony')
  expect((await colleague.fill('/refer', {})).status).toBe(404)
  await colleague.get('/work-as')
  expect((await colleague.post(`${path}/save`, { network: world.networkId })).status).toBe(404)

  await browser.fill(`${path}/discard`)
  expect(await draftsKept(app)).toEqual([])
  await browser.get('/work-as')
  expect((await browser.post(`${path}/save`, { 'person.lastName': 'Ochterlony' })).status).toBe(404)
})

test('FORM-1: every field at fault is told at once, in the order of the form, and what was typed stays', async () => {
  const { posted } = await begin(app, world, {
    'person.firstName': '',
    'person.lastName': 'Quillfeather',
    'person.dateOfBirth-day': '31',
    'person.dateOfBirth-month': '2',
    'person.dateOfBirth-year': '1980',
    'person.phone': '0151 496 0111',
    'address.postcode': 'L4 OTH',
    'details.householdSize': 'many',
    needs: [],
  })
  expect(posted.status).toBe(422)
  expect(posted.text).toContain('<title>Error: Make a referral')
  const told = [...posted.text.matchAll(/<li><a href="#([^"]+)">/g)].map(([, field]) => field)
  expect(told.slice(0, 6)).toEqual([
    'person.firstName',
    'person.dateOfBirth',
    'safeContact.channels',
    'address.postcode',
    'details.householdSize',
    'needs',
  ])
  expect(posted.text).toContain('Did you mean L4 0TH?')
  for (const typed of ['Quillfeather', '0151 496 0111', 'value="31"', 'many']) expect(posted.text).toContain(typed)
})

test('FORM-1: no way of contact is safe is an answer; it beside a safe way is none', async () => {
  const both = await begin(app, world, { 'person.phone': '07700 900123', 'safeContact.channels': ['phone', 'none'] })
  expect(both.posted.text).toContain('not both')
  const { browser, path, id } = await begin(app, world, {
    'person.phone': '07700 900123',
    'safeContact.channels': 'none',
    'safeContact.avoid': '',
  })
  await agree(world, browser, path)
  expect((await browser.get(`${path}/check`)).text).toContain('None of them is safe')
  await browser.post(`${path}/send`)
  const [referral] = await sentAs(app, id)
  const person = await app.database.owner
    .selectFrom('referralPerson')
    .select('safeContact')
    .where('referralId', '=', referral?.id ?? '')
    .executeTakeFirst()
  expect(person?.safeContact).toMatchObject({ channels: [] })
})

test('FORM-2: a postcode outside the area is a warning that does not stop, and its place is named', async () => {
  const { browser, path, posted } = await begin(app, world, { 'address.postcode': 'M1 9ZQ' })
  expect(posted.location).toBe(`${path}/services`)
  const form = await browser.get(path)
  expect(form.text).toContain('Outside Northbank Help')
  expect(form.text).toContain('You can still send this')
  const drawn = await browser.post(path, { go: 'place', ...answers(world) })
  expect(drawn.status).toBe(200)
  expect(drawn.text).toMatch(/<svg[^>]*aria-label="Map of Northbank Help with the place of L4"/)
  const place = await browser.post(`${path}/place`, { 'address.postcode': ' l49zq ' })
  expect(place.text).toContain('L4, Liverpool')
  expect(place.text).not.toContain('Outside')
})

test('FORM-2: where the network says so, a postcode outside the area stops', async () => {
  const strict = await network({ database: app.database, settings: { outsideArea: 'stop' } })
  const { browser, path } = await openMemberForm(app, strict)
  const posted = await browser.post(path, {
    network: strict.networkId,
    ...answers(world, { 'address.postcode': 'M1 9ZQ', needs: strict.categories.food }),
  })
  expect(posted.status).toBe(422)
  expect(posted.text).toContain('only takes referrals from inside it')
})

test('FORM-2: where the network says nothing of places outside, nothing is said', async () => {
  const quiet = await network({ database: app.database, settings: { outsideArea: 'nothing' } })
  const { browser, path } = await openMemberForm(app, quiet)
  const typed = {
    network: quiet.networkId,
    ...answers(world, { 'address.postcode': 'M1 9ZQ', needs: quiet.categories.food }),
  }
  const drawn = await browser.post(path, { go: 'place', ...typed })
  expect(drawn.text).toContain('M1')
  expect(drawn.text).not.toContain('Outside')
  expect((await browser.post(path, { go: 'services', ...typed })).location).toBe(`${path}/services`)
})

test('FORM-2: of half a postcode the place is marked approximate; forces and NHS codes have none, and none is invented', async () => {
  const { browser, path } = await begin(app, world)
  const at = async (postcode: string) => (await browser.post(`${path}/place`, { 'address.postcode': postcode })).text
  expect(await at('L4')).toContain('Approximate')
  expect(await at('l4 9ZQ')).not.toContain('Approximate')
  for (const code of ['BFPO 58', 'ZZ99 3VZ', 'zz993wz']) {
    const text = await at(code)
    expect(text, code).toContain('no place on the map')
    expect(text, code).not.toContain('<svg')
  }
  for (const code of ['BFPO 58', 'ZZ99 3VZ']) {
    const { posted, path } = await begin(app, world, { 'address.postcode': code })
    expect(posted.location, code).toBe(`${path}/services`)
  }
})

test('FORM-2: no fixed address stands in for an address, and is sent as such', async () => {
  const without = await begin(app, world, { 'address.postcode': '' })
  expect(without.posted.text).toContain('Enter their postcode, or tick “No fixed address”')
  const { browser, path, posted, id } = await begin(app, world, {
    'address.postcode': '',
    'address.noFixedAddress': 'yes',
  })
  expect(posted.location).toBe(`${path}/services`)
  await agree(world, browser, path)
  expect((await browser.get(`${path}/check`)).text).toContain('No fixed address')
  await browser.post(`${path}/send`)
  const [referral] = await sentAs(app, id)
  const person = await app.database.owner
    .selectFrom('referralPerson')
    .select(['noFixedAddress', 'latitude', 'postcode'])
    .where('referralId', '=', referral?.id ?? '')
    .executeTakeFirst()
  expect(person).toEqual({ noFixedAddress: true, latitude: null, postcode: null })
})

test('PRIV-3: no name, postcode or word of the story is in any address, title or log', async () => {
  const { browser, path } = await begin(app, world, { circumstances: 'Zanzibarquokka happened to them.' })
  const pages = [await browser.get(path), await browser.get(`${path}/services`)]
  const { posted } = await agree(world, browser, path)
  pages.push(posted, await browser.get(`${path}/check`), await browser.post(`${path}/send`))
  for (const { text, location } of pages) {
    const seen = `${location ?? ''} ${/<title>.*<\/title>/.exec(text)?.[0] ?? ''}`
    expect(seen).not.toMatch(/quillfeather|blodwen|l4|zanzibar/i)
  }
  expect(app.logged.join()).not.toMatch(/quillfeather|zanzibar|l4 ?9zq/i)
})

test('only those whose organisation agreed to share may open the form', async () => {
  for (const role of ['outsider', 'administrator', 'commissioner'] as const) {
    const browser = await app.as(world.users[role])
    expect((await browser.get('/refer')).status).toBe(404)
    expect((await browser.get(`/refer/${randomUUID()}?network=${world.networkId}`)).status).toBe(404)
  }
})
