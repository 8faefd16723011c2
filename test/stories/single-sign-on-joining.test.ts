/** ADM-5, NET-2: an invitation is accepted by single sign-on, without a password. Through HTTP on real SQL. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkToken } from '#src/actions/link-token.ts'
import type { App } from '#test/app.ts'
import { type IdentityProvider, signInThere, startIdentityProvider } from '#test/identity-provider.ts'
import { type Joining, openJoining } from '#test/joining.ts'

const baseUrl = 'http://onward.example'
let provider: IdentityProvider
let joining: Joining
let app: App
beforeAll(async () => {
  provider = await startIdentityProvider(baseUrl)
  joining = await openJoining({ BASE_URL: baseUrl, ...provider.env })
  app = joining.app
})
afterAll(async () => {
  await app.stop()
  await provider.stop()
})

const address = (who: string) => `${who}@lanternkitchen.example`

async function invite(who: string) {
  await (await joining.coordinator()).fill('/invitations/new', { email: address(who) })
  return joining.invitationOf(address(who))
}

async function accountOf(who: string) {
  const { rows } = await sql<{ name: string; hasPassword: boolean; subject: string | null }>`
    select u.name, c.user_id is not null as has_password, l.subject from "user" u
    left join credential c on c.user_id = u.id left join provider_link l on l.user_id = u.id
    where u.email = ${address(who)}`.execute(app.database.owner)
  return rows
}

test('ADM-5: from the invitation one goes to the provider, comes back to it, gives a name and needs no password', async () => {
  const { link } = await invite('noor')
  provider.seat({ subject: 's-noor', email: 'Noor@LanternKitchen.example', amr: ['mfa'] })
  const browser = app.browser()
  const page = await browser.get(`/invitation?token=${link}`)
  expect(page.text).toContain('Sign in with Harbour ID')
  expect(page.text).toContain('name="password"')
  const there = /href="(\/sign-in\/sso\?next=[^"]+)"/.exec(page.text)?.[1] ?? ''

  const back = await signInThere(browser, there)
  expect(back.location).toBe(`/invitation?token=${link}`)
  expect(await accountOf('noor')).toEqual([])
  const form = await browser.get(back.location ?? '')
  expect(form.text).toContain('You sign in with Harbour ID from now on')
  expect(form.text).not.toContain('name="password"')
  const nameless = await browser.post('/invitation', { link, organisationName: 'Lantern Kitchen' })
  expect(nameless.text).toContain('Enter your name')
  const made = await browser.post('/invitation', { link, name: 'Noor Haddad', organisationName: 'Lantern Kitchen' })
  expect(made.location).toBe('/getting-started')
  expect((await browser.get('/getting-started')).text).toContain('Noor Haddad')
  expect(browser.cookies.has('vouched')).toBe(false)
  expect(await accountOf('noor')).toEqual([{ name: 'Noor Haddad', hasPassword: false, subject: 's-noor' }])

  const later = app.browser()
  expect((await signInThere(later)).location).toBe('/')
})

test('ADM-5: an invited person who goes straight to the page to sign in is led to their invitation', async () => {
  const { link } = await invite('omar')
  provider.seat({ subject: 's-omar', email: address('omar') })
  expect((await signInThere(app.browser())).location).toBe(`/invitation?token=${link}`)
  expect(await accountOf('omar')).toEqual([])
})

test('ADM-5: an invitation to another address is not accepted by whoever holds its link', async () => {
  const { link } = await invite('pia')
  const { link: own } = await invite('quin')
  provider.seat({ subject: 's-quin', email: address('quin') })
  const browser = app.browser()
  const next = encodeURIComponent(`/invitation?token=${link}`)
  expect((await signInThere(browser, `/sign-in/sso?next=${next}`)).location).toBe(`/invitation?token=${own}`)
  const form = await browser.get(`/invitation?token=${link}`)
  expect(form.text).toContain('name="password"')
  const tried = await browser.post('/invitation', { link, name: 'Quin', organisationName: 'Not Mine' })
  expect(tried.status).toBe(422)
  expect(await accountOf('pia')).toEqual([])

  provider.seat({ subject: 's-pia', email: address('pia'), verified: false })
  const unverified = await signInThere(app.browser(), `/sign-in/sso?next=${next}`)
  expect(unverified.location).toContain('sso=unverified')
})

test('ADM-5: an account without a password gets one by the link from its own mailbox, which frees it for another sign-in', async () => {
  await invite('rae')
  provider.seat({ subject: 's-rae', email: address('rae') })
  const browser = app.browser()
  const { location } = await signInThere(browser)
  const link = new URL(location ?? '', baseUrl).searchParams.get('token') ?? ''
  await browser.get(location ?? '')
  await browser.post('/invitation', { link, name: 'Rae', organisationName: 'Rae’s Kitchen' })
  expect((await app.browser().fill('/forgotten-password', { email: address('rae') })).status).toBe(200)
  const { id } = await app.database.owner
    .selectFrom('passwordReset')
    .innerJoin('user', 'user.id', 'passwordReset.userId')
    .select('passwordReset.id')
    .where('email', '=', address('rae'))
    .executeTakeFirstOrThrow()
  const reset = linkToken(app.config.secret, 'reset', id)
  await browser.get(`/reset-password?token=${reset}`)
  expect((await browser.post('/reset-password', { link: reset, password: 'seven-tall-ladders' })).status).toBe(303)
  expect(await accountOf('rae')).toEqual([{ name: 'Rae', hasPassword: true, subject: null }])

  provider.seat({ subject: 's-rae-anew', email: address('rae') })
  expect((await signInThere(app.browser())).location).toBe('/')
})
