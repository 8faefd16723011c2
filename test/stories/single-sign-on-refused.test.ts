/** ADM-5: whom single sign-on does not let in, and which answers of a provider are not believed. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { password, startApp } from '#test/app.ts'
import { signInThere, startIdentityProvider, visitProvider } from '#test/identity-provider.ts'
import { baseUrl, email, openSingleSignOn, type SingleSignOn, why } from '#test/single-sign-on.ts'

let here: SingleSignOn
beforeAll(async () => {
  here = await openSingleSignOn()
})
afterAll(() => here?.stop())

const close = (id: string) =>
  here.app.database.owner.updateTable('user').set({ disabledAt: new Date() }).where('id', '=', id).execute()

describe('ADM-5: who is refused', () => {
  test('ADM-5: an address that the provider did not verify opens no account', async () => {
    const id = await here.add('gil')
    for (const verified of [false, 'true']) {
      here.provider.seat({ subject: `s-gil-${verified}`, email: email('gil'), verified })
      const browser = here.app.browser()
      const { location } = await signInThere(browser)
      expect(why(location)).toBe('unverified')
      const told = await browser.get(location ?? '')
      expect(told.status).toBe(403)
      expect(told.text).toContain('Harbour ID did not confirm that your email address is yours')
      expect(told.text).toContain('There is a problem')
    }
    expect(await here.eventsOf(id)).toEqual([])
  })

  test('ADM-5: somebody unknown and somebody whose account is closed are told to ask for an invitation, and nothing is made', async () => {
    const users = () => here.app.database.owner.selectFrom('user').select('id').execute()
    await close(await here.add('hal'))
    const closedLater = await here.add('hew')
    here.seat('hew')
    await signInThere(here.app.browser())
    await close(closedLater)
    const before = await users()
    const pages: string[] = []
    for (const who of ['stranger', 'hal', 'hew']) {
      here.seat(who)
      const browser = here.app.browser()
      const { location } = await signInThere(browser)
      expect(location).toBe('/sign-in?sso=unknown')
      const told = await browser.get(location ?? '')
      expect(told.status).toBe(403)
      pages.push(told.text.replaceAll(/name="token" value="[^"]+"/g, ''))
      expect((await browser.get('/')).status).toBe(303)
    }
    expect(pages[0]).toContain('for an invitation')
    expect(new Set(pages).size).toBe(1)
    expect(await users()).toEqual(before)
    expect((await here.eventsOf(closedLater)).at(-1)).toBe('signInRefused {"by":"provider","why":"unknown"}')
  })

  test('ADM-5: who cancels at the provider is back at the page to sign in', async () => {
    here.provider.seat(null)
    const browser = here.app.browser()
    const { location } = await signInThere(browser)
    expect(why(location)).toBe('cancelled')
    expect((await browser.get(location ?? '')).text).toContain('You were not signed in at Harbour ID')
  })
})

describe('ADM-5: answers that are not to be believed', () => {
  test('ADM-5: another state, another browser and a second time are refused', async () => {
    await here.add('ida')
    here.seat('ida')
    const browser = here.app.browser()
    const turned = (await visitProvider(browser)).replace(/state=[^&]+/, `state=${'x'.repeat(43)}`)
    expect(why((await browser.get(turned)).location)).toBe('again')

    const back = await visitProvider(browser)
    expect(why((await here.app.browser().get(back)).location)).toBe('again')
    const kept = browser.cookies.get('sso') ?? ''
    expect((await browser.get(back)).location).toBe('/')
    const thief = here.app.browser()
    thief.cookies.set('sso', kept)
    expect(why((await thief.get(back)).location)).toBe('again')
    expect((await thief.get('/')).status).toBe(303)
  })

  test('ADM-5: a code that was used already, or belongs to another sign-in, is refused', async () => {
    await here.add('jan')
    here.seat('jan')
    const first = here.app.browser()
    const used = await visitProvider(first)
    await first.get(used)
    const unused = await visitProvider(here.app.browser())
    for (const stolen of [used, unused]) {
      const thief = here.app.browser()
      const own = await visitProvider(thief)
      const code = new URL(stolen, baseUrl).searchParams.get('code') ?? ''
      const mixed = own.replace(/code=[^&]+/, `code=${code}`)
      expect(why((await thief.get(mixed)).location)).toBe('broken')
      expect((await thief.get('/')).status).toBe(303)
    }
  })

  test('ADM-5: a token made for another sign-in (its nonce) is refused', async () => {
    await here.add('kit')
    here.seat('kit')
    const browser = here.app.browser()
    const back = await visitProvider(browser, '/sign-in/sso', to => {
      to.searchParams.set('nonce', 'n'.repeat(43))
      return to
    })
    const { location } = await browser.get(back)
    expect(why(location)).toBe('broken')
    expect((await browser.get(location ?? '')).text).toContain('could not be trusted')
  })

  test('ADM-5: a sign-in that took longer than ten minutes begins again', async () => {
    await here.add('leo')
    here.seat('leo')
    const browser = here.app.browser()
    const back = await visitProvider(browser)
    here.app.clock.now = () => new Date(Date.now() + 11 * 60_000)
    expect(why((await browser.get(back)).location)).toBe('again')
    here.app.clock.now = () => new Date()
  })

  test('ADM-5: keys may change at any moment; a signature by a key that is not published is refused', async () => {
    await here.add('mia')
    here.seat('mia')
    expect((await signInThere(here.app.browser())).location).toBe('/')
    here.provider.changeKeys()
    expect((await signInThere(here.app.browser())).location).toBe('/')
    here.provider.changeKeys({ secretly: true })
    expect(why((await signInThere(here.app.browser())).location)).toBe('broken')
    here.provider.changeKeys()
  })
})

test('ADM-5: while the provider is away one is told so, and signs in with a password', async () => {
  const gone = await startIdentityProvider(baseUrl)
  const own = await startApp({ BASE_URL: baseUrl, ...gone.env })
  const id = await own.addUser({ email: email('ned') })
  gone.seat({ subject: 's-ned', email: email('ned') })
  const browser = own.browser()
  const back = await visitProvider(browser)
  await gone.stop()
  expect(why((await browser.get(back)).location)).toBe('away')
  const other = await startApp({ BASE_URL: baseUrl, ...gone.env, OIDC_ISSUER: `${gone.issuer}/elsewhere` })
  await other.addUser({ email: email('ned') })
  const { location } = await other.browser().get('/sign-in/sso?next=/work-as')
  expect(location).toBe('/sign-in?sso=away&next=%2Fwork-as')
  expect(other.logged.join()).toContain('single sign-on failed')
  const told = await own.browser().get(location ?? '')
  expect(told.status).toBe(503)
  expect(told.text).toContain('Harbour ID does not answer')
  const signedIn = await own.browser().fill(location ?? '', {})
  expect(signedIn.status).toBe(422)
  const withPassword = own.browser()
  await withPassword.get(location ?? '')
  const opened = await withPassword.post('/sign-in', { email: email('ned'), password, next: '/work-as' })
  expect(opened.location).toBe('/work-as')
  expect(await sql`select from session where user_id = ${id}`.execute(own.database.owner)).toMatchObject({ rows: [{}] })
  await own.stop()
  await other.stop()
})

test('ADM-5: whoever answers as another issuer than the one configured is not asked for anybody', async () => {
  const other = here.provider.issuer.replace('127.0.0.1', 'localhost')
  const own = await startApp({ BASE_URL: baseUrl, ...here.provider.env, OIDC_ISSUER: other })
  await own.addUser({ email: email('pia') })
  expect((await own.browser().get('/sign-in/sso')).location).toBe('/sign-in?sso=broken')
  await own.stop()
})

test('nothing of who came is in the log', () => {
  const log = here.app.logged.join('\n')
  expect(log).toContain('single sign-on failed')
  expect(log).not.toMatch(/harbour\.example|s-\w{3}|code=|eyJ/)
})
