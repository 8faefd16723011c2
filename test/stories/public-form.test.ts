/** FORM-13: the form without an account: filled in step by step, reached by a link, and inside another site. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { entryToken } from '#src/actions/make-entry-link.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'
import { openPublicForm, publicForms, referenceIn } from '#test/public-form.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database, settings: { selfReferral: 'links' } })
})
afterAll(() => app.stop())

const { db, link, answers, upTo, send, referral, forgetLimits } = publicForms(() => ({ app, world }))
beforeEach(forgetLimits)

const intranet = 'https://intranet.example.org'
const referrals = async () =>
  (await db().selectFrom('referral').select('id').orderBy('id').execute()).map(({ id }) => id)

describe('the form itself', () => {
  test('FORM-13: from a link to services asked, in steps, without a cookie, an account or a script', async () => {
    const browser = app.browser()
    const { id, path } = await link()
    const form = openPublicForm(browser, path)
    const first = await form.start()
    expect(first.text).toContain('Step 1 of ')
    const last = await form.goThrough(answers())
    const { reference, code } = referenceIn(last.text)
    expect(last.text).toContain('It has been sent')
    expect(code).toMatch(/^\d{4} \d{4}$/)
    expect(await referral(reference)).toMatchObject({
      ...{ origin: 'link', entryLinkId: id, referrerUserId: null, referrerOrganisationId: null, status: 'open' },
    })
    const letters = await db()
      .selectFrom('message')
      .select(['recipient', 'codes'])
      .where('template', '=', 'source_sent')
      .execute()
    expect(letters).toEqual([{ recipient: `source:${(await referral(reference))?.id}`, codes: { reference } }])
    const consent = await db().selectFrom('consent').selectAll().execute()
    expect(consent).toMatchObject([{ how: 'spoken', askedByName: 'Tamsin Okafor', askedByUserId: null }])
    expect(browser.cookies.size).toBe(0)
    for (const page of [first, last]) expect(page.headers.getSetCookie()).toEqual([])
  })

  test('FORM-13: nothing is on the server until it is sent, and not a word of it readable in the page', async () => {
    const { path } = await link()
    const form = openPublicForm(app.browser(), path)
    const before = await referrals()
    await form.start()
    await form.post(answers().source)
    await form.post(answers().person)
    expect(Buffer.from(form.state(), 'base64url').toString('latin1')).not.toContain('Wilhelmina')
    for (const table of ['draft', 'held_submission'])
      expect((await sql`select 1 from ${sql.table(table)}`.execute(db())).rows).toEqual([])
    expect(await referrals()).toEqual(before)
    const back = await form.post({}, 'back')
    expect(back.text).toContain('value="Wilhelmina"')
    expect(app.logged.join('\n')).not.toMatch(/Wilhelmina|Quartermaine/)
  })

  test('FORM-13: a step with a fault says so at its field, keeps what was typed and goes no further', async () => {
    const { path } = await link()
    const form = openPublicForm(app.browser(), path)
    await form.start()
    const page = await form.post({ 'source.name': 'Tamsin', 'source.email': 'not an address' })
    expect(page.status).toBe(422)
    expect(page.text).toMatch(/<title>Error: /)
    expect(page.text).toContain('Enter where you work')
    expect(page.text).toContain('value="not an address"')
    expect(form.at()).toBe('source')
  })

  test('FORM-13: no step is reached past one at fault, whatever is posted', async () => {
    const { path } = await link()
    const form = openPublicForm(app.browser(), path)
    await form.start()
    for (const at of ['check', 'equality', 'consent', 'services'])
      expect((await form.post({ at, given: 'on', how: 'spoken', wordingId: world.wordingId })).text).toContain(
        'Who are you?',
      )
  })

  test('FORM-14: sent twice is sent once, and gives the same reference and code', async () => {
    const { path } = await link()
    const { form } = await upTo('check', path)
    await form.post()
    const browser = app.browser()
    await browser.get(path)
    const fields = { state: form.state(), at: form.at(), go: 'next' }
    const [one, two] = [await browser.post(path, fields), await browser.post(path, fields)]
    expect(referenceIn(one.text).reference).not.toBe('')
    expect(referenceIn(two.text)).toEqual(referenceIn(one.text))
  })

  test('FORM-13: after an hour, on another link or changed by a bit, what the page carried is worth nothing', async () => {
    const { path } = await link()
    const other = await link()
    const browser = app.browser()
    const form = openPublicForm(browser, path)
    await form.start()
    await form.post(answers().source)
    const state = form.state()
    app.clock.now = () => new Date(Date.now() + 61 * 60_000)
    const late = await browser.post(path, { state, at: 'person', go: 'next' })
    app.clock.now = () => new Date()
    expect(late.text).toContain('more than an hour')
    await browser.get(other.path)
    expect((await browser.post(other.path, { state, at: 'person' })).text).not.toContain('Step 2')
    await browser.get(path)
    expect((await browser.post(path, { state: `A${state.slice(1)}`, at: 'person' })).text).not.toContain('Step 2')
  })

  test('FORM-13: a session of the same browser is not looked at, and no duplicate is ever shown', async () => {
    const { path } = await link()
    const signedIn = await app.as(world.users.coordinator)
    const page = await signedIn.get(path)
    expect(page.text).not.toContain('The coordinator')
    expect(page.text).not.toContain('Sign out')
    const { last } = await send(path)
    expect(last.text).not.toMatch(/duplicate|already/i)
  })

  test('FORM-3: a partner’s link fills in where one works, and its users see what was sent', async () => {
    const { path } = await link({ organisationId: world.organisations.referrer })
    const { reference } = await send(path, { source: { 'source.name': 'Idris', 'source.email': 'idris@ref.example' } })
    expect(await referral(reference)).toMatchObject({ referrerOrganisationId: world.organisations.referrer })
    const member = await app.as(world.users.referrerPrimary)
    expect((await member.get(`/referrals/${(await referral(reference))?.id}`)).text).toContain('Quartermaine')
  })

  test('FORM-3: people refer themselves where the network allows it, and are not asked who refers', async () => {
    const { path } = await link({ kind: 'self' })
    const form = openPublicForm(app.browser(), path)
    const first = await form.start()
    expect(form.at()).toBe('person')
    expect(first.text).not.toContain('their first name')
    const last = await form.goThrough(answers({ consent: { given: 'on', wordingId: world.wordingId } }))
    const { reference } = referenceIn(last.text)
    expect(await referral(reference)).toMatchObject({ origin: 'self' })
  })

  test('FORM-11: without consent the public services’ details are shown, nothing is kept, and it is counted once', async () => {
    await db()
      .updateTable('serviceInNetwork')
      .set({ listed: false })
      .where('serviceId', '=', world.services.second)
      .execute()
    const { path } = await link()
    const before = await referrals()
    const { form } = await upTo('consent', path)
    const refused = await form.post({}, 'refuse')
    await form.post({}, 'refuse')
    expect(refused.text).toContain('The first service')
    expect(refused.text).not.toContain('The second service')
    expect(refused.text).not.toContain('Quartermaine')
    expect(await referrals()).toEqual(before)
    const counted = await db().selectFrom('consentRefusal').select('categoryId').execute()
    expect(counted).toHaveLength(2)
    await db().updateTable('serviceInNetwork').set({ listed: true }).execute()
  })
})

describe('inside another site', () => {
  test('FORM-13: only the network’s sites may show the form, and only the form', async () => {
    const { path } = await link()
    const coordinator = await app.as(world.users.coordinator)
    await coordinator.fill('/system/entry-links', {})
    const saved = await coordinator.post('/system/entry-links/settings', { embedOrigins: `${intranet}/page` })
    expect(saved.status).toBe(303)
    const framed = await app.browser().get(`${path}/embed`)
    expect(framed.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${intranet}`)
    expect(framed.headers.get('x-frame-options')).toBeNull()
    const form = openPublicForm(app.browser(), `${path}/embed`)
    expect((await form.start()).headers.get('content-security-policy')).toContain(intranet)
    for (const plain of [path, '/r', '/sign-in'])
      expect((await app.browser().get(plain)).headers.get('content-security-policy')).toContain(
        "frame-ancestors 'none'",
      )
    const { reference } = referenceIn((await form.goThrough(answers())).text)
    const row =
      (await referral(reference)) ??
      (await db().selectFrom('heldSubmission').selectAll().where('reference', '=', reference).executeTakeFirst())
    expect(row).toMatchObject({ origin: 'embed' })
  })

  test('FORM-13: a site that is none is refused at its field', async () => {
    const coordinator = await app.as(world.users.coordinator)
    await coordinator.get('/system/entry-links')
    const page = await coordinator.post('/system/entry-links/settings', { embedOrigins: 'http://plain.example.org\n*' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('http://plain.example.org, *')
  })
})

describe('links', () => {
  test('FORM-13: a coordinator makes a link, names it, copies it and takes it back, each with its event', async () => {
    const coordinator = await app.as(world.users.coordinator)
    await coordinator.get('/system/entry-links')
    expect((await coordinator.post('/system/entry-links', { label: '', who: 'anybody' })).text).toContain(
      'Give the link a name',
    )
    const made = await coordinator.post('/system/entry-links', { label: 'Library poster', who: 'anybody' })
    const id = /#l-(.+)$/.exec(made.location ?? '')?.[1] ?? ''
    const path = `/f/${entryToken(app.config.secret, id)}`
    expect((await coordinator.get('/system/entry-links')).text).toContain(path)
    expect((await app.browser().get(path)).status).toBe(200)
    await coordinator.get('/system/entry-links')
    await coordinator.post(`/system/entry-links/${id}/name`, { [`label-${id}`]: 'Library leaflet' })
    expect((await coordinator.get('/system/entry-links')).text).toContain('Library leaflet')
    const open = openPublicForm(app.browser(), path)
    await open.start()
    await coordinator.post(`/system/entry-links/${id}/revoke`)
    expect((await app.browser().get(path)).status).toBe(404)
    expect((await open.post(answers().source)).status).toBe(404)
    const { rows } = await sql<{
      action: string
    }>`select action from event where codes ->> 'link' = ${id} order by id`.execute(db())
    expect(rows.map(({ action }) => action)).toEqual(['makeEntryLink', 'nameEntryLink', 'revokeEntryLink'])
  })

  test('SECURITY: links are the coordinator’s alone, of that network alone, and a made-up one is absent', async () => {
    const { id } = await link()
    for (const role of ['first', 'referrerPrimary', 'commissioner', 'administrator', 'outsider'] as const) {
      const browser = await app.as(world.users[role])
      expect((await browser.get('/system/entry-links')).status).toBe(404)
      await browser.get('/')
      expect((await browser.post(`/system/entry-links/${id}/revoke`)).status).toBe(404)
    }
    for (const path of ['/f/x', `/f/${'a'.repeat(43)}`, '/f/%00', `/f/${'a'.repeat(43)}/embed`])
      expect((await app.browser().get(path)).status).toBe(404)
  })
})
