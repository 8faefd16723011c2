/** PRIV-1 and PRIV-2 over the API: how long something is kept, holding it back, what is held on a person, and erasing it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, clientFor } from '#test/api-world.ts'
import { type Cases, openCases } from '#test/cases.ts'

let cases: Cases
let coordinator: Client
let service: Client
beforeAll(async () => {
  cases = await openCases()
  coordinator = await clientFor(cases.app, cases.world.users.coordinator)
  service = await clientFor(cases.app, cases.world.users.first)
})
afterAll(async () => {
  await cases?.world.stop()
  await cases?.app.stop()
})

async function closed() {
  const { world } = cases
  const { id, reference } = await world.send({ needs: ['food'], ask: ['first'] })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  const outcomes = { [await cases.needOf(id, 'Food')]: await cases.outcomeOf(true) }
  await world.act('first', 'close', { id, service: 'first' }, { outcomes, note: '' })
  return { id, reference }
}

test('PRIV-1: who reads a referral reads until when it is kept; its coordinator holds it and lifts the hold', async () => {
  const { id } = await closed()
  const read = async () => (await service.get(`/referrals/${id}/retention`)).body
  expect(await read()).toMatchObject({ state: 'counting', months: 12, hold: null })
  expect((await service.put(`/referrals/${id}/hold`, { reason: 'A complaint.' })).status).toBe(404)
  expect((await coordinator.put(`/referrals/${id}/hold`, { reason: ' ' })).status).toBe(422)
  expect((await coordinator.put(`/referrals/${id}/hold`, { reason: 'A complaint.' })).status).toBe(200)
  expect(await read()).toMatchObject({ state: 'held', daysLeft: null, hold: { reason: 'A complaint.' } })
  expect((await coordinator.delete(`/referrals/${id}/hold`)).status).toBe(200)
  expect(await read()).toMatchObject({ state: 'counting' })
})

test('PRIV-1: a primary user holds a record of the organisation’s own', async () => {
  const { id } = await closed()
  const { personId } = await cases.app.database.owner
    .selectFrom('personReferral')
    .select('personId')
    .where('referralId', '=', id)
    .executeTakeFirstOrThrow()
  const primary = await clientFor(cases.app, cases.world.users.firstPrimary)
  expect((await service.put(`/people/${personId}/hold`, { reason: 'A court case.' })).status).toBe(404)
  expect((await primary.put(`/people/${personId}/hold`, { reason: 'A court case.' })).status).toBe(200)
  expect((await service.get(`/people/${personId}/retention`)).body).toMatchObject({ state: 'held' })
  expect((await coordinator.get(`/people/${personId}/retention`)).status).toBe(404)
})

test('PRIV-2: a program finds, reads and erases what is held; private notes never reach it', async () => {
  const { id, reference } = await closed()
  const browser = await cases.as('first')
  await browser.get(`/referrals/${id}`)
  await browser.post(`/referrals/${id}/notes`, { kind: 'private', body: 'Afraid of a neighbour.' })
  const network = cases.world.networkId
  const search = { name: 'Penhaligon' }
  const found = await coordinator.post('/subject-requests/search', { network, search })
  expect(found.body.found.map((one: { id: string }) => one.id)).toContain(id)
  expect((await service.post('/subject-requests/search', { network, search })).status).toBe(404)
  const ask = { kind: 'access', parts: [id], reason: 'asked' }
  const copy = (await coordinator.post('/subject-requests', { network, ask })).body.id
  const { body, text } = await coordinator.get(`/subject-requests/${copy}`)
  expect(body.held[0]).toMatchObject({ reference, tables: { referral_person: [{ last_name: 'Penhaligon' }] } })
  expect(body.privateNotes).toEqual({ total: 1, released: 0, kept: 0 })
  expect(text).not.toContain('neighbour')
  const action = /action="(\/note-releases\/[^"]+)"/.exec((await browser.get('/note-releases')).text)?.[1] ?? ''
  await browser.post(action, { decision: 'released' })
  expect((await coordinator.get(`/subject-requests/${copy}`)).text).not.toContain('neighbour')

  const erasure = (await coordinator.post('/subject-requests', { network, ask: { ...ask, kind: 'erasure' } })).body.id
  expect((await coordinator.get(`/subject-requests/${erasure}`)).body.erasure).toMatchObject({
    going: { privateNotes: 1 },
    inTheWay: [],
    elsewhere: [{ kind: 'people', count: 1 }],
  })
  expect((await coordinator.post(`/subject-requests/${erasure}/erase`, {})).status).toBe(422)
  expect((await coordinator.post(`/subject-requests/${erasure}/erase`, { sure: true })).status).toBe(200)
  expect((await coordinator.get(`/referrals/${id}`)).text).not.toContain('Penhaligon')
  expect((await coordinator.get(`/subject-requests/${erasure}`)).body.doneAt).not.toBeNull()
})
