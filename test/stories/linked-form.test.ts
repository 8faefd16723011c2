/** The form with the needs of two networks: sent to each, refused in each, begun again from either, and asked by either (NET-4). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActingContext } from '#src/actions/context.ts'
import { keepOrganisationQuestions } from '#src/actions/keep-organisation-questions.ts'
import { type App, startApp } from '#test/app.ts'
import { type Linked, linkedNetworks, view } from '#test/linked-networks.ts'
import { openMemberForm } from '#test/member-form.ts'
import type { World } from '#test/network.ts'
import { ask } from '#test/own-form.ts'
import type { Second } from '#test/second-network.ts'

let app: App
let linked: Linked
let world: World
let second: Second

beforeAll(async () => {
  app = await startApp()
  linked = await linkedNetworks(app)
  world = linked.world
  second = linked.second
})
afterAll(() => app?.stop())

test('FORM-4, NET-4: the form offers the needs of both, shows both lists and both wordings, and sends once to each', async () => {
  const { browser, path, page } = await openMemberForm(app, world)
  expect(page.text).toContain('Through Deeside Advice')
  const typed = { 'person.firstName': 'Morag', 'person.lastName': 'Quill', 'address.postcode': 'L4 9ZQ' }
  const needs = [world.categories.food, second.categories.legal]
  const posted = await browser.post(path, { network: world.networkId, go: 'services', needs, ...typed })
  expect(posted.location).toBe(`${path}/services`)
  expect((await browser.get(`${path}/services`)).text).toContain('The adviser service')
  const consent = await browser.get(`${path}/consent`)
  expect(consent.text).toContain('And for Deeside Advice')
  const elsewhere = /name="elsewhere" value="([^"]*)"/.exec(consent.text)?.[1] ?? ''
  const [agreeing = ''] = consent.text.split(`action="${path}/refused"`)
  const services = [...agreeing.matchAll(/name="services" value="([^"]+)"/g)].map(([, id]) => id ?? '')
  const agreed = { wordingId: world.wordingId, services, elsewhere, given: 'on', how: 'spoken' }
  expect((await browser.post(`${path}/consent`, agreed)).location).toBe(`${path}/check`)
  expect((await browser.get(`${path}/check`)).text).toContain('The adviser service')
  const sent = await browser.post(`${path}/send`)
  expect((await browser.get(sent.location ?? '')).text).toContain('Also sent, in a connected network')
})

test('FORM-11: where the person says no, the services of both networks are handed over, and each counts its own need', async () => {
  const { browser, path } = await openMemberForm(app, world)
  const typed = { 'person.firstName': 'Isla', 'person.lastName': 'Thrupp', 'address.postcode': 'L4 9ZQ' }
  const needs = [world.categories.food, second.categories.legal]
  await browser.post(path, { network: world.networkId, go: 'services', needs, ...typed })
  const [, refusing = ''] = (await browser.get(`${path}/consent`)).text.split(`action="${path}/refused"`)
  const services = [...refusing.matchAll(/name="services" value="([^"]+)"/g)].map(([, id]) => id ?? '')
  const refused = await browser.post(`${path}/refused`, { network: world.networkId, services })
  expect(refused.text).toContain('The adviser service')
  expect(refused.text).toContain('The first service')
  expect(refused.text).not.toContain('Thrupp')
  const counted = await app.database.owner.selectFrom('consentRefusal').select(['networkId', 'categoryId']).execute()
  expect(new Map(counted.map(one => [one.networkId, one.categoryId]))).toEqual(
    new Map([
      [world.networkId, world.categories.food],
      [second.networkId, second.categories.legal],
    ]),
  )
})

test('FORM-14: the same person is referred again from the referral of either network, in the form that sent it', async () => {
  const { id, connected } = await linked.send()
  const browser = await app.as(world.users.referrer)
  for (const from of [id, connected[0]?.id ?? '']) {
    expect((await browser.get(`/referrals/${from}`)).text).toContain('Refer the same person again')
    const begun = await browser.post(`/referrals/${from}/again`)
    const form = await browser.get(begun.location ?? '')
    expect(form.text).toContain('value="Penhaligon"')
    expect(form.text).not.toContain('checked="" name="needs"')
  }
  const asked = await app.as(world.users.first)
  expect((await asked.get(`/referrals/${id}`)).text).not.toContain('Refer the same person again')
  expect((await asked.post(`/referrals/${id}/again`)).status).toBe(404)
})

test('FORM-6: an organisation on the connected network’s list asks its own questions, and is alone in reading the answers', async () => {
  const adviser = await second.as('adviser')
  const primary = { ...adviser, actor: { ...adviser.actor, role: 'primary' as const } }
  const on = { organisationId: second.adviserId, networkId: second.networkId }
  const question = ask({ id: 'tenancy', kind: 'text', section: 'own', required: true })
  await keepOrganisationQuestions(primary, on, 0, { questions: [{ ...question, effects: [] }] })
  await expect(linked.send()).rejects.toMatchObject({
    errors: [{ field: `organisationAnswers.${second.adviserId}.tenancy`, code: 'required' }],
  })
  const { browser, path } = await openMemberForm(app, world)
  const typed = { 'person.firstName': 'Peder', 'person.lastName': 'Vane', 'address.postcode': 'L4 9ZQ' }
  const needs = [world.categories.food, second.categories.legal]
  await browser.post(path, { network: world.networkId, go: 'services', needs, ...typed })
  expect((await browser.get(`${path}/consent`)).location).toBe(`${path}/questions`)
  const name = `organisationAnswers.${second.adviserId}.tenancy`
  expect((await browser.get(`${path}/questions`)).text).toContain(`name="${name}"`)
  const shown = { shown: name }
  expect((await browser.post(`${path}/questions`, shown)).location).toBeNull()
  expect((await browser.post(`${path}/questions`, { ...shown, [name]: 'Assured-Zibeline' })).location).toBe(
    `${path}/consent`,
  )
  const consent = await browser.get(`${path}/consent`)
  const [agreeing = ''] = consent.text.split(`action="${path}/refused"`)
  const elsewhere = /name="elsewhere" value="([^"]*)"/.exec(agreeing)?.[1] ?? ''
  const services = [...agreeing.matchAll(/name="services" value="([^"]+)"/g)].map(([, id]) => id ?? '')
  await browser.post(`${path}/consent`, { wordingId: world.wordingId, services, elsewhere, given: 'on', how: 'spoken' })
  const id = (await browser.post(`${path}/send`)).location?.split('/')[2] ?? ''
  const { tied } = await view(await world.as('referrer'), id)
  const answersSeen = async (ctx: ActingContext, of: string) =>
    (await view(ctx, of)).content?.answers.map(({ value }) => value)
  expect(await answersSeen(adviser, tied[0]?.id ?? '')).toContain('Assured-Zibeline')
  expect(await answersSeen(await world.as('referrer'), id)).not.toContain('Assured-Zibeline')
})
