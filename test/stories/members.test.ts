/** Being a member of a network: suspended and resumed, describing oneself, confirming. Through HTTP, on real SQL. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askForConfirmation } from '#src/actions/ask-for-confirmation.ts'
import { finishHandingOver } from '#src/actions/hand-over/suspended-work.ts'
import { linkToken } from '#src/actions/link-token.ts'
import { openLog } from '#src/log.ts'
import { startWorker } from '#src/worker/index.ts'
import type { App } from '#test/app.ts'
import { type Joining, openJoining } from '#test/joining.ts'
import type { World } from '#test/network.ts'

let joining: Joining
let app: App
let world: World
beforeAll(async () => {
  joining = await openJoining()
  ;({ app, world } = joining)
})
afterAll(() => app.stop())

describe('NET-5: suspension', () => {
  test('NET-5: suspending stops new assignments at once and hands the open ones to the coordinator; it resumes later', async () => {
    const waiting = await world.send({ needs: ['housing'], ask: ['third'] })
    const helped = await world.send({ needs: ['company'], ask: ['thirdToo'] })
    await world.act('third', 'accept', { id: helped.id, service: 'thirdToo' }, {})
    const next = await world.send({ needs: ['housing'], ask: ['second', 'third'] })
    const browser = await joining.coordinator()
    const address = `/system/members/${world.organisations.third}`
    const page = await browser.get(`${address}/suspend`)
    expect(page.text).toContain('2 referrals that it is asked for or helps with are handed to you')
    expect((await browser.post(`${address}/suspend`, { reason: '' })).status).toBe(422)
    expect((await browser.post(`${address}/suspend`, { reason: 'No answer for weeks' })).status).toBe(303)

    expect(await joining.isOpen(world.services.third)).toBe(false)
    for (const { id } of [waiting, helped]) expect(await needsOf(id)).toEqual(['unplaced'])
    expect((await (await app.as(world.users.third)).get(`/referrals/${waiting.id}`)).status).toBe(404)
    const reasons = await app.database.owner
      .selectFrom('term')
      .select('id')
      .where('list', '=', 'decline_reason')
      .execute()
    const reasonId = reasons[0]?.id ?? ''
    await world.act('second', 'reject', { id: next.id, service: 'second' }, { reasonId, note: '' })
    expect(await needsOf(next.id)).toEqual(['unplaced'])

    await browser.get('/system/members?show=suspended')
    expect((await browser.post(`${address}/resume`)).status).toBe(303)
    expect(await joining.isOpen(world.services.third)).toBe(true)
    expect(await needsOf(waiting.id)).toEqual(['unplaced'])
  })

  test('NET-5: what was left when the program stopped in between is handed over by the worker, restricted ones too', async () => {
    const left = await world.send({ needs: ['housing'], ask: ['third'], fill: { restricted: true } })
    await sql`update organisation_in_network set status = 'suspended', suspended_by = ${world.users.coordinator}
      where organisation_id = ${world.organisations.third}`.execute(app.database.owner)
    expect(await finishHandingOver(world.ctx)).toBe(1)
    expect(await needsOf(left.id)).toEqual(['unplaced'])
    expect(await finishHandingOver(world.ctx)).toBe(0)
    await sql`update organisation_in_network set status = 'active' where organisation_id = ${world.organisations.third}`.execute(
      app.database.owner,
    )
  })

  test('NET-5: the coordinating organisation cannot be suspended', async () => {
    const browser = await joining.coordinator()
    const address = `/system/members/${world.organisations.coordinating}/suspend`
    expect((await browser.get(address)).status).toBe(404)
    await browser.get('/system/members')
    expect((await browser.post(address, { reason: 'No' })).status).toBe(403)
  })
})

async function needsOf(referralId: string) {
  const rows = await app.database.owner
    .selectFrom('need')
    .select('status')
    .where('referralId', '=', referralId)
    .execute()
  return rows.map(({ status }) => status)
}

describe('ORG-1 and ORG-4: the entry', () => {
  const address = () => `/organisations/${world.organisations.first}`

  test('ORG-1: a primary user describes the organisation, part by part', async () => {
    const browser = await app.as(world.users.firstPrimary)
    const saved = await browser.fill(`${address()}/edit/about`, {
      ...{
        name: 'Harbour Kitchen',
        kind: 'Charity',
        description: 'Food for families',
        categoryIds: world.categories.food,
      },
    })
    expect(saved.location).toContain('done=saved')
    const wrong = await browser.post(`${address()}/edit/contact`, { postcode: 'nowhere', phone: '12', email: 'x' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('full UK postcode')
    await browser.post(`${address()}/edit/contact`, {
      address1: '4 Quay',
      postcode: 'l49zq',
      phone: '0151 496 0777',
      website: 'harbour.example',
    })
    await browser.post(`${address()}/edit/access`, { languages: 'Polish, Arabic', interpreters: 'By phone' })
    await browser.post(`${address()}/edit/guidance`, { referralGuidance: 'Tell us of any allergies.' })
    const copied = await browser.post(`${address()}/edit/hours`, {
      ...week(),
      'days.0.morningOpens': '9',
      'days.0.morningCloses': '12.30',
      go: 'copy',
    })
    expect(copied.text).toContain('name="days.4.morningCloses"')
    const hours = {
      ...week(),
      'days.0.morningOpens': '9',
      'days.0.morningCloses': '12.30',
      'days.2.morningOpens': '10',
      'days.2.afternoonCloses': '4',
    }
    expect((await browser.post(`${address()}/edit/hours`, hours)).status).toBe(303)
    expect(
      (await browser.post(`${address()}/edit/hours`, { ...week(), 'days.0.morningOpens': 'soon' })).text,
    ).toContain('9:30 or 1pm')

    const row = await app.database.owner
      .selectFrom('organisation')
      .selectAll()
      .where('id', '=', world.organisations.first)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      name: 'Harbour Kitchen',
      postcode: 'L4 9ZQ',
      phone: '+441514960777',
      languages: ['Polish', 'Arabic'],
    })
    const again = await browser.get(`${address()}/edit/hours`)
    expect(again.text).toMatch(/name="days.2.afternoonCloses"[^>]*value="16:00"/)
  })

  test('ORG-1: nobody else may change it; the network’s coordinator may', async () => {
    for (const role of ['first', 'second', 'outsider', 'commissioner'] as const)
      expect((await (await app.as(world.users[role])).get(`${address()}/edit`)).status, role).toBe(404)
    expect((await (await joining.coordinator()).get(`${address()}/edit/about`)).status).toBe(200)
  })

  test('ORG-4: after three months the primary user gets a letter; its link shows, and one press confirms, without signing in', async () => {
    await sql`update organisation set confirmed_at = now() - interval '100 days', confirm_asked_at = null where id = ${world.organisations.first}`.execute(
      app.database.owner,
    )
    await sql`update organisation set confirmed_at = now() where id <> ${world.organisations.first}`.execute(
      app.database.owner,
    )
    expect((await (await joining.coordinator()).get('/system/members?show=overdue')).text).toContain('Harbour Kitchen')
    expect(await askForConfirmation(world.ctx)).toBe(1)
    expect(await askForConfirmation(world.ctx)).toBe(0)
    const letter = await app.database.owner
      .selectFrom('message')
      .selectAll()
      .where('template', '=', 'confirm')
      .executeTakeFirstOrThrow()
    expect(letter.userId).toBe(world.users.firstPrimary)

    const token = linkToken(app.config.secret, 'confirm', letter.id)
    const browser = app.browser()
    expect((await browser.get(`/confirm/${letter.id}?token=wrong`)).status).toBe(410)
    expect((await browser.get(`/confirm/${letter.id}?token=${token}`)).text).toContain('Harbour Kitchen')
    expect((await (await joining.coordinator()).get('/system/members?show=overdue')).text).toContain('Harbour Kitchen')
    expect((await browser.post(`/confirm/${letter.id}`, { link: token })).status).toBe(303)
    expect((await browser.get(`/confirm/${letter.id}?token=${token}`)).text).toContain('is confirmed')
    expect((await (await joining.coordinator()).get('/system/members?show=overdue')).text).not.toContain(
      'Harbour Kitchen',
    )
  })

  test('ORG-4: who is signed in confirms with one press too', async () => {
    const browser = await app.as(world.users.firstPrimary)
    await browser.get(`${address()}/edit`)
    expect((await browser.post(`${address()}/confirm`)).location).toContain('done=confirmed')
    const row = await app.database.owner
      .selectFrom('organisation')
      .select('confirmedBy')
      .where('id', '=', world.organisations.first)
      .executeTakeFirstOrThrow()
    expect(row.confirmedBy).toBe(world.users.firstPrimary)
  })
})

test('NET-2, NET-3, ORG-4: every letter can be written and goes out', async () => {
  await sendLettersOfJoining()
  const worker = startWorker({ ...app, log: openLog('silent') })
  await expect
    .poll(
      async () =>
        (await app.database.owner.selectFrom('message').select('status').where('status', '=', 'queued').execute())
          .length,
      {
        timeout: 20_000,
      },
    )
    .toBe(0)
  await worker.stop()
  const rows = await app.database.owner.selectFrom('message').select(['template', 'status']).execute()
  for (const template of [
    'invitation',
    'join_asked',
    'join_refused',
    'agreement_published',
    'suspended',
    'resumed',
    'confirm',
  ])
    expect(
      rows.filter(row => row.template === template).map(row => row.status),
      template,
    ).toContain('sent')
})

function week() {
  const fields = ['morningOpens', 'morningCloses', 'afternoonOpens', 'afternoonCloses']
  return Object.fromEntries([0, 1, 2, 3, 4, 5, 6].flatMap(day => fields.map(field => [`days.${day}.${field}`, ''])))
}

/** Those of inviting, asking and agreeing; being suspended and confirming have sent the others. */
async function sendLettersOfJoining() {
  const browser = await joining.coordinator()
  await browser.fill('/invitations/new', { email: 'kit@kiteclub.example' })
  await joining.ask('Far Away Club')
  const id = /requests\/([\da-f-]{36})\/refuse/.exec((await browser.get('/system/joining')).text)?.[1]
  await browser.post(`/system/joining/requests/${id}/refuse`, { reason: 'It works elsewhere.' })
  await joining.publish('Second text.', '30')
}
