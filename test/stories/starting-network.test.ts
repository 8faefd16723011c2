/** ADM-1: an administrator makes a network in the browser; its coordinator is led to the first referral by a checklist. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkToken } from '#src/actions/link-token.ts'
import { readChecklist } from '#src/db/checklist.ts'
import { type App, password, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type World } from '#test/network.ts'

let app: App
let root: Browser
let rootId: string
beforeAll(async () => {
  app = await startApp()
  rootId = await app.addUser({ email: 'root@northbank.example', name: 'Rhys Root', administrator: true })
  root = await app.as(rootId)
})
afterAll(() => app.stop())

const start = { name: 'Môn & Menai Help', slug: '', organisationName: 'Menai Council', personName: '', email: '' }
const idOf = (location: string | null) => /network=([\da-f-]{36})/.exec(location ?? '')?.[1] ?? ''
async function made(slug: string) {
  const { rows } = await sql<{ id: string; organisation: string }>`select n.id, o.id as organisation from network n
    join organisation o on o.id = n.coordinating_organisation_id where n.slug = ${slug}`.execute(app.database.owner)
  return rows[0] ?? { id: '', organisation: '' }
}

test('ADM-1: an administrator is led to make the first network, and coordinates it if they say so', async () => {
  expect((await root.get('/')).text).toContain('Make a network')
  expect((await root.get('/networks')).text).toContain('No network yet')
  expect((await root.get('/networks/new')).text).toContain('Now make the first network')
  const blank = await root.post('/networks/new', {})
  expect(blank.status).toBe(422)
  expect(blank.text).toContain('Choose who coordinates it')
  const answer = await root.post('/networks/new', { ...start, coordinator: 'self' })
  expect(answer.location).toMatch(/^\/system\/start\?network=/)
  expect((await made('mon-menai-help')).id).toBe(idOf(answer.location))
  const list = await root.get(answer.location ?? '')
  expect(list.text).toContain('9 steps to the first referral')
  expect(list.text).toContain('1 of 10 done')
  expect((await root.get('/')).text).toContain('Setting up Môn &amp; Menai Help')
  const taken = await root.fill('/networks/new', { ...start, organisationName: 'Another', coordinator: 'self' })
  expect(taken.text).toContain('Another network has this short name')
})

test('ADM-1: somebody invited coordinates it, and is the first to manage its organisation', async () => {
  const email = 'colm@arfon.example'
  const draft = { ...start, name: 'Arfon', organisationName: 'Arfon Trust', coordinator: 'invite' }
  expect((await root.fill('/networks/new', draft)).text).toContain('Enter their email address')
  expect((await root.post('/networks/new', { ...draft, email })).location).toBe('/networks?done=invited')
  expect((await root.get('/networks?done=invited')).text).toContain('Nobody yet')
  const { id } = await made('arfon')
  const row = app.database.owner.selectFrom('invitation').select('id').where('email', '=', email)
  const link = linkToken(app.config.secret, 'invitation', (await row.executeTakeFirstOrThrow()).id)
  const colm = app.browser()
  await colm.get(`/invitation?token=${link}`)
  expect((await colm.post('/invitation', { link, name: 'Colm Reid', password })).status).toBe(303)
  expect((await colm.get('/')).text).toContain('Setting up Arfon')
  expect((await colm.get('/getting-started')).status).toBe(200)
  expect((await root.get(`/system/start?network=${id}`)).text).not.toContain('Setting up Arfon')
  expect((await root.get('/networks')).text).toContain('Colm Reid')
})

test('ADM-3: no administrator gets into an organisation that is here already by making a network', async () => {
  const { organisation } = await made('arfon')
  const draft = { ...start, name: 'Arfon Two', organisationName: 'arfon TRUST' }
  expect((await root.fill('/networks/new', { ...draft, coordinator: 'self' })).text).toContain('you do not work for it')
  const other = await root.post('/networks/new', { ...draft, coordinator: 'invite', email: 'mate@elsewhere.example' })
  expect(other.text).toContain('Invite somebody who works for it')
  const theirs = await root.post('/networks/new', { ...draft, coordinator: 'invite', email: 'Colm@arfon.example' })
  expect(theirs.status).toBe(303)
  expect((await made('arfon-two')).organisation).toBe(organisation)
  const mine = app.database.owner.selectFrom('membership').select('organisationId').where('userId', '=', rootId)
  expect((await mine.execute()).map(({ organisationId }) => organisationId)).not.toContain(organisation)
  const plain = await app.as(await app.addUser({ email: 'plain@northbank.example' }))
  expect((await plain.get('/networks/new')).status).toBe(404)
})

test('ADM-1: the checklist follows what is there, can be put away and found again, and is its coordinator’s alone', async () => {
  const world: World = await network({ database: app.database })
  const coordinator = await app.as(world.users.coordinator)
  const { checklist } = await readChecklist(app.database.db, world.networkId)
  expect(checklist).toEqual({
    ...{ details: false, area: true, categories: true, form: false, lists: true, wording: false, agreement: true },
    ...{ help: true, invitation: true, service: true },
  })
  expect((await coordinator.get('/')).text).toContain('Setting up Northbank Help')
  const page = await coordinator.get('/system/start')
  for (const path of ['/system/details', '/system/form', '/system/consent'])
    expect(page.text).toContain(`href="${path}"`)
  expect((await coordinator.post('/system/start/hide')).location).toBe('/system/start?done=hidden')
  expect((await coordinator.get('/')).text).not.toContain('Setting up Northbank Help')
  expect((await coordinator.get('/system')).text).toContain('href="/system/start"')
  await coordinator.get('/system/start')
  await coordinator.post('/system/start/show')
  expect((await coordinator.get('/')).text).toContain('Setting up Northbank Help')
  const details = {
    name: 'Northbank Help',
    slug: (await readSlug(world)) ?? '',
    description: 'For everybody on the north bank.',
  }
  const words = { personWord: 'person', personWordPlural: 'people' }
  await coordinator.fill('/system/details', {
    ...details,
    ...words,
    seen: await seenOn(coordinator, '/system/details'),
  })
  expect((await readChecklist(app.database.db, world.networkId)).checklist.details).toBe(true)
  for (const role of ['firstPrimary', 'commissioner', 'administrator'] as const)
    expect((await (await app.as(world.users[role])).get('/system/start')).status, role).toBe(404)
})

async function readSlug({ networkId }: World) {
  const row = app.database.owner.selectFrom('network').select('slug').where('id', '=', networkId)
  return (await row.executeTakeFirst())?.slug
}
async function seenOn(browser: Browser, path: string): Promise<string> {
  return /name="seen" value="([^"]+)"/.exec((await browser.get(path)).text)?.[1] ?? ''
}

test('ADM-1: a lost invitation to coordinate is sent again or replaced in the browser, until somebody coordinates', async () => {
  const draft = { ...start, name: 'Conwy', organisationName: 'Conwy Trust', coordinator: 'invite' }
  await root.post('/networks/new', { ...draft, email: 'wrong@conwy.example' })
  const { id } = await made('conwy')
  const address = `/networks/${id}/coordinator`
  expect((await root.get('/networks')).text).toContain(`href="${address}"`)
  const page = await root.get(address)
  expect(page.text).toContain('wrong@conwy.example')
  const invitationOf = async (email: string) =>
    app.database.owner.selectFrom('invitation').select(['id', 'sends']).where('email', '=', email).executeTakeFirst()
  const first = await invitationOf('wrong@conwy.example')
  const back = `back=${encodeURIComponent(address)}`
  expect((await root.post(`/invitations/${first?.id}/resend?${back}`, {})).location).toBe(`${address}?done=resend`)
  expect((await invitationOf('wrong@conwy.example'))?.sends).toBe(2)
  expect((await root.post(`/invitations/${first?.id}/revoke?${back}`, {})).status).toBe(303)
  expect((await root.post(address, { personName: '', email: 'no' })).status).toBe(422)
  expect((await root.post(address, { personName: 'Nia', email: 'nia@conwy.example' })).location).toContain(
    'done=invited',
  )
  expect((await root.fill(address, { personName: 'Nia', email: 'nia@conwy.example' })).text).toContain(
    'invited already',
  )
  const link = linkToken(app.config.secret, 'invitation', (await invitationOf('nia@conwy.example'))?.id ?? '')
  const nia = app.browser()
  await nia.get(`/invitation?token=${link}`)
  expect((await nia.post('/invitation', { link, name: 'Nia Wen', password })).status).toBe(303)
  expect((await root.get(address)).status).toBe(404)
  expect((await root.post(address, { personName: '', email: 'mate@elsewhere.example' })).status).toBe(404)
  const plain = await app.as(await app.addUser({ email: 'plain2@northbank.example' }))
  expect((await plain.get(address)).status).toBe(404)
})
