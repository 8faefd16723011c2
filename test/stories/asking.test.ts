/** PUB-1, FORM-13: people ask for help themselves at the network's own address, where its coordinator lets them; and what is led there. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { keepSettings } from '#src/actions/keep-settings.ts'
import { sweepHeld } from '#src/actions/sweep-held.ts'
import { sendingLimits } from '#src/domain/entry.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type World } from '#test/network.ts'
import { openPublicForm, publicForms, referenceIn } from '#test/public-form.ts'

let app: App
let world: World
let home: string
let ask: string
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database, settings: { publicDirectory: true, selfReferral: 'pages' } })
  const { slug } = await db().selectFrom('network').select('slug').executeTakeFirstOrThrow()
  home = `/n/${slug}`
  ask = `${home}/ask`
})
afterAll(() => app.stop())

const { db, answers, upTo, send, referral, forgetLimits } = publicForms(() => ({ app, world }))
beforeEach(forgetLimits)

const anybody = (path: string) => app.browser().get(path)
/** People agree themselves: nobody is asked how they did. */
const agreed = () => ({ consent: { given: 'on', wordingId: world.wordingId } })

test('PUB-1: from the welcome page to services asked: the form of self-referral, without a cookie, an account or a script', async () => {
  expect((await anybody(home)).text).toContain(`href="${ask}"`)
  const browser = app.browser()
  const form = openPublicForm(browser, ask)
  const first = await form.start()
  expect(form.at()).toBe('person')
  expect(first.headers.get('cache-control')).toBe('no-store')
  const last = await form.goThrough(answers(agreed()))
  const { reference, code } = referenceIn(last.text)
  expect(code).toMatch(/^\d{4} \d{4}$/)
  expect(await referral(reference)).toMatchObject({
    origin: 'self',
    entryLinkId: null,
    referrerUserId: null,
    status: 'open',
  })
  expect(browser.cookies.size).toBe(0)
})

test('PUB-1: what a service offers is ticked already, where that is one thing that the form asks for', async () => {
  const { food, housing } = world.categories
  const pageOf = async (key: 'first' | 'third') => (await anybody(`${home}/services/${world.services[key]}`)).text
  expect(await pageOf('third')).toContain(`href="${ask}?need=${housing}"`)
  expect(await pageOf('first')).toContain(`href="${ask}"`)
  const browser = app.browser()
  const start = await browser.get(`${ask}?need=${housing}`)
  expect(start.text).toContain(`name="need" value="${housing}"`)
  const began = await browser.post(ask, { go: 'start', need: housing })
  const state = /name="state" value="([^"]*)"/.exec(began.text)?.[1] ?? ''
  expect(tickedIn((await browser.post(ask, { state, at: 'person', go: 'to:needs' })).text)).toEqual([housing])
  const isOffered = async (need: string) => (await anybody(`${ask}?need=${need}`)).text.includes('name="need"')
  expect(await isOffered(world.networkId)).toBe(false)
  await db().updateTable('category').set({ retiredAt: new Date() }).where('id', '=', food).execute()
  expect(await isOffered(food)).toBe(false)
  await db().updateTable('category').set({ retiredAt: null }).where('id', '=', food).execute()
})

const tickedIn = (text: string) =>
  [...text.matchAll(/<input[^>]*name="needs"[^>]*>/g)]
    .map(([box]) => box)
    .filter(box => box.includes(' checked'))
    .map(box => /value="([^"]*)"/.exec(box)?.[1])

test('SECURITY: a forged form is refused there, and a page of one network is worth nothing at another address', async () => {
  const stranger = app.browser()
  expect((await stranger.post(ask, { go: 'start' })).status).toBe(403)
  const form = openPublicForm(app.browser(), ask)
  await form.start()
  const browser = app.browser()
  await browser.get(ask)
  expect((await browser.post(ask, { state: `A${form.state().slice(1)}`, at: 'person' })).text).not.toContain('Step 2')
})

test('FORM-13: what is over the limits is held for the coordinator, who sees where it came from and sends it on', async () => {
  const sent = []
  for (let nth = 0; nth <= sendingLimits.unproven.address; nth++) sent.push(await send(ask, agreed()))
  const held = sent.at(-1)
  expect(held?.last.text).toContain('We have it')
  const row = await db()
    .selectFrom('heldSubmission')
    .selectAll()
    .where('reference', '=', held?.reference ?? '')
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ why: 'address', origin: 'self', entryLinkId: null })
  const coordinator = await app.as(world.users.coordinator)
  expect((await coordinator.get('/system/held')).text).toContain('“Ask for help” on your public pages')
  await coordinator.post(`/system/held/${row.id}/release`)
  expect(await referral(held?.reference ?? '')).toMatchObject({ id: row.id, origin: 'self', entryLinkId: null })
})

test('FORM-13: what nobody decides about goes after the days that drafts are kept, from here as from a link', async () => {
  for (let nth = 0; nth <= sendingLimits.unproven.address; nth++) await send(ask, agreed())
  const later = new Date(Date.now() + 32 * 24 * 60 * 60_000)
  await sweepHeld({ ...(await world.as('coordinator')), actor: null, now: () => later })
  const left = await db().selectFrom('heldSubmission').select('id').where('decision', 'is', null).execute()
  expect(left).toEqual([])
})

test('PUB-1: the coordinator chooses it on the page of links; each choice is in the audit, and off is off at once', async () => {
  const coordinator = await app.as(world.users.coordinator)
  const choose = async (selfReferral: string) => {
    await coordinator.get('/system/entry-links')
    return coordinator.post('/system/entry-links/self-referral', { selfReferral })
  }
  const { form } = await upTo('check', ask, agreed())
  for (const less of ['links', 'off'] as const) {
    expect((await choose(less)).status).toBe(303)
    expect((await anybody(ask)).status).toBe(404)
    for (const page of [home, `${home}/services/${world.services.first}`])
      expect((await anybody(page)).text).not.toContain(ask)
  }
  expect((await form.post()).status).toBe(404)
  expect((await choose('everybody')).status).toBe(422)
  expect((await choose('pages')).status).toBe(303)
  expect((await anybody(home)).text).toContain(ask)
  const events = await db()
    .selectFrom('event')
    .select('codes')
    .where('action', '=', 'keepEntrySettings')
    .orderBy('id')
    .execute()
  expect(events.map(({ codes }) => codes)).toEqual(
    ['links', 'off', 'pages'].map(selfReferral => ({ part: 'entry-links', rules: { selfReferral } })),
  )
  expect((await coordinator.get('/audit')).text).toContain('self referral: pages')
})

test('PUB-1: people may ask also where the directory is closed, and nobody where the network is no more', async () => {
  const coordinator = await world.as('coordinator')
  await keepSettings(coordinator, world.networkId, { directory: { publicDirectory: false } }, {})
  expect((await anybody(home)).text).toContain(`href="${ask}"`)
  expect((await anybody(ask)).status).toBe(200)
  await db().updateTable('network').set({ archivedAt: new Date() }).execute()
  expect((await anybody(ask)).status).toBe(404)
  await db().updateTable('network').set({ archivedAt: null }).execute()
})

test('UX: where the network helps with what others must not know, the form can be left at once', async () => {
  expect((await anybody(ask)).text).not.toContain('data-leave')
  await db().updateTable('category').set({ sensitive: true }).where('id', '=', world.categories.debt).execute()
  expect((await anybody(ask)).text).toContain('data-leave')
  await db().updateTable('category').set({ sensitive: false }).where('id', '=', world.categories.debt).execute()
})

test('PUB-1: a new network has no such address until it wants one', async () => {
  await db().updateTable('network').set({ settings: '{}' }).execute()
  expect((await anybody(ask)).status).toBe(404)
  expect((await anybody(home)).text).not.toContain(ask)
})
