/** Joining a network: invited or asking, and agreeing to share. Through HTTP, on real SQL. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endGraces } from '#src/actions/end-graces.ts'
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

const password = 'seven-tall-ladders'
const answers = (link: string, organisationName: string) => ({ link, name: 'Noor Haddad', password, organisationName })

describe('NET-2: inviting', () => {
  test('NET-2: a coordinator invites by email; the invited person makes the account and the organisation, and is led on', async () => {
    const email = 'noor@lanternkitchen.example'
    const asked = await (await joining.coordinator()).fill('/invitations/new', {
      email,
      organisationName: 'Lantern Kitchen',
    })
    expect(asked.location).toContain('/system/joining?done=invited')
    expect(await joining.messagesTo(email)).toEqual(['invitation'])

    const { link } = await joining.invitationOf(email)
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
    await (await joining.coordinator()).fill('/invitations/new', { email })
    const { link } = await joining.invitationOf(email)
    const browsers = [app.browser(), app.browser(), app.browser()]
    for (const browser of browsers) await browser.get(`/invitation?token=${link}`)
    const made = await Promise.all(browsers.map((it, at) => it.post('/invitation', answers(link, `Twice ${at}`))))
    expect(made.filter(({ status }) => status === 303)).toHaveLength(1)
    const { rows } = await sql`select from organisation where name like 'Twice %'`.execute(app.database.owner)
    expect(rows).toHaveLength(1)
  })

  test('NET-2: it can be sent again and withdrawn, and runs out after 14 days', async () => {
    const email = 'late@lanternkitchen.example'
    const browser = await joining.coordinator()
    await browser.fill('/invitations/new', { email })
    const { id, link } = await joining.invitationOf(email)
    const days = (count: number) => () => new Date(Date.now() + count * 86_400_000)
    app.clock.now = days(15)
    expect((await app.browser().get(`/invitation?token=${link}`)).status).toBe(410)
    app.clock.now = days(0)
    await browser.get('/system/joining')
    expect((await browser.post(`/invitations/${id}/resend`)).location).toContain('done=resend')
    expect(await joining.messagesTo(email)).toEqual(['invitation', 'invitation'])
    await browser.post(`/invitations/${id}/revoke`)
    expect((await app.browser().get(`/invitation?token=${link}`)).status).toBe(410)
    expect((await browser.post(`/invitations/${id}/resend`)).status).toBe(409)
  })

  test('NET-2: a member’s primary user invites too; it waits for the coordinator unless the network says otherwise', async () => {
    const email = 'friend@harbour.example'
    const primary = await app.as(world.users.firstPrimary)
    expect((await primary.fill('/invitations/new', { email })).location).toContain('done=waits')
    expect(await joining.messagesTo(email)).toEqual([])
    const { id, link } = await joining.invitationOf(email)
    expect((await app.browser().get(`/invitation?token=${link}`)).status).toBe(410)
    await primary.get('/invitations/new')
    expect((await primary.post(`/invitations/${id}/approve`)).status).toBe(404)
    const browser = await joining.coordinator()
    expect((await browser.get('/system/joining')).text).toContain(email)
    await browser.post(`/invitations/${id}/approve`)
    expect(await joining.messagesTo(email)).toEqual(['invitation'])

    await browser.fill('/system/joining/settings', {})
    await primary.fill('/invitations/new', { email: 'next@harbour.example' })
    expect(await joining.messagesTo('next@harbour.example')).toEqual(['invitation'])
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
    await (await joining.coordinator()).fill('/invitations/new', { email })
    const { link } = await joining.invitationOf(email)
    expect((await app.browser().get(`/invitation?token=${link}`)).text).toContain('Sign in to accept')
    const known = await app.as(world.users.outsider)
    await known.get(`/invitation?token=${link}`)
    const joined = await known.post('/invitation', { link, joinAs: world.organisations.outsider })
    expect(joined.location).toBe('/getting-started')
    expect((await known.get('/networks')).text).toContain('Not accepted yet')
  })
})

describe('NET-3: asking to join', () => {
  test('NET-3: anybody asks on the public page; approval issues the invitation', async () => {
    expect((await app.browser().fill(`/networks/${joining.slug}/join`, {})).status).toBe(422)
    expect((await joining.ask('Sunday Meals')).location).toContain('done=sent')
    await joining.ask('Sunday Meals') // again, by mistake
    const browser = await joining.coordinator()
    const page = await browser.get('/system/joining')
    expect(page.text.match(/Approve and invite Sunday Meals/g)).toHaveLength(1)
    const id = /requests\/([\da-f-]{36})\/approve/.exec(page.text)?.[1]
    await browser.post(`/system/joining/requests/${id}/approve`)
    expect(await joining.messagesTo('idris@sundaymeals.example')).toEqual(['invitation'])
    const { link } = await joining.invitationOf('idris@sundaymeals.example')
    expect((await app.browser().get(`/invitation?token=${link}`)).text).toContain('Idris Bell')
  })

  test('NET-3: a refusal needs a reason, which the contact is emailed', async () => {
    await joining.ask('Far Away Club')
    const browser = await joining.coordinator()
    const id = /requests\/([\da-f-]{36})\/refuse/.exec((await browser.get('/system/joining')).text)?.[1]
    expect((await browser.fill(`/system/joining/requests/${id}/refuse`, { reason: ' ' })).status).toBe(422)
    const done = await browser.post(`/system/joining/requests/${id}/refuse`, { reason: 'It works elsewhere.' })
    expect(done.location).toContain('done=refused')
    expect(await joining.messagesTo('idris@farawayclub.example')).toEqual(['join_refused'])
    expect((await browser.post(`/system/joining/requests/${id}/approve`)).status).toBe(409)
  })

  test('NET-3: what a robot fills in, and what comes too fast, is held for the coordinator, never dropped', async () => {
    expect((await joining.ask('Robot Works', { fax: 'yes please' })).location).toContain('done=sent')
    for (let at = 0; at < 11; at++) await joining.ask(`Flood ${at}`)
    const rows = await app.database.owner.selectFrom('joinRequest').select(['organisationName', 'held']).execute()
    const held = rows.filter(row => row.held).map(row => row.organisationName)
    expect(held).toContain('Robot Works')
    expect(held).toContain('Flood 10')
    expect(rows.filter(({ organisationName }) => organisationName.startsWith('Flood'))).toHaveLength(11)
    expect((await (await joining.coordinator()).get('/system/joining')).text).toContain('Held: too many came at once')
  })

  test('NET-3: a network that does not exist cannot be asked', async () => {
    expect((await app.browser().get('/networks/nowhere/join')).status).toBe(404)
  })
})

describe('NET-3: the data-sharing agreement', () => {
  const agreementIn = (page: string) => /name="agreement" value="([^"]+)"/.exec(page)?.[1] ?? ''

  test('NET-3: when it changes every member is asked again, and whoever has not accepted is not suggested and sees nothing new', async () => {
    const asked = await world.send({ needs: ['debt'], ask: ['second'] })
    expect((await joining.publish('Second text.\n\nWe share only what is needed.', '0')).location).toContain(
      'done=published',
    )
    const primary = await app.as(world.users.second)
    const address = `/networks/${joining.slug}/agreement`
    expect((await primary.get('/')).text).toContain('asks for your agreement')
    expect((await primary.get(`/referrals/${asked.id}`)).status).toBe(404)
    expect(await joining.isOpen(world.services.second)).toBe(false)

    const page = await primary.get(address)
    expect(page.text).toContain('We share only what is needed.')
    expect((await primary.post(address, { agreement: agreementIn(page.text) })).status).toBe(422)
    await primary.post(address, { agreement: agreementIn(page.text), agree: 'yes' })
    expect(await joining.isOpen(world.services.second)).toBe(true)
    expect((await primary.get(`/referrals/${asked.id}`)).status).toBe(200)
    expect((await (await joining.coordinator()).get(address)).text).toContain('The second')
  })

  test('NET-3: only a primary user accepts, and only the text that was read', async () => {
    const member = await app.as(world.users.first)
    const page = await member.get(`/networks/${joining.slug}/agreement`)
    expect(page.text).toContain('Only a primary user')
    const primary = await app.as(world.users.firstPrimary)
    const read = agreementIn((await primary.get(`/networks/${joining.slug}/agreement`)).text)
    expect((await member.post(`/networks/${joining.slug}/agreement`, { agreement: read, agree: 'yes' })).status).toBe(
      404,
    )
    await joining.publish('Third text.', '0')
    expect((await primary.post(`/networks/${joining.slug}/agreement`, { agreement: read, agree: 'yes' })).status).toBe(
      409,
    )
    expect((await (await app.as(world.users.administrator)).get(`/networks/${joining.slug}/agreement`)).status).toBe(
      404,
    )
  })

  test('NET-3: while its grace lasts an earlier acceptance counts; then the services close by themselves', async () => {
    for (const role of ['firstPrimary', 'second', 'third', 'referrerPrimary', 'coordinator'] as const) {
      const browser = await app.as(world.users[role])
      const page = await browser.get(`/networks/${joining.slug}/agreement`)
      await browser.post(`/networks/${joining.slug}/agreement`, { agreement: agreementIn(page.text), agree: 'yes' })
    }
    await joining.publish('Fourth text.', '14')
    expect(await joining.isOpen(world.services.third)).toBe(true)
    await sql`update agreement set grace_until = now() - interval '1 minute' where grace_until is not null`.execute(
      app.database.owner,
    )
    expect(await endGraces(world.ctx)).toBeGreaterThan(0)
    expect(await joining.isOpen(world.services.third)).toBe(false)
    await sql`update agreement set grace_until = now() + interval '9 days' where version = 4`.execute(
      app.database.owner,
    )
    for (const role of ['firstPrimary', 'second', 'third', 'referrerPrimary', 'coordinator'] as const) {
      const browser = await app.as(world.users[role])
      const page = await browser.get(`/networks/${joining.slug}/agreement`)
      await browser.post(`/networks/${joining.slug}/agreement`, { agreement: agreementIn(page.text), agree: 'yes' })
    }
    expect(await joining.isOpen(world.services.third)).toBe(true)
  })

  test('NET-3: of two versions published from the same page only the first counts', async () => {
    const [one, two] = [await joining.coordinator(), await joining.coordinator()]
    for (const browser of [one, two]) await browser.get('/system/agreement')
    const fields = { seen: '4', body: 'Fifth text.', graceDays: '30' }
    expect((await one.post('/system/agreement', fields)).status).toBe(303)
    expect((await two.post('/system/agreement', fields)).status).toBe(409)
  })
})
