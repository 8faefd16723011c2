/** ADM-5: signing in and out with a real OpenID provider, through HTTP on real SQL. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { password, startApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { signInThere, startIdentityProvider, visitProvider } from '#test/identity-provider.ts'
import { baseUrl, email, openSingleSignOn, type SingleSignOn, why } from '#test/single-sign-on.ts'

let here: SingleSignOn
beforeAll(async () => {
  here = await openSingleSignOn()
})
afterAll(() => here?.stop())

describe('ADM-5: signing in', () => {
  test('ADM-5: the page offers the provider by its name above the password, and coming back opens the page asked for', async () => {
    const id = await here.add('ama')
    here.seat('ama')
    const browser = here.app.browser()
    const page = (await browser.get('/sign-in?next=/work-as')).text
    expect(page).toContain('Sign in with Harbour ID')
    expect(page.indexOf('Harbour ID')).toBeLessThan(page.indexOf('name="password"'))
    expect(page).toContain('href="/sign-in/sso?next=%2Fwork-as"')

    expect(await signInThere(browser, '/sign-in/sso?next=%2Fwork-as')).toMatchObject({
      status: 303,
      location: '/work-as',
    })
    expect((await browser.get('/')).text).toContain('Ama Mensah')
    expect(await here.eventsOf(id)).toEqual(['linkProvider {}', 'signIn {"by":"provider"}'])
    expect([...browser.cookies.keys()].sort()).toEqual(['device', 'session'])
  })

  test('ADM-5: the request carries PKCE, state and nonce, and leads back to one of our own pages only', async () => {
    const begun = await here.app.browser().get('/sign-in/sso?next=//evil.example')
    const asked = Object.fromEntries(new URL(begun.location ?? '').searchParams)
    expect(asked).toMatchObject({ code_challenge_method: 'S256', response_type: 'code', scope: 'openid email' })
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked[secret]?.length).toBeGreaterThan(40)
    expect(begun.headers.getSetCookie().join()).toMatch(/^sso=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
    await here.add('abe')
    here.seat('abe')
    expect((await signInThere(here.app.browser(), '/sign-in/sso?next=//evil.example')).location).toBe('/')
  })

  test('ADM-5: only a press on our own page signs somebody in, never a link on another', async () => {
    const from = (site: string) =>
      here.app.browser().request('/sign-in/sso?next=/work-as', { headers: { 'sec-fetch-site': site } })
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await from(site)).location).toBe('/sign-in?next=%2Fwork-as')
    expect((await from('same-origin')).location).toContain(here.provider.issuer)
  })

  test('ADM-5: issuer and subject stay with the account, so that an address which changes hands opens nothing', async () => {
    const id = await here.add('bea')
    here.seat('bea')
    await signInThere(here.app.browser())
    here.provider.seat({ subject: 's-bea', email: email('bea-renamed'), verified: false })
    const renamed = here.app.browser()
    expect((await signInThere(renamed)).location).toBe('/')
    expect(await here.eventsOf(id)).toHaveLength(3)

    here.provider.seat({ subject: 's-successor', email: email('bea') })
    const other = here.app.browser()
    const refused = await signInThere(other)
    expect(why(refused.location)).toBe('taken')
    expect((await other.get('/')).status).toBe(303)
    expect((await other.get(refused.location ?? '')).text).toContain('belongs to another sign-in at Harbour ID')
  })

  test('ADM-5: two of one person’s first sign-ins at once both succeed, and two subjects with one address do not', async () => {
    await here.add('cid')
    here.seat('cid')
    const browsers = [here.app.browser(), here.app.browser(), here.app.browser()]
    const backs = await Promise.all(browsers.map(browser => visitProvider(browser)))
    const came = await Promise.all(browsers.map((browser, at) => browser.get(backs[at] ?? '')))
    expect(came.map(({ location }) => location)).toEqual(['/', '/', '/'])

    await here.add('dot')
    const rivals = [here.app.browser(), here.app.browser()]
    const ways: string[] = []
    for (const [at, rival] of rivals.entries()) {
      here.provider.seat({ subject: `s-dot-${at}`, email: email('dot') })
      ways.push(await visitProvider(rival))
    }
    const ended = await Promise.all(rivals.map((rival, at) => rival.get(ways[at] ?? '')))
    expect(ended.filter(({ location }) => location === '/')).toHaveLength(1)
  })

  test('ADM-5: a session knows whether the provider asserted a second factor', async () => {
    const id = await here.add('eli')
    const origin = async () =>
      (
        await here.app.database.owner
          .selectFrom('session')
          .select('byProvider')
          .where('userId', '=', id)
          .orderBy('createdAt', 'desc')
          .executeTakeFirst()
      )?.byProvider
    here.seat('eli')
    await signInThere(here.app.browser())
    expect(await origin()).toBe('one_factor')
    here.seat('eli', { amr: ['pwd', 'otp'] })
    await signInThere(here.app.browser())
    expect(await origin()).toBe('two_factors')
  })

  test('ADM-5: signing out ends our session and offers to end the provider’s', async () => {
    await here.add('fay')
    here.seat('fay')
    const browser = here.app.browser()
    await signInThere(browser)
    await browser.get('/')
    const out = await browser.post('/sign-out')
    expect(out.location).toBe('/sign-in?done=out-here')
    expect((await browser.get('/')).status).toBe(303)
    expect((await browser.get('/sign-in?done=out-here')).text).toContain('Sign out of Harbour ID too')
    const end = new URL((await browser.get('/sign-in/sso/out')).location ?? '')
    expect(end.href.startsWith(`${here.provider.issuer}/session/end?`)).toBe(true)
    expect(Object.fromEntries(end.searchParams)).toEqual({
      client_id: 'onward',
      post_logout_redirect_uri: `${baseUrl}/sign-in`,
    })

    const byPassword = here.app.browser()
    await byPassword.fill('/sign-in', { email: email('fay'), password })
    await byPassword.get('/')
    expect((await byPassword.post('/sign-out')).location).toBe('/sign-in?done=out')
  })
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
  const log = here.app.logged.join('\n')
  expect(log).not.toMatch(/harbour\.example|s-\w{3}|code=|eyJ/)
})
