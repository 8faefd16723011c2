/** API-3: a referral read as FHIR R4: shapes, codes from the fixed sets, and never more than the page shows. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestStatuses, taskStatuses } from '#src/domain/fhir.ts'
import { type Client, clientFor } from '#test/api-world.ts'
import { type Cases, openCases } from '#test/cases.ts'
import type { Role } from '#test/network.ts'

let cases: Cases
const clients = new Map<Role, Client>()
beforeAll(async () => {
  cases = await openCases()
})
afterAll(async () => {
  await cases?.world.stop()
  await cases?.app.stop()
})

async function as(role: Role): Promise<Client> {
  const known = clients.get(role) ?? (await clientFor(cases.app, cases.world.users[role]))
  clients.set(role, known)
  return known
}
type Resource = Record<string, unknown>
async function tasksFor(role: Role, id: string): Promise<Resource[]> {
  const { status, headers, body } = await (await as(role)).get(`/fhir/Task?focus=ServiceRequest/${id}`)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain('application/fhir+json')
  return (body.entry ?? []).map(({ resource }: { resource: Resource }) => resource)
}

/** What FHIR asks of every resource: known codes, the elements without which it is none, nothing empty. */
function check(resource: Resource) {
  const isTask = resource.resourceType === 'Task'
  expect(isTask ? taskStatuses : requestStatuses).toContain(resource.status)
  expect(resource).toMatchObject({ id: expect.any(String), intent: 'order' })
  expect(['routine', 'urgent']).toContain(resource.priority)
  expect(resource[isTask ? 'for' : 'subject']).toBeDefined()
  if (resource.statusReason) expect(resource.statusReason).toEqual({ text: expect.stringMatching(/\w/) })
  expect(JSON.stringify(resource)).not.toMatch(/null|\[\]|\{\}|""/)
}

test('API-3: who helps reads the person in the ServiceRequest; its Task says how far it is', async () => {
  const { id, reference } = await cases.world.send({ needs: ['food'], ask: ['first'] })
  await cases.world.act('first', 'accept', { id, service: 'first' }, {})
  const client = await as('first')
  const { body } = await client.get(`/fhir/ServiceRequest/${id}`)
  check(body)
  expect(body).toMatchObject({
    ...{ resourceType: 'ServiceRequest', status: 'active', subject: { reference: '#person' } },
    identifier: [{ value: reference }],
    category: [{ text: 'Food' }],
  })
  expect(body.contained[0]).toMatchObject({
    ...{ resourceType: 'Patient', name: [{ family: 'Penhaligon', given: ['Morag'] }], birthDate: '1984-02-29' },
    telecom: [{ system: 'email', value: 'morag@example.com' }],
    address: [{ postalCode: 'L4 9ZQ' }],
  })
  const [task = {}] = await tasksFor('first', id)
  check(task)
  expect(task).toMatchObject({ status: 'accepted', focus: { reference: `ServiceRequest/${id}` } })
  expect((await client.get(`/fhir/Task/${task.id}`)).body).toEqual(task)
  const outcomes = { [await cases.needOf(id, 'Food')]: await cases.outcomeOf(true) }
  await cases.world.act('first', 'close', { id, service: 'first' }, { outcomes, note: '' })
  expect((await tasksFor('first', id))[0]).toMatchObject({
    status: 'completed',
    output: [{ type: { text: 'Outcome: Food' } }],
  })
  expect((await client.get(`/fhir/ServiceRequest/${id}`)).body.status).toBe('completed')
})

test('API-3: a decline is rejected with its reason, and the next Task has the same focus', async () => {
  const { id } = await cases.world.send({ needs: ['debt'], ask: ['first', 'second'] })
  const reasonId = await cases.termOf('decline_reason')
  await cases.world.act('first', 'reject', { id, service: 'first' }, { reasonId, note: '' })
  const tasks = await tasksFor('referrer', id)
  for (const task of tasks) check(task)
  expect(tasks.map(({ status }) => status).sort()).toEqual(['rejected', 'requested'])
  const rejected = tasks.find(({ status }) => status === 'rejected')
  const { label } = await cases.app.database.owner
    .selectFrom('term')
    .select('label')
    .where('id', '=', reasonId)
    .executeTakeFirstOrThrow()
  expect(rejected?.statusReason).toEqual({ text: label })
  expect((await (await as('referrer')).get(`/fhir/ServiceRequest/${id}`)).body.status).toBe('active')
})

test('API-3: nobody learns more than from the page, and each full reading is recorded', async () => {
  const { id, reference } = await cases.world.send({ needs: ['food'], ask: ['first'] })
  const markers = ['Morag', 'Penhaligon', 'Lantern', 'L4 9ZQ', 'savings']
  for (const role of ['second', 'third', 'administrator', 'outsider', 'commissioner'] as const) {
    const client = await as(role)
    const [page, one] = [await client.get(`/referrals/${id}`), await client.get(`/fhir/ServiceRequest/${id}`)]
    expect(one.status, role).toBe(page.status)
    const search = await client.get(`/fhir/ServiceRequest?identifier=${reference}`)
    if (search.status === 200) expect(search.body.total, role).toBe(page.status === 200 ? 1 : 0)
    const tasks = await client.get(`/fhir/Task?focus=${id}`)
    for (const { text } of [one, search, tasks]) for (const word of markers) expect(text, role).not.toContain(word)
  }
  const before = await looks(id)
  await (await as('referrer')).get(`/fhir/ServiceRequest/${id}`)
  expect((await looks(id)) - before).toBe(1)
  const found = (await (await as('referrer')).get(`/fhir/ServiceRequest?identifier=x|${reference}`)).body
  expect(found).toMatchObject({ resourceType: 'Bundle', type: 'searchset', total: 1 })
})

test('API-3: what goes wrong is an OperationOutcome; what is answered is told to anybody', async () => {
  const client = await as('referrer')
  for (const path of [`ServiceRequest/${randomUUID()}`, `Task/${randomUUID()}`, 'ServiceRequest/none', 'Patient/1']) {
    const { status, headers, body } = await client.get(`/fhir/${path}`)
    expect(status, path).toBe(404)
    expect(headers.get('content-type')).toContain('application/fhir+json')
    expect(body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] })
  }
  expect((await client.get('/fhir/Task')).body.issue[0].code).toBe('invalid')
  const nobody = await cases.app.browser().get('/api/v1/fhir/Task?focus=x')
  expect([nobody.status, JSON.parse(nobody.text).resourceType]).toEqual([401, 'OperationOutcome'])
  const { status, text } = await cases.app.browser().get('/api/v1/fhir/metadata')
  expect(status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({
    resourceType: 'CapabilityStatement',
    fhirVersion: '4.0.1',
    kind: 'instance',
  })
})

async function looks(id: string): Promise<number> {
  const rows = await cases.app.database.owner
    .selectFrom('viewRecord')
    .select('id')
    .where('referralId', '=', id)
    .execute()
  return rows.length
}
