/** The referral form for members, step by step through HTTP. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type Role, type World } from '#test/network.ts'

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

type Fields = Record<string, string | string[]>

/** What has to be given, in the middle of the network's area. */
function answers(more: Fields = {}): Fields {
  return {
    'person.firstName': 'Blodwen',
    'person.lastName': 'Quillfeather',
    'address.postcode': 'l4 9zq',
    needs: [world.categories.food, world.categories.debt],
    circumstances: 'Short.',
    ...more,
  }
}

async function begin(role: Role = 'referrer', more: Fields = {}) {
  const browser = await app.as(world.users[role])
  const opened = await browser.get('/refer')
  const path = new URL(opened.location ?? '', app.url).pathname
  await browser.get(opened.location ?? '')
  const posted = await browser.post(path, { network: world.networkId, go: 'services', ...answers(more) })
  return { browser, path, posted, id: path.split('/')[2] ?? '' }
}

/** As far as the page that sends. */
async function agree(browser: Browser, path: string) {
  const consent = await browser.get(`${path}/consent`)
  const services = [...consent.text.matchAll(/name="services" value="([^"]+)"/g)].map(([, id]) => id ?? '')
  const listed = services.slice(0, services.length / 2)
  const posted = await browser.post(`${path}/consent`, {
    wordingId: world.wordingId,
    services: listed,
    given: 'on',
    how: 'in_person',
  })
  return { consent, listed, posted }
}

function draftsKept() {
  return app.database.owner.selectFrom('draft').select('id').execute()
}
function sentAs(id: string) {
  return app.database.owner.selectFrom('referral').selectAll().where('submissionId', '=', id).execute()
}
async function asked(referralId: string) {
  const rows = await app.database.owner
    .selectFrom('assignment')
    .select(['serviceId', 'status'])
    .where('referralId', '=', referralId)
    .orderBy('nth')
    .execute()
  return rows.map(({ serviceId }) => serviceId)
}

test('FORM-12: from the form to the sent page, with the reference, who was asked and what happens next', async () => {
  const { browser, path, posted, id } = await begin('referrer', { 'person.dateOfBirth-year': '1951' })
  expect(posted.location).toBe(`${path}/services`)
  const services = await browser.get(`${path}/services`)
  expect(services.text).toContain('Asked first for Food and Debt')
  expect(services.text).toMatch(/10 of 10 places free|9 of 10 places free/)

  const { consent, posted: agreed } = await agree(browser, path)
  expect(consent.text).toContain('UK General Data Protection Regulation')
  expect(consent.text).not.toMatch(/name="given"[^>]*\bchecked/)
  expect(agreed.location).toBe(`${path}/check`)

  const check = await browser.get(`${path}/check`)
  expect(check.text).toContain('Blodwen Quillfeather')
  expect(check.text).toContain('Send to 1 organisation')
  const sent = await browser.post(`${path}/send`)
  const [referral] = await sentAs(id)
  expect(sent.location).toBe(`/referrals/${referral?.id}/sent`)

  const page = await browser.get(sent.location ?? '')
  expect(page.text).toContain(referral?.reference)
  expect(page.text).toContain('1 open referral awaiting acceptance')
  expect(page.text).toContain('The first service')
  expect(page.text).toContain('they are reminded')
  expect(await draftsKept()).toEqual([])
})

test('FORM-14: sending twice, at once or later, makes one referral and shows the same page', async () => {
  const { browser, path, id } = await begin()
  await agree(browser, path)
  await browser.get(`${path}/check`)
  const both = await Promise.all([browser.post(`${path}/send`), browser.post(`${path}/send`)])
  const later = await browser.post(`${path}/send`)
  const back = await browser.get(path)
  const referrals = await sentAs(id)
  expect(referrals).toHaveLength(1)
  for (const answer of [...both, later, back]) expect(answer.location).toBe(`/referrals/${referrals[0]?.id}/sent`)
  const again = await browser.post(`${path}/save`, { network: world.networkId, ...answers() })
  expect(again.status).toBe(404)
})

test('FORM-14: what is typed is kept, unchecked, for its author alone, and can be thrown away', async () => {
  const browser = await app.as(world.users.referrer)
  const { location } = await browser.get('/refer')
  const path = new URL(location ?? '', app.url).pathname
  await browser.get(location ?? '')
  expect(await draftsKept()).toEqual([])
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
  expect(await draftsKept()).toEqual([])
  await browser.get('/work-as')
  expect((await browser.post(`${path}/save`, { 'person.lastName': 'Ochterlony' })).status).toBe(404)
})

test('FORM-1: every field at fault is told at once, in the order of the form, and what was typed stays', async () => {
  const { posted } = await begin('referrer', {
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
  const both = await begin('referrer', { 'person.phone': '07700 900123', 'safeContact.channels': ['phone', 'none'] })
  expect(both.posted.text).toContain('not both')
  const { browser, path, id } = await begin('referrer', {
    'person.phone': '07700 900123',
    'safeContact.channels': 'none',
    'safeContact.avoid': '',
  })
  await agree(browser, path)
  expect((await browser.get(`${path}/check`)).text).toContain('None of them is safe')
  await browser.post(`${path}/send`)
  const [referral] = await sentAs(id)
  const person = await app.database.owner
    .selectFrom('referralPerson')
    .select('safeContact')
    .where('referralId', '=', referral?.id ?? '')
    .executeTakeFirst()
  expect(person?.safeContact).toMatchObject({ channels: [] })
})

test('FORM-2: a postcode outside the area is a warning that does not stop, and its place is named', async () => {
  const { browser, path, posted } = await begin('referrer', { 'address.postcode': 'M1 9ZQ' })
  expect(posted.location).toBe(`${path}/services`)
  const form = await browser.get(path)
  expect(form.text).toContain('Outside Northbank Help')
  expect(form.text).toContain('You can still send this')
  const drawn = await browser.post(path, { go: 'place', ...answers() })
  expect(drawn.status).toBe(200)
  expect(drawn.text).toMatch(/<svg[^>]*aria-label="Map of Northbank Help with the place of L4"/)
  const place = await browser.post(`${path}/place`, { 'address.postcode': ' l49zq ' })
  expect(place.text).toContain('L4, Liverpool')
  expect(place.text).not.toContain('Outside')
})

test('FORM-2: where the network says so, a postcode outside the area stops', async () => {
  const strict = await network({ database: app.database, settings: { outsideArea: 'stop' } })
  const browser = await app.as(strict.users.referrer)
  const { location } = await browser.get('/refer')
  await browser.get(location ?? '')
  const path = new URL(location ?? '', app.url).pathname
  const posted = await browser.post(path, {
    network: strict.networkId,
    ...answers({ 'address.postcode': 'M1 9ZQ', needs: strict.categories.food }),
  })
  expect(posted.status).toBe(422)
  expect(posted.text).toContain('only takes referrals from inside it')
})

test('FORM-9: services are moved, removed and added, and asked in that order', async () => {
  const { browser, path, id } = await begin('referrer', { needs: world.categories.debt })
  const { first, second } = world.services
  const press = (what: string, more: Fields = {}) => browser.post(`${path}/services`, { do: what, ...more })
  const list = async () => {
    const { text } = await browser.get(`${path}/services`)
    return [...text.matchAll(/id="service-([^"]+)"/g)].map(([, service]) => service)
  }
  const suggested = await list()
  expect(suggested.toSorted()).toEqual([first, second].toSorted())
  await press(`up ${suggested[1]}`)
  expect(await list()).toEqual(suggested.toReversed())
  await press(`remove ${first}`)
  expect(await list()).toEqual([second])
  await press(`add ${first}`)
  expect(await list()).toEqual([second, first])
  await press('reset')
  expect(await list()).toEqual(suggested)
  await press(`remove ${first}`)
  await agree(browser, path)
  await browser.get(`${path}/check`)
  await browser.post(`${path}/send`)
  const [referral] = await sentAs(id)
  expect(await asked(referral?.id ?? '')).toEqual([second])
})

test('SUG-3: a service that the referrer looks for is shown with why it is not suggested, and can be added with a reason', async () => {
  await limitAges('second', { from: 60, to: null })
  const { browser, path, id } = await begin('referrer', {
    needs: world.categories.debt,
    'person.dateOfBirth-year': '1990',
  })
  const { second } = world.services
  const found = await browser.fill(`${path}/services`, { do: 'search', words: 'second' })
  expect(found.text).toContain('1 service found')
  expect(found.text).toContain('Only supports people aged 60 or over')
  await browser.post(`${path}/services`, { do: `add ${second}`, reason: 'They have said that they make an exception.' })
  expect((await browser.get(`${path}/services`)).text).toContain('Added by you: They have said')
  await agree(browser, path)
  await browser.get(`${path}/check`)
  const sent = await browser.post(`${path}/send`)
  const note = await app.database.owner.selectFrom('note').select('body').where('kind', '=', 'regular').execute()
  expect(note.map(({ body }) => body).join()).toContain('make an exception')
  expect(sent.location).toContain((await sentAs(id))[0]?.id)
  await limitAges('second', null)
})

test('SUG-4: the page says who is asked first for what, and what nobody on the list offers', async () => {
  const { browser, path } = await begin('referrer', { needs: [world.categories.food, world.categories.housing] })
  for (const service of [world.services.second, world.services.third])
    await browser.post(`${path}/services`, { do: `remove ${service}` })
  const { text } = await browser.get(`${path}/services`)
  expect(text).toContain('Nobody on the list offers Housing')
  expect(text).toContain('The coordinator looks for somebody')
})

test('FORM-9: where no service is suitable, the coordinator is asked to place it', async () => {
  const { browser, path, id } = await begin()
  await browser.post(`${path}/services`, { do: 'none' })
  expect((await browser.get(`${path}/services`)).text).toContain('Nobody is on the list')
  await agree(browser, path)
  expect((await browser.get(`${path}/check`)).text).toContain('Send to the coordinator')
  await browser.post(`${path}/send`)
  expect((await sentAs(id))[0]?.status).toBe('needs_placing')
})

test('FORM-11: nothing is sent without consent, and how it was given is asked too', async () => {
  const { browser, path, id } = await begin()
  const blank = await browser.fill(`${path}/consent`, { wordingId: world.wordingId })
  expect(blank.status).toBe(422)
  expect(blank.text).toContain('Without consent a referral cannot be sent')
  expect(blank.text).toContain('Choose how they gave consent')
  expect((await browser.get(`${path}/check`)).location).toBe(`${path}/consent`)
  expect((await browser.post(`${path}/send`)).location).toBe(`${path}/consent`)
  expect(await sentAs(id)).toEqual([])
})

test('FORM-11: consent is for what was shown: a list or a need changed after it is asked about again', async () => {
  const { browser, path } = await begin()
  const { listed } = await agree(browser, path)
  await browser.post(path, { go: 'services', ...answers({ 'person.lastName': 'Quillfeather-Jones' }) })
  expect((await browser.get(`${path}/check`)).status).toBe(200)
  await browser.post(path, { go: 'services', ...answers({ needs: world.categories.food }) })
  expect((await browser.get(`${path}/check`)).location).toBe(`${path}/consent`)
  await browser.post(path, { go: 'services', ...answers() })
  const stale = await browser.post(`${path}/consent`, {
    ...{ wordingId: world.wordingId, services: listed.slice(1), given: 'on', how: 'spoken' },
  })
  expect(stale.text).toContain('Ask them again')
})

test('FORM-11: when the person does not agree, the draft is deleted, the need counted, and the details handed over', async () => {
  const { browser, path, id } = await begin('referrer', { needs: world.categories.company })
  await browser.get(`${path}/consent`)
  const { thirdToo } = world.services
  const fields = { network: world.networkId, services: thirdToo }
  const refused = await browser.post(`${path}/refused`, fields)
  expect(refused.text).toContain('The thirdToo service')
  expect(refused.text).toContain('0151 496 0301')
  expect(refused.text).not.toContain('Quillfeather')
  expect((await browser.post(`${path}/refused`, fields)).status).toBe(200)
  const counted = await app.database.owner.selectFrom('consentRefusal').selectAll().execute()
  expect(counted).toHaveLength(1)
  expect(counted[0]).toMatchObject({ categoryId: world.categories.company })
  expect((await draftsKept()).map(draft => draft.id)).not.toContain(id)
  expect((await browser.get(`${path}/check`)).location).toBe('/refer')
})

test('FORM-12: a service that stopped taking referrals meanwhile stops the sending and says so', async () => {
  const { browser, path, id } = await begin('referrer', { needs: world.categories.company })
  await agree(browser, path)
  await browser.get(`${path}/check`)
  await takeReferrals('thirdToo', false)
  const { location } = await browser.post(`${path}/send`)
  expect(location).toBe(`${path}/services?look=again`)
  expect((await browser.get(location ?? '')).text).toContain('Nothing was sent')
  expect(await sentAs(id)).toEqual([])
  await takeReferrals('thirdToo', true)
})

test('the same person again: what is known of them is not asked twice, needs and consent are', async () => {
  const { browser, path } = await begin('referrer', { 'address.town': 'Liverpool' })
  await agree(browser, path)
  await browser.get(`${path}/check`)
  const sent = await browser.post(`${path}/send`)
  await browser.get(sent.location ?? '')
  const again = await browser.post((sent.location ?? '').replace('/sent', '/again'))
  const form = await browser.get(again.location ?? '')
  expect(form.text).toContain('value="Quillfeather"')
  expect(form.text).not.toMatch(/name="needs"[^>]*\bchecked/)
  const stranger = await app.as(world.users.third)
  await stranger.get('/work-as')
  expect((await stranger.post((sent.location ?? '').replace('/sent', '/again'))).status).toBe(404)
})

test('PRIV-3: no name, postcode or word of the story is in any address, title or log', async () => {
  const { browser, path } = await begin('referrer', { circumstances: 'Zanzibarquokka happened to them.' })
  const pages = [await browser.get(path), await browser.get(`${path}/services`)]
  const { posted } = await agree(browser, path)
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

async function limitAges(key: 'second', ages: { from: number | null; to: number | null } | null) {
  const { owner } = app.database
  const restrictions = JSON.stringify(ages ? { ages } : {})
  const serviceId = world.services[key]
  await owner.updateTable('serviceInNetwork').set({ restrictions }).where('serviceId', '=', serviceId).execute()
  await owner.updateTable('service').set({ updatedAt: new Date() }).where('id', '=', serviceId).execute()
}

async function takeReferrals(key: 'thirdToo', open: boolean) {
  const serviceId = world.services[key]
  await app.database.owner.updateTable('serviceCategory').set({ open }).where('serviceId', '=', serviceId).execute()
}
