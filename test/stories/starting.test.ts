/** FORM-10: beginning from one organisation, and what follows when it cannot help. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCase } from '#src/db/referrals/load.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type World } from '#test/network.ts'

let app: App
let world: World

beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  const guidance = { referralGuidance: 'Please say whether they have a caseworker.' }
  await app.database.owner
    .updateTable('organisation')
    .set(guidance)
    .where('id', '=', world.organisations.second)
    .execute()
})
afterAll(() => app?.stop())

async function begin() {
  const browser = await app.as(world.users.referrer)
  const opened = await browser.get(`/refer?organisation=${world.organisations.second}`)
  const path = new URL(opened.location ?? '', app.url).pathname
  return { browser, path, page: await browser.get(opened.location ?? '') }
}

async function send(needs: string[] = [world.categories.debt]) {
  const { browser, path } = await begin()
  const typed = { 'person.firstName': 'Blodwen', 'person.lastName': 'Quill', 'address.postcode': 'L4 9ZQ', needs }
  await browser.post(path, { network: world.networkId, from: world.organisations.second, go: 'services', ...typed })
  const services = await browser.get(`${path}/services`)
  await browser.get(`${path}/consent`)
  const agreed = { wordingId: world.wordingId, services: [world.services.second], given: 'on', how: 'spoken' }
  const consent = await browser.post(`${path}/consent`, agreed)
  const sent = await browser.post(`${path}/send`)
  return { browser, services, consent, id: sent.location?.split('/')[2] ?? '' }
}

async function reject(id: string, role: 'second' | 'first' = 'second') {
  const { id: reasonId } = await app.database.owner
    .selectFrom('term')
    .select('id')
    .where('networkId', '=', world.networkId)
    .where('list', '=', 'decline_reason')
    .limit(1)
    .executeTakeFirstOrThrow()
  return world.act(role, 'reject', { id, service: role }, { reasonId, note: '' })
}

test('FORM-10: what it needs to know stands above the form, and only its own needs are offered until one widens', async () => {
  const { browser, path, page } = await begin()
  expect(page.text).toContain('Starting from The second organisation')
  expect(page.text).toContain('Please say whether they have a caseworker.')
  expect(page.text).toContain(world.categories.debt)
  expect(page.text).not.toContain(world.categories.food)
  const fields = { network: world.networkId, from: world.organisations.second }
  const widened = await browser.post(path, { ...fields, go: 'widen', 'person.lastName': 'Quill' })
  const wide = await browser.get(widened.location ?? '')
  expect(wide.text).toContain(world.categories.food)
  expect(wide.text).toContain('value="Quill"')
})

test('FORM-10: its service is asked alone; when it says no the referrer is told, chooses again, and that one is asked', async () => {
  const { browser, services, consent, id } = await send()
  expect(services.text).toContain('The second service')
  expect(consent.location).toContain('/check')
  const before = await loadCase(app.database.owner, id)
  expect(before.referral.shortlist.map(({ serviceId }) => serviceId)).toEqual([world.services.second])
  expect(before.referral.startsFrom).toBe(world.services.second)

  await reject(id)
  const page = await browser.get(`/referrals/${id}`)
  expect(page.text).toContain('Back with you')
  const home = await browser.get('/')
  expect(home.text).toContain('One referral came back to you')
  expect(home.text).toContain(`href="/referrals/${id}/needs/chooseAgain"`)
  const elsewhere = await (await app.as(world.users.third)).get('/')
  expect(elsewhere.text).not.toContain('came back to you')
  const told = await app.database.owner.selectFrom('message').select('template').where('referralId', '=', id).execute()
  expect(told.map(({ template }) => template)).toContain('returned')
  expect(told.map(({ template }) => template)).not.toContain('unplaced')

  const choose = await browser.get(`/referrals/${id}/needs/chooseAgain`)
  expect(choose.text).toContain('The first service')
  expect(choose.text).not.toContain('The second organisation, The second service')
  const need = before.referral.needs[0]?.id ?? ''
  const chosen = await browser.post(`/referrals/${id}/needs/chooseAgain`, {
    needs: need,
    serviceId: world.services.first,
    note: '',
  })
  expect(chosen.location).toContain('done=chooseAgain')
  const after = await loadCase(app.database.owner, id)
  expect(after.referral.assignments.map(({ serviceId, status }) => [serviceId, status])).toEqual([
    [world.services.second, 'rejected'],
    [world.services.first, 'pending'],
  ])
  await reject(id, 'first')
  const late = await browser.get(`/referrals/${id}`)
  expect(late.text).not.toContain('Back with you')
  expect((await browser.get('/')).text).not.toContain('came back to you')
})

test('FORM-10: where the network goes on, fresh suggestions are asked at once', async () => {
  const coordinator = await app.as(world.users.coordinator)
  const rules = {
    startFromOrganisation: 'continue',
    shortlistPerNeed: '3',
    outsideArea: 'warn',
    consentScope: 'network',
  }
  const seen = await seenOn(coordinator, '/system/referring')
  expect((await coordinator.fill('/system/referring', { ...rules, seen })).status).toBe(303)
  const { id } = await send()
  await reject(id)
  const { referral } = await loadCase(app.database.owner, id)
  expect(referral.assignments.map(({ serviceId, status }) => [serviceId, status])).toEqual([
    [world.services.second, 'rejected'],
    [world.services.first, 'pending'],
  ])
})

test('FORM-10: an organisation of no network that one refers in is no beginning', async () => {
  const browser = await app.as(world.users.referrer)
  expect((await browser.get(`/refer?organisation=${world.organisations.outsider}`)).status).toBe(404)
})

test('FORM-11: a new wording is a new version; old ones stay, and nobody agrees to what has changed since', async () => {
  const coordinator = await app.as(world.users.coordinator)
  const seen = await seenOn(coordinator, '/system/consent')
  const texts = { wording: 'I agree to be helped.', dataProtection: 'We keep it safe.', seen }
  expect((await coordinator.fill('/system/consent', { ...texts, wordingCy: 'Cytunaf.' })).status).toBe(422)
  const welsh = { wordingCy: 'Cytunaf.', dataProtectionCy: 'Rydym yn ei gadw’n ddiogel.' }
  const tried = await coordinator.fill('/system/consent', { ...texts, ...welsh, do: 'preview' })
  const preview = /id="preview".*?<form/s.exec(tried.text)?.[0]
  expect(preview).toMatch(/lang="en".*I agree to be helped\..*lang="cy".*Cytunaf\..*Rydym yn ei gadw/s)
  expect(tried.text).not.toContain('Version 2, from')
  expect((await coordinator.fill('/system/consent', { ...texts, ...welsh })).status).toBe(303)
  const page = await coordinator.get('/system/consent')
  expect(page.text).toContain('Version 2')
  expect(page.text).toContain('Version 1')
  const { consent } = await send()
  expect(consent.location ?? '').not.toContain('/check')
})

async function seenOn(browser: Browser, path: string): Promise<string> {
  return /name="seen" value="([^"]*)"/.exec((await browser.get(path)).text)?.[1] ?? ''
}
