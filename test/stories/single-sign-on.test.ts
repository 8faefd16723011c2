/** ADM-5: single sign-on with a real OpenID provider, through HTTP on real SQL. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, password, startApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { type IdentityProvider, signInThere, startIdentityProvider, visitProvider } from '#test/identity-provider.ts'

const baseUrl = 'http://onward.example'
let app: App
let provider: IdentityProvider
beforeAll(async () => {
  provider = await startIdentityProvider(baseUrl)
  app = await startApp({ BASE_URL: baseUrl, ...provider.env })
})
afterAll(async () => {
  await app.stop()
  await provider.stop()
})

const email = (who: string) => `${who}@harbour.example`
const seat = (who: string, more = {}) => provider.seat({ subject: `s-${who}`, email: email(who), ...more })
const add = (who: string) => app.addUser({ email: email(who), name: 'Ama Mensah' })
const why = (to: string | null) => new URL(to ?? '', baseUrl).searchParams.get('sso')
const close = (id: string) =>
  app.database.owner.updateTable('user').set({ disabledAt: new Date() }).where('id', '=', id).execute()

async function eventsOf(userId: string | null) {
  const { rows } = await sql<{ action: string; codes: object }>`select action, codes from event
    where user_id is not distinct from ${userId}::uuid order by id`.execute(app.database.owner)
  return rows.map(({ action, codes }) => `${action} ${JSON.stringify(codes)}`)
}

describe('ADM-5: signing in', () => {
  test('ADM-5: the page offers the provider by its name above the password, and coming back opens the page asked for', async () => {
    const id = await add('ama')
    seat('ama')
    const browser = app.browser()
    const page = (await browser.get('/sign-in?next=/work-as')).text
    expect(page).toContain('Sign in with Harbour ID')
    expect(page.indexOf('Harbour ID')).toBeLessThan(page.indexOf('name="password"'))
    expect(page).toContain('href="/sign-in/sso?next=%2Fwork-as"')

    expect(await signInThere(browser, '/sign-in/sso?next=%2Fwork-as')).toMatchObject({
      status: 303,
      location: '/work-as',
    })
    expect((await browser.get('/')).text).toContain('Ama Mensah')
    expect(await eventsOf(id)).toEqual(['linkProvider {}', 'signIn {"by":"provider"}'])
    expect([...browser.cookies.keys()].sort()).toEqual(['device', 'session'])
  })

  test('ADM-5: the request carries PKCE, state and nonce, and leads back to one of our own pages only', async () => {
    const begun = await app.browser().get('/sign-in/sso?next=//evil.example')
    const asked = Object.fromEntries(new URL(begun.location ?? '').searchParams)
    expect(asked).toMatchObject({ code_challenge_method: 'S256', response_type: 'code', scope: 'openid email' })
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked[secret]?.length).toBeGreaterThan(40)
    expect(begun.headers.getSetCookie().join()).toMatch(/^sso=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
    await add('abe')
    seat('abe')
    expect((await signInThere(app.browser(), '/sign-in/sso?next=//evil.example')).location).toBe('/')
  })

  test('ADM-5: only a press on our own page signs somebody in, never a link on another', async () => {
    const from = (site: string) =>
      app.browser().request('/sign-in/sso?next=/work-as', { headers: { 'sec-fetch-site': site } })
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await from(site)).location).toBe('/sign-in?next=%2Fwork-as')
    expect((await from('same-origin')).location).toContain(provider.issuer)
  })

  test('ADM-5: issuer and subject stay with the account, so that an address which changes hands opens nothing', async () => {
    const id = await add('bea')
    seat('bea')
    await signInThere(app.browser())
    provider.seat({ subject: 's-bea', email: email('bea-renamed'), verified: false })
    const renamed = app.browser()
    expect((await signInThere(renamed)).location).toBe('/')
    expect(await eventsOf(id)).toHaveLength(3)

    provider.seat({ subject: 's-successor', email: email('bea') })
    const other = app.browser()
    const refused = await signInThere(other)
    expect(why(refused.location)).toBe('taken')
    expect((await other.get('/')).status).toBe(303)
    expect((await other.get(refused.location ?? '')).text).toContain('belongs to another sign-in at Harbour ID')
  })

  test('ADM-5: two of one person’s first sign-ins at once both succeed, and two subjects with one address do not', async () => {
    await add('cid')
    seat('cid')
    const browsers = [app.browser(), app.browser(), app.browser()]
    const backs = await Promise.all(browsers.map(browser => visitProvider(browser)))
    const came = await Promise.all(browsers.map((browser, at) => browser.get(backs[at] ?? '')))
    expect(came.map(({ location }) => location)).toEqual(['/', '/', '/'])

    await add('dot')
    const rivals = [app.browser(), app.browser()]
    const ways: string[] = []
    for (const [at, rival] of rivals.entries()) {
      provider.seat({ subject: `s-dot-${at}`, email: email('dot') })
      ways.push(await visitProvider(rival))
    }
    const ended = await Promise.all(rivals.map((rival, at) => rival.get(ways[at] ?? '')))
    expect(ended.filter(({ location }) => location === '/')).toHaveLength(1)
  })

  test('ADM-5: a session knows whether the provider asserted a second factor', async () => {
    const id = await add('eli')
    const origin = async () =>
      (
        await app.database.owner
          .selectFrom('session')
          .select('byProvider')
          .where('userId', '=', id)
          .orderBy('createdAt', 'desc')
          .executeTakeFirst()
      )?.byProvider
    seat('eli')
    await signInThere(app.browser())
    expect(await origin()).toBe('one_factor')
    seat('eli', { amr: ['pwd', 'otp'] })
    await signInThere(app.browser())
    expect(await origin()).toBe('two_factors')
  })

  test('ADM-5: signing out ends our session and offers to end the provider’s', async () => {
    await add('fay')
    seat('fay')
    const browser = app.browser()
    await signInThere(browser)
    await browser.get('/')
    const out = await browser.post('/sign-out')
    expect(out.location).toBe('/sign-in?done=out-here')
    expect((await browser.get('/')).status).toBe(303)
    expect((await browser.get('/sign-in?done=out-here')).text).toContain('Sign out of Harbour ID too')
    const end = new URL((await browser.get('/sign-in/sso/out')).location ?? '')
    expect(end.href.startsWith(`${provider.issuer}/session/end?`)).toBe(true)
    expect(Object.fromEntries(end.searchParams)).toEqual({
      client_id: 'onward',
      post_logout_redirect_uri: `${baseUrl}/sign-in`,
    })

    const byPassword = app.browser()
    await byPassword.fill('/sign-in', { email: email('fay'), password })
    await byPassword.get('/')
    expect((await byPassword.post('/sign-out')).location).toBe('/sign-in?done=out')
  })
})

describe('ADM-5: who is refused', () => {
  test('ADM-5: an address that the provider did not verify opens no account', async () => {
    const id = await add('gil')
    for (const verified of [false, 'true']) {
      provider.seat({ subject: `s-gil-${verified}`, email: email('gil'), verified })
      const browser = app.browser()
      const { location } = await signInThere(browser)
      expect(why(location)).toBe('unverified')
      const told = await browser.get(location ?? '')
      expect(told.status).toBe(403)
      expect(told.text).toContain('Harbour ID did not confirm that your email address is yours')
      expect(told.text).toContain('There is a problem')
    }
    expect(await eventsOf(id)).toEqual([])
  })

  test('ADM-5: somebody unknown and somebody whose account is closed are told to ask for an invitation, and nothing is made', async () => {
    const users = () => app.database.owner.selectFrom('user').select('id').execute()
    await close(await add('hal'))
    const closedLater = await add('hew')
    seat('hew')
    await signInThere(app.browser())
    await close(closedLater)
    const before = await users()
    const pages: string[] = []
    for (const who of ['stranger', 'hal', 'hew']) {
      seat(who)
      const browser = app.browser()
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
    expect((await eventsOf(closedLater)).at(-1)).toBe('signInRefused {"by":"provider","why":"unknown"}')
  })

  test('ADM-5: who cancels at the provider is back at the page to sign in', async () => {
    provider.seat(null)
    const browser = app.browser()
    const { location } = await signInThere(browser)
    expect(why(location)).toBe('cancelled')
    expect((await browser.get(location ?? '')).text).toContain('You were not signed in at Harbour ID')
  })
})

describe('ADM-5: answers that are not to be believed', () => {
  test('ADM-5: another state, another browser and a second time are refused', async () => {
    await add('ida')
    seat('ida')
    const browser = app.browser()
    const turned = (await visitProvider(browser)).replace(/state=[^&]+/, `state=${'x'.repeat(43)}`)
    expect(why((await browser.get(turned)).location)).toBe('again')

    const back = await visitProvider(browser)
    expect(why((await app.browser().get(back)).location)).toBe('again')
    const kept = browser.cookies.get('sso') ?? ''
    expect((await browser.get(back)).location).toBe('/')
    const thief = app.browser()
    thief.cookies.set('sso', kept)
    expect(why((await thief.get(back)).location)).toBe('again')
    expect((await thief.get('/')).status).toBe(303)
  })

  test('ADM-5: a code that was used already, or belongs to another sign-in, is refused', async () => {
    await add('jan')
    seat('jan')
    const first = app.browser()
    const used = await visitProvider(first)
    await first.get(used)
    const unused = await visitProvider(app.browser())
    for (const stolen of [used, unused]) {
      const thief = app.browser()
      const own = await visitProvider(thief)
      const code = new URL(stolen, baseUrl).searchParams.get('code') ?? ''
      const mixed = own.replace(/code=[^&]+/, `code=${code}`)
      expect(why((await thief.get(mixed)).location)).toBe('broken')
      expect((await thief.get('/')).status).toBe(303)
    }
  })

  test('ADM-5: a token made for another sign-in (its nonce) is refused', async () => {
    await add('kit')
    seat('kit')
    const browser = app.browser()
    const back = await visitProvider(browser, '/sign-in/sso', to => {
      to.searchParams.set('nonce', 'n'.repeat(43))
      return to
    })
    const { location } = await browser.get(back)
    expect(why(location)).toBe('broken')
    expect((await browser.get(location ?? '')).text).toContain('could not be trusted')
  })

  test('ADM-5: a sign-in that took longer than ten minutes begins again', async () => {
    await add('leo')
    seat('leo')
    const browser = app.browser()
    const back = await visitProvider(browser)
    app.clock.now = () => new Date(Date.now() + 11 * 60_000)
    expect(why((await browser.get(back)).location)).toBe('again')
    app.clock.now = () => new Date()
  })

  test('ADM-5: keys may change at any moment; a signature by a key that is not published is refused', async () => {
    await add('mia')
    seat('mia')
    expect((await signInThere(app.browser())).location).toBe('/')
    provider.changeKeys()
    expect((await signInThere(app.browser())).location).toBe('/')
    provider.changeKeys({ secretly: true })
    expect(why((await signInThere(app.browser())).location)).toBe('broken')
    provider.changeKeys()
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
  const other = provider.issuer.replace('127.0.0.1', 'localhost')
  const own = await startApp({ BASE_URL: baseUrl, ...provider.env, OIDC_ISSUER: other })
  await own.addUser({ email: email('pia') })
  expect((await own.browser().get('/sign-in/sso')).location).toBe('/sign-in?sso=broken')
  await own.stop()
})

test('ADM-5: the address may stand in the ID token itself; cookies are __Host- and Secure behind https', async () => {
  const secure = 'https://onward.example'
  const plain = await startIdentityProvider(secure, { inToken: true })
  const own = await startApp({ BASE_URL: secure, ...plain.env, OIDC_NAME: '' }, await freshDatabase())
  await own.addUser({ email: email('oli') })
  plain.seat({ subject: 's-oli', email: email('oli') })
  const browser = own.browser()
  expect((await browser.get('/sign-in')).text).toContain('Sign in with your organisation’s account')
  const begun = await own.browser().get('/sign-in/sso')
  expect(begun.headers.getSetCookie().join()).toMatch(/^__Host-sso=.*; Secure; /)
  expect((await signInThere(browser)).location).toBe('/')
  await own.stop()
  await plain.stop()
})

test('ADM-5: without a provider there is no button and no such page', async () => {
  const own = await startApp()
  await own.addUser({ email: email('pat') })
  expect((await own.browser().get('/sign-in')).text).not.toContain('/sign-in/sso')
  for (const path of ['/sign-in/sso', '/sign-in/sso/back', '/sign-in/sso/out'])
    expect((await own.browser().get(path)).status).toBe(404)
  await own.stop()
})

test('nothing of who came is in the log', () => {
  const log = app.logged.join('\n')
  expect(log).toContain('single sign-on failed')
  expect(log).not.toMatch(/harbour\.example|s-\w{3}|code=|eyJ/)
})
