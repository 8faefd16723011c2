/** The accounts that primary users and coordinators keep. Through HTTP, on real SQL. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkToken } from '#src/actions/link-token.ts'
import { type App, startApp, password as usual } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type World } from '#test/network.ts'
import { setUpApp } from '#test/one-time.ts'

let app: App
let world: World
let primary: Browser
let coordinator: Browser
let organisationId = ''
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  primary = await app.as(world.users.firstPrimary)
  coordinator = await app.as(world.users.coordinator)
  organisationId = world.organisations.first
})
afterAll(() => app.stop())

const password = 'seven-tall-ladders'

async function invitationOf(email: string) {
  const row = app.database.owner.selectFrom('invitation').select('id').where('email', '=', email)
  const { id } = await row.orderBy('createdAt', 'desc').limit(1).executeTakeFirstOrThrow()
  return { id, link: linkToken(app.config.secret, 'invitation', id) }
}
/** Whoever is invited makes the account and stays signed in. */
async function accept(email: string, name: string) {
  const { link } = await invitationOf(email)
  const browser = app.browser()
  const page = await browser.get(`/invitation?token=${link}`)
  const made = await browser.post('/invitation', { link, name, password })
  return { browser, page: page.text, location: made.location }
}
async function membershipOf(email: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select m.id from membership m join "user" u on u.id = m.user_id
    where u.email = ${email} and m.organisation_id = ${organisationId}`.execute(app.database.owner)
  return rows[0]?.id ?? ''
}
async function actionsOn(userId: string): Promise<string[]> {
  const { rows } = await sql<{
    action: string
  }>`select action from event where codes ->> 'user' = ${userId} order by id`.execute(app.database.owner)
  return rows.map(({ action }) => action)
}

test('ORG-2: a primary user invites a colleague, who makes an account and works for the organisation at once', async () => {
  const email = 'odile@first.example'
  expect((await primary.get('/users')).text).toContain('Invite somebody')
  expect((await primary.fill('/users/invite', { email, role: 'coordinator' })).status).toBe(422)
  const twice = await primary.fill('/users/invite', { email, role: 'member', personName: 'Odile Brandt' })
  expect(twice.location).toBe(`/users?organisation=${organisationId}&done=invited`)
  const again = await primary.post('/users/invite', { email, role: 'member' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('This address has an invitation already')

  const { browser, page, location } = await accept(email, 'Odile Brandt')
  expect(page).toContain('Join ')
  expect(page).not.toContain('name="organisationName"')
  expect(location).toBe('/')
  expect((await browser.get('/referrals')).status).toBe(200)
  expect((await browser.get('/users')).status).toBe(404)
  const list = await primary.get('/users')
  expect(list.text).toContain('odile@first.example')
  expect(list.text).toContain('Ordinary user')
  expect((await primary.fill('/users/invite', { email, role: 'member' })).text).toContain('This person is here already')
})

test('ORG-2: an invitation to the organisation is sent again and withdrawn by its primary user, by nobody else', async () => {
  const email = 'late@first.example'
  await primary.fill('/users/invite', { email, role: 'member' })
  const { id, link } = await invitationOf(email)
  const stranger = await app.as(world.users.outsider)
  await stranger.get('/')
  expect((await stranger.post(`/invitations/${id}/revoke`)).status).toBe(404)
  const back = `?back=${encodeURIComponent(`/users?organisation=${organisationId}`)}`
  await primary.get('/users')
  expect((await primary.post(`/invitations/${id}/resend${back}`)).location).toBe(
    `/users?organisation=${organisationId}&done=resend`,
  )
  expect((await primary.post(`/invitations/${id}/revoke?back=//elsewhere.example`)).location).toBe(
    '/invitations/new?done=revoke',
  )
  expect((await app.browser().get(`/invitation?token=${link}`)).status).toBe(410)
})

test('ORG-2: name and role are changed; a role that changes signs out; the last primary user stays one', async () => {
  const email = 'odile@first.example'
  const id = await membershipOf(email)
  const odile = app.browser()
  await odile.fill('/sign-in', { email, password })
  expect((await primary.fill(`/users/${id}`, { name: '', role: 'primary' })).text).toContain('Enter their name')
  expect((await primary.post(`/users/${id}`, { name: 'Odile Brandt-Ruiz', role: 'primary' })).status).toBe(303)
  expect((await odile.get('/')).location).toContain('/sign-in')
  await odile.fill('/sign-in', { email, password })
  expect((await odile.get('/users')).text).toContain('Odile Brandt-Ruiz')
  await primary.get(`/users/${id}`)
  expect((await primary.post(`/users/${id}`, { name: 'Odile', role: 'member' })).status).toBe(303)

  const { rows } = await sql<{
    id: string
  }>`select id from membership where user_id = ${world.users.firstPrimary}`.execute(app.database.owner)
  const own = rows[0]?.id ?? ''
  expect((await primary.get(`/users/${own}`)).text).not.toContain('name="role"')
  expect((await primary.post(`/users/${own}/end`)).status).toBe(403)
  await coordinator.get(`/users/${own}`)
  expect((await coordinator.post(`/users/${own}/end`)).status).toBe(409)
})

test('ORG-2: a link for a new password is emailed; nobody sees or sets one', async () => {
  const id = await membershipOf('odile@first.example')
  await primary.get(`/users/${id}`)
  expect((await primary.post(`/users/${id}/password`)).location).toBe(`/users/${id}?done=password`)
  const { rows } = await sql`select from message m join "user" u on u.id = m.user_id
    where m.template = 'reset' and u.email = 'odile@first.example'`.execute(app.database.owner)
  expect(rows).toHaveLength(1)
})

test('ORG-2: an account that ends hands over what is open first, signs out at once, and can come back', async () => {
  const email = 'odile@first.example'
  const id = await membershipOf(email)
  const odile = app.browser()
  await odile.fill('/sign-in', { email, password })
  const sent = await world.send({ ask: ['first'] })
  const { rows } = await sql<{
    id: string
  }>`update assignment set handler_user_id = (select id from "user" where email = ${email})
    where referral_id = ${sent.id} returning handler_user_id as id`.execute(app.database.owner)
  const odileId = rows[0]?.id ?? ''

  const ending = await primary.get(`/users/${id}/end`)
  expect(ending.text).toContain('Who takes over what Odile has open?')
  expect((await primary.post(`/users/${id}/end`, { to: '' })).text).toContain('Choose who takes over')
  const own = /value="([\da-f-]{36})"/.exec(ending.text)?.[1] ?? ''
  expect((await primary.post(`/users/${id}/end`, { to: own })).location).toContain('done=ended')
  const handled = await sql<{
    id: string
  }>`select handler_user_id as id from assignment where referral_id = ${sent.id}`.execute(app.database.owner)
  expect(handled.rows[0]?.id).not.toBe(odileId)
  expect((await odile.get('/')).location).toContain('/sign-in')
  expect((await odile.fill('/sign-in', { email, password })).status).toBe(422)

  await primary.get(`/users/${id}`)
  expect((await primary.post(`/users/${id}/restore`)).status).toBe(303)
  expect((await odile.fill('/sign-in', { email, password })).status).toBe(303)
  expect(await actionsOn(odileId)).toEqual(
    expect.arrayContaining(['changeUser', 'sendNewPassword', 'endMembership', 'restoreMembership']),
  )
})

test('NET-2: a coordinator invites a commissioner and another coordinator, and takes it back', async () => {
  const [reader, colleague] = ['reader@council.example', 'second@lead.example']
  await coordinator.get('/users/invite')
  expect((await coordinator.post('/users/invite', { email: reader, role: 'member' })).status).toBe(422)
  expect((await coordinator.post('/users/invite', { email: reader, role: 'commissioner' })).status).toBe(303)
  await coordinator.get('/users/invite')
  await coordinator.post('/users/invite', { email: colleague, role: 'coordinator' })
  expect((await coordinator.get('/users')).text).toContain(reader)

  const read = await accept(reader, 'Rosa Lind')
  expect(read.page).toContain('Read the figures of')
  expect((await read.browser.get('/organisations')).status).toBe(200)
  expect((await read.browser.get('/referrals')).status).toBe(404)
  const second = await accept(colleague, 'Sam Ito')
  expect((await second.browser.get('/system/members')).status).toBe(200)

  const list = await second.browser.get('/users')
  const end = /action="(\/users\/grants\/[^"]+\/commissioner\/end[^"]*)"/.exec(list.text)?.[1] ?? ''
  expect((await second.browser.post(end)).location).toContain('done=granted')
  expect((await read.browser.get('/organisations')).location).toContain('/sign-in')
})

test('NET-5: a coordinator keeps the accounts of primary users of members, and of nobody else there', async () => {
  const list = await coordinator.get(`/users?organisation=${organisationId}`)
  expect(list.text).not.toContain('odile@first.example')
  expect((await coordinator.get(`/users/${await membershipOf('odile@first.example')}`)).status).toBe(404)
  await coordinator.get(`/users/invite?organisation=${organisationId}`)
  const wrong = await coordinator.post(`/users/invite?organisation=${organisationId}`, {
    email: 'x@first.example',
    role: 'member',
  })
  expect(wrong.status).toBe(422)
  const other = await app.as(world.users.outsider)
  expect((await other.get(`/users?organisation=${organisationId}`)).status).toBe(404)
  expect((await (await app.as(world.users.first)).get('/users')).status).toBe(404)
})

test('ADM-2: who lost phone and codes has the second step taken off by whoever keeps the account, never by one who may do less', async () => {
  const address = 'lost-phone@first.example'
  const user = await app.addUser({ email: address })
  await sql`insert into membership (user_id, organisation_id, role) values (${user}, ${organisationId}, 'member')`.execute(
    app.database.owner,
  )
  const id = await membershipOf(address)
  const own = await app.as(user)
  expect((await primary.get(`/users/${id}`)).text).not.toContain('Take two-step verification off')
  await setUpApp(app, own)
  expect((await primary.get(`/users/${id}`)).text).toContain('Take two-step verification off')
  expect((await coordinator.post(`/users/${id}/second-step`)).status).toBe(404)
  const { rows: none } = await sql`select from message where template = 'second_step_off'`.execute(app.database.owner)
  expect(none).toEqual([])

  expect((await primary.post(`/users/${id}/second-step`)).location).toBe(`/users/${id}?done=step`)
  expect((await own.get('/')).status).toBe(303)
  const signedIn = await app.browser().fill('/sign-in', { email: address, password: usual })
  expect(signedIn.location).toBe('/')
  expect(await actionsOn(user)).toContain('removeSecondStep')
  const { rows } = await sql`select from message where template = 'second_step_off' and user_id = ${user}`.execute(
    app.database.owner,
  )
  expect(rows).toHaveLength(1)

  await sql`insert into grant_in_network (user_id, network_id, role) values (${user}, ${world.networkId}, 'coordinator')`.execute(
    app.database.owner,
  )
  await setUpApp(app, await app.as(user))
  expect((await primary.get(`/users/${id}`)).text).not.toContain('Take two-step verification off')
  expect((await primary.post(`/users/${id}/second-step`)).status).toBe(403)
})
