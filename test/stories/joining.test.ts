/** Joining a network: invited or asking, agreeing, describing oneself, being suspended, confirming. Through HTTP, on real SQL. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askForConfirmation } from '#src/actions/ask-for-confirmation.ts'
import { endGraces } from '#src/actions/end-graces.ts'
import { finishHandingOver } from '#src/actions/hand-over-work.ts'
import { linkToken } from '#src/actions/link-token.ts'
import { openLog } from '#src/log.ts'
import { startWorker } from '#src/worker/index.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'

let app: App
let world: World
let slug = ''
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  const found = await app.database.owner
    .selectFrom('network')
    .select('slug')
    .where('id', '=', world.networkId)
    .execute()
  slug = found[0]?.slug ?? ''
})
afterAll(() => app.stop())

const password = 'seven-tall-ladders'
const coordinator = () => app.as(world.users.coordinator)

async function invitationOf(email: string) {
  const { id } = await app.database.owner
    .selectFrom('invitation')
    .select('id')
    .where('email', '=', email)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { id, link: linkToken(app.config.secret, 'invitation', id) }
}

async function messagesTo(email: string) {
  const { rows } = await sql<{ template: string }>`select template from message m
    left join "user" u on u.id = m.user_id left join invitation i on i.id = m.invitation_id
    left join join_request j on j.id = m.join_request_id
    where coalesce(u.email, i.email, j.contact_email) = ${email} order by m.created_at`.execute(app.database.owner)
  return rows.map(({ template }) => template)
}

async function isOpen(serviceId: string) {
  const rows = await app.database.owner
    .selectFrom('serviceCategory')
    .select('open')
    .where('serviceId', '=', serviceId)
    .execute()
  return rows.every(({ open }) => open)
}

const answers = (link: string, organisationName: string) => ({ link, name: 'Noor Haddad', password, organisationName })

describe('NET-2: inviting', () => {
  test('NET-2: a coordinator invites by email; the invited person makes the account and the organisation, and is led on', async () => {
    const email = 'noor@lanternkitchen.example'
    const asked = await (await coordinator()).fill('/invitations/new', { email, organisationName: 'Lantern Kitchen' })
    expect(asked.location).toContain('/system/joining?done=invited')
    expect(await messagesTo(email)).toEqual(['invitation'])

    const { link } = await invitationOf(email)
    expect((await app.browser().get(`/invitation?token=${link}`)).status).toBe(200) // a mail scanner
    const noor = app.browser()
    expect((await noor.get(`/invitation?token=${link}`)).text).toContain('Lantern Kitchen')
    expect((await noor.post('/invitation', { ...answers(link, 'Lantern Kitchen'), password: 'short' })).status).toBe(
      422,
    )
    const weak = await noor.post('/invitation', { ...answers(link, 'Lantern Kitchen'), password: 'password1234' })
    expect(weak.text).toContain('harder to guess')
    const made = await noor.post('/invitation', answers(link, 'Lantern Kitchen'))
    expect(made.location).toBe('/getting-started')

    const steps = await noor.get('/getting-started')
    expect(steps.text).toContain('Accept the data-sharing agreement')
    expect(steps.text).toContain('Add your first service')
    expect((await app.browser().get(`/invitation?token=${link}`)).status).toBe(410)
    expect((await app.browser().fill('/sign-in', { email, password })).status).toBe(303)
  })

  test('NET-2: two who follow the same link at once make one account', async () => {
    const email = 'twice@lanternkitchen.example'
    await (await coordinator()).fill('/invitations/new', { email })
    const { link } = await invitationOf(email)
    const browsers = [app.browser(), app.browser(), app.browser()]
    for (const browser of browsers) await browser.get(`/invitation?token=${link}`)
    const made = await Promise.all(browsers.map((it, at) => it.post('/invitation', answers(link, `Twice ${at}`))))
    expect(made.filter(({ status }) => status === 303)).toHaveLength(1)
    const { rows } = await sql`select from organisation where name like 'Twice %'`.execute(app.database.owner)
    expect(rows).toHaveLength(1)
  })

  test('NET-2: it can be sent again and withdrawn, and runs out after 14 days', async () => {
    const email = 'late@lanternkitchen.example'
    const browser = await coordinator()
    await browser.fill('/invitations/new', { email })
    const { id, link } = await invitationOf(email)
    const days = (count: number) => () => new Date(Date.now() + count * 86_400_000)
    app.clock.now = days(15)
    expect((await app.browser().get(`/invitation?token=${link}`)).status).toBe(410)
    app.clock.now = days(0)
    await browser.get('/system/joining')
    expect((await browser.post(`/invitations/${id}/resend`)).location).toContain('done=resend')
    expect(await messagesTo(email)).toEqual(['invitation', 'invitation'])
    await browser.post(`/invitations/${id}/revoke`)
    expect((await app.browser().get(`/invitation?token=${link}`)).status).toBe(410)
    expect((await browser.post(`/invitations/${id}/resend`)).status).toBe(409)
  })

  test('NET-2: a member’s primary user invites too; it waits for the coordinator unless the network says otherwise', async () => {
    const email = 'friend@harbour.example'
    const primary = await app.as(world.users.firstPrimary)
    expect((await primary.fill('/invitations/new', { email })).location).toContain('done=waits')
    expect(await messagesTo(email)).toEqual([])
    const { id, link } = await invitationOf(email)
    expect((await app.browser().get(`/invitation?token=${link}`)).status).toBe(410)
    await primary.get('/invitations/new')
    expect((await primary.post(`/invitations/${id}/approve`)).status).toBe(404)
    const browser = await coordinator()
    expect((await browser.get('/system/joining')).text).toContain(email)
    await browser.post(`/invitations/${id}/approve`)
    expect(await messagesTo(email)).toEqual(['invitation'])

    await browser.fill('/system/joining/settings', {})
    await primary.fill('/invitations/new', { email: 'next@harbour.example' })
    expect(await messagesTo('next@harbour.example')).toEqual(['invitation'])
  })

  test('NET-2: ordinary users, strangers and other networks’ people can neither invite nor decide', async () => {
    expect((await (await app.as(world.users.first)).get('/invitations/new')).status).toBe(404)
    expect((await (await app.as(world.users.outsider)).get('/invitations/new')).status).toBe(404)
    expect((await (await app.as(world.users.firstPrimary)).get('/system/joining')).status).toBe(404)
    expect((await (await app.as(world.users.firstPrimary)).get('/system/members')).status).toBe(404)
  })

  test('NET-2: somebody who has an account accepts with it, and may bring their organisation', async () => {
    const { email } = await app.database.owner
      .selectFrom('user')
      .select('email')
      .where('id', '=', world.users.outsider)
      .executeTakeFirstOrThrow()
    await (await coordinator()).fill('/invitations/new', { email })
    const { link } = await invitationOf(email)
    expect((await app.browser().get(`/invitation?token=${link}`)).text).toContain('Sign in to accept')
    const known = await app.as(world.users.outsider)
    await known.get(`/invitation?token=${link}`)
    const joined = await known.post('/invitation', { link, joinAs: world.organisations.outsider })
    expect(joined.location).toBe('/getting-started')
    expect((await known.get('/networks')).text).toContain('Not accepted yet')
  })
})

describe('NET-3: asking to join', () => {
  const wish = (organisationName: string) => ({
    ...{ organisationName, whatItDoes: 'Hot meals on Sundays', area: 'Southbank', website: 'meals.example' },
    ...{
      contactName: 'Idris Bell',
      contactEmail: `idris@${organisationName.replaceAll(' ', '').toLowerCase()}.example`,
    },
  })
  const ask = (name: string, more = {}) => app.browser().fill(`/networks/${slug}/join`, { ...wish(name), ...more })

  test('NET-3: anybody asks on the public page; approval issues the invitation', async () => {
    expect((await app.browser().fill(`/networks/${slug}/join`, {})).status).toBe(422)
    expect((await ask('Sunday Meals')).location).toContain('done=sent')
    await ask('Sunday Meals') // again, by mistake
    const browser = await coordinator()
    const page = await browser.get('/system/joining')
    expect(page.text.match(/Approve Sunday Meals/g)).toHaveLength(1)
    const id = /requests\/([\da-f-]{36})\/approve/.exec(page.text)?.[1]
    await browser.post(`/system/joining/requests/${id}/approve`)
    expect(await messagesTo('idris@sundaymeals.example')).toEqual(['invitation'])
    const { link } = await invitationOf('idris@sundaymeals.example')
    expect((await app.browser().get(`/invitation?token=${link}`)).text).toContain('Idris Bell')
  })

  test('NET-3: a refusal needs a reason, which the contact is emailed', async () => {
    await ask('Far Away Club')
    const browser = await coordinator()
    const id = /requests\/([\da-f-]{36})\/refuse/.exec((await browser.get('/system/joining')).text)?.[1]
    expect((await browser.fill(`/system/joining/requests/${id}/refuse`, { reason: ' ' })).status).toBe(422)
    const done = await browser.post(`/system/joining/requests/${id}/refuse`, { reason: 'It works elsewhere.' })
    expect(done.location).toContain('done=refused')
    expect(await messagesTo('idris@farawayclub.example')).toEqual(['join_refused'])
    expect((await browser.post(`/system/joining/requests/${id}/approve`)).status).toBe(409)
  })

  test('NET-3: what a robot fills in, and what comes too fast, is held for the coordinator, never dropped', async () => {
    expect((await ask('Robot Works', { fax: 'yes please' })).location).toContain('done=sent')
    for (let at = 0; at < 11; at++) await ask(`Flood ${at}`)
    const rows = await app.database.owner.selectFrom('joinRequest').select(['organisationName', 'held']).execute()
    const held = rows.filter(row => row.held).map(row => row.organisationName)
    expect(held).toContain('Robot Works')
    expect(held).toContain('Flood 10')
    expect(rows.filter(({ organisationName }) => organisationName.startsWith('Flood'))).toHaveLength(11)
    expect((await (await coordinator()).get('/system/joining')).text).toContain('Held: too many came at once')
  })

  test('NET-3: a network that does not exist cannot be asked', async () => {
    expect((await app.browser().get('/networks/nowhere/join')).status).toBe(404)
  })
})

describe('NET-3: the data-sharing agreement', () => {
  const publish = async (body: string, graceDays: string) => {
    const browser = await coordinator()
    const seen = /name="seen" value="(\d+)"/.exec((await browser.get('/system/agreement')).text)?.[1] ?? ''
    return browser.post('/system/agreement', { seen, body, graceDays })
  }
  const agreementIn = (page: string) => /name="agreement" value="([^"]+)"/.exec(page)?.[1] ?? ''

  test('NET-3: when it changes every member is asked again, and whoever has not accepted is not suggested and sees nothing new', async () => {
    const asked = await world.send({ needs: ['debt'], ask: ['second'] })
    expect((await publish('Second text.\n\nWe share only what is needed.', '0')).location).toContain('done=published')
    const primary = await app.as(world.users.second)
    const address = `/networks/${slug}/agreement`
    expect((await primary.get('/')).text).toContain('asks for your agreement')
    expect((await primary.get(`/referrals/${asked.id}`)).status).toBe(404)
    expect(await isOpen(world.services.second)).toBe(false)

    const page = await primary.get(address)
    expect(page.text).toContain('We share only what is needed.')
    expect((await primary.post(address, { agreement: agreementIn(page.text) })).status).toBe(422)
    await primary.post(address, { agreement: agreementIn(page.text), agree: 'yes' })
    expect(await isOpen(world.services.second)).toBe(true)
    expect((await primary.get(`/referrals/${asked.id}`)).status).toBe(200)
    expect((await (await coordinator()).get(address)).text).toContain('The second')
  })

  test('NET-3: only a primary user accepts, and only the text that was read', async () => {
    const member = await app.as(world.users.first)
    const page = await member.get(`/networks/${slug}/agreement`)
    expect(page.text).toContain('Only a primary user')
    const primary = await app.as(world.users.firstPrimary)
    const read = agreementIn((await primary.get(`/networks/${slug}/agreement`)).text)
    expect((await member.post(`/networks/${slug}/agreement`, { agreement: read, agree: 'yes' })).status).toBe(404)
    await publish('Third text.', '0')
    expect((await primary.post(`/networks/${slug}/agreement`, { agreement: read, agree: 'yes' })).status).toBe(409)
    expect((await (await app.as(world.users.administrator)).get(`/networks/${slug}/agreement`)).status).toBe(404)
  })

  test('NET-3: while its grace lasts an earlier acceptance counts; then the services close by themselves', async () => {
    for (const role of ['firstPrimary', 'second', 'third', 'referrerPrimary', 'coordinator'] as const) {
      const browser = await app.as(world.users[role])
      const page = await browser.get(`/networks/${slug}/agreement`)
      await browser.post(`/networks/${slug}/agreement`, { agreement: agreementIn(page.text), agree: 'yes' })
    }
    await publish('Fourth text.', '14')
    expect(await isOpen(world.services.third)).toBe(true)
    await sql`update agreement set grace_until = now() - interval '1 minute' where grace_until is not null`.execute(
      app.database.owner,
    )
    expect(await endGraces(world.ctx)).toBeGreaterThan(0)
    expect(await isOpen(world.services.third)).toBe(false)
    await sql`update agreement set grace_until = now() + interval '9 days' where version = 4`.execute(
      app.database.owner,
    )
    for (const role of ['firstPrimary', 'second', 'third', 'referrerPrimary', 'coordinator'] as const) {
      const browser = await app.as(world.users[role])
      const page = await browser.get(`/networks/${slug}/agreement`)
      await browser.post(`/networks/${slug}/agreement`, { agreement: agreementIn(page.text), agree: 'yes' })
    }
    expect(await isOpen(world.services.third)).toBe(true)
  })

  test('NET-3: of two versions published from the same page only the first counts', async () => {
    const [one, two] = [await coordinator(), await coordinator()]
    for (const browser of [one, two]) await browser.get('/system/agreement')
    const fields = { seen: '4', body: 'Fifth text.', graceDays: '30' }
    expect((await one.post('/system/agreement', fields)).status).toBe(303)
    expect((await two.post('/system/agreement', fields)).status).toBe(409)
  })
})

describe('NET-5: suspension', () => {
  test('NET-5: suspending stops new assignments at once and hands the open ones to the coordinator; it resumes later', async () => {
    const waiting = await world.send({ needs: ['housing'], ask: ['third'] })
    const helped = await world.send({ needs: ['company'], ask: ['thirdToo'] })
    await world.act('third', 'accept', { id: helped.id, service: 'thirdToo' }, {})
    const next = await world.send({ needs: ['housing'], ask: ['second', 'third'] })
    const browser = await coordinator()
    const address = `/system/members/${world.organisations.third}`
    const page = await browser.get(`${address}/suspend`)
    expect(page.text).toContain('2 referrals that it is asked for or helps with are handed to you')
    expect((await browser.post(`${address}/suspend`, { reason: '' })).status).toBe(422)
    expect((await browser.post(`${address}/suspend`, { reason: 'No answer for weeks' })).status).toBe(303)

    expect(await isOpen(world.services.third)).toBe(false)
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
    expect(await isOpen(world.services.third)).toBe(true)
    expect(await needsOf(waiting.id)).toEqual(['unplaced'])
  })

  test('NET-5: what was left when the program stopped in between is handed over by the worker', async () => {
    const left = await world.send({ needs: ['housing'], ask: ['third'] })
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
    const browser = await coordinator()
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
    expect((await (await coordinator()).get(`${address()}/edit/about`)).status).toBe(200)
  })

  test('ORG-4: after three months the primary user gets a letter; its link shows, and one press confirms, without signing in', async () => {
    await sql`update organisation set confirmed_at = now() - interval '100 days', confirm_asked_at = null where id = ${world.organisations.first}`.execute(
      app.database.owner,
    )
    await sql`update organisation set confirmed_at = now() where id <> ${world.organisations.first}`.execute(
      app.database.owner,
    )
    expect((await (await coordinator()).get('/system/members?show=overdue')).text).toContain('Harbour Kitchen')
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
    expect((await (await coordinator()).get('/system/members?show=overdue')).text).toContain('Harbour Kitchen')
    expect((await browser.post(`/confirm/${letter.id}`, { link: token })).status).toBe(303)
    expect((await browser.get(`/confirm/${letter.id}?token=${token}`)).text).toContain('is confirmed')
    expect((await (await coordinator()).get('/system/members?show=overdue')).text).not.toContain('Harbour Kitchen')
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
