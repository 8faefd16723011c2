/** The services that a referral asks and the consent to it, as a member goes through them on the form. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '#test/app.ts'
import { agree, answers, begin, draftsKept, type Fields, sentAs } from '#test/member-form.ts'
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

test('FORM-9: services are moved, removed and added, and asked in that order', async () => {
  const { browser, path, id } = await begin(app, world, { needs: world.categories.debt })
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
  await agree(world, browser, path)
  await browser.get(`${path}/check`)
  await browser.post(`${path}/send`)
  const [referral] = await sentAs(app, id)
  expect(await asked(referral?.id ?? '')).toEqual([second])
})

test('SUG-3: a service that the referrer looks for is shown with why it is not suggested, and can be added with a reason', async () => {
  await limitAges('second', { from: 60, to: null })
  const { browser, path, id } = await begin(app, world, {
    needs: world.categories.debt,
    'person.dateOfBirth-year': '1990',
  })
  const { second } = world.services
  const found = await browser.fill(`${path}/services`, { do: 'search', words: 'second' })
  expect(found.text).toContain('1 service found')
  expect(found.text).toContain('Only supports people aged 60 or over')
  await browser.post(`${path}/services`, { do: `add ${second}`, reason: 'They have said that they make an exception.' })
  expect((await browser.get(`${path}/services`)).text).toContain('Added by you: They have said')
  await agree(world, browser, path)
  await browser.get(`${path}/check`)
  const sent = await browser.post(`${path}/send`)
  const note = await app.database.owner.selectFrom('note').select('body').where('kind', '=', 'regular').execute()
  expect(note.map(({ body }) => body).join()).toContain('make an exception')
  expect(sent.location).toContain((await sentAs(app, id))[0]?.id)
  await limitAges('second', null)
})

test('SUG-4: the page says who is asked first for what, and what nobody on the list offers', async () => {
  const { browser, path } = await begin(app, world, { needs: [world.categories.food, world.categories.housing] })
  for (const service of [world.services.second, world.services.third])
    await browser.post(`${path}/services`, { do: `remove ${service}` })
  const { text } = await browser.get(`${path}/services`)
  expect(text).toContain('Nobody on the list offers Housing')
  expect(text).toContain('The coordinator looks for somebody')
})

test('FORM-9: where no service is suitable, the coordinator is asked to place it', async () => {
  const { browser, path, id } = await begin(app, world)
  await browser.post(`${path}/services`, { do: 'none' })
  expect((await browser.get(`${path}/services`)).text).toContain('Nobody is on the list')
  await agree(world, browser, path)
  expect((await browser.get(`${path}/check`)).text).toContain('Send to the coordinator')
  await browser.post(`${path}/send`)
  expect((await sentAs(app, id))[0]?.status).toBe('needs_placing')
})

test('FORM-11: nothing is sent without consent, and how it was given is asked too', async () => {
  const { browser, path, id } = await begin(app, world)
  const blank = await browser.fill(`${path}/consent`, { wordingId: world.wordingId })
  expect(blank.status).toBe(422)
  expect(blank.text).toContain('Without consent a referral cannot be sent')
  expect(blank.text).toContain('Choose how they gave consent')
  expect((await browser.get(`${path}/check`)).location).toBe(`${path}/consent`)
  expect((await browser.post(`${path}/send`)).location).toBe(`${path}/consent`)
  expect(await sentAs(app, id)).toEqual([])
})

test('FORM-11: consent is for what was shown: a list or a need changed after it is asked about again', async () => {
  const { browser, path } = await begin(app, world)
  const { listed } = await agree(world, browser, path)
  await browser.post(path, { go: 'services', ...answers(world, { 'person.lastName': 'Quillfeather-Jones' }) })
  expect((await browser.get(`${path}/check`)).status).toBe(200)
  await browser.post(path, { go: 'services', ...answers(world, { needs: world.categories.food }) })
  expect((await browser.get(`${path}/check`)).location).toBe(`${path}/consent`)
  await browser.post(path, { go: 'services', ...answers(world) })
  const stale = await browser.post(`${path}/consent`, {
    ...{ wordingId: world.wordingId, services: listed.slice(1), given: 'on', how: 'spoken' },
  })
  expect(stale.text).toContain('Ask them again')
})

test('FORM-11: when the person does not agree, the draft is deleted, the need counted, and the details handed over', async () => {
  const { browser, path, id } = await begin(app, world, { needs: world.categories.company })
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
  expect((await draftsKept(app)).map(draft => draft.id)).not.toContain(id)
  expect((await browser.get(`${path}/check`)).location).toBe('/refer')
})

test('FORM-12: a service that stopped taking referrals meanwhile stops the sending and says so', async () => {
  const { browser, path, id } = await begin(app, world, { needs: world.categories.company })
  await agree(world, browser, path)
  await browser.get(`${path}/check`)
  await takeReferrals('thirdToo', false)
  const { location } = await browser.post(`${path}/send`)
  expect(location).toBe(`${path}/services?look=again`)
  expect((await browser.get(location ?? '')).text).toContain('Nothing was sent')
  expect(await sentAs(app, id)).toEqual([])
  await takeReferrals('thirdToo', true)
})

test('the same person again: what is known of them is not asked twice, needs and consent are', async () => {
  const { browser, path } = await begin(app, world, { 'address.town': 'Liverpool' })
  await agree(world, browser, path)
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

async function asked(referralId: string) {
  const rows = await app.database.owner
    .selectFrom('assignment')
    .select(['serviceId', 'status'])
    .where('referralId', '=', referralId)
    .orderBy('nth')
    .execute()
  return rows.map(({ serviceId }) => serviceId)
}

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
