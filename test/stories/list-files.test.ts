/** LST-6: the filtered list as a file; and lists kept under a name. */
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'

let app: App
let world: World
let morag: { id: string; reference: string }
let idris: { id: string; reference: string }
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  morag = await world.send()
  const person = { firstName: '=cmd', lastName: 'Quill', dateOfBirth: '1951', email: 'quill@example.com' }
  idris = await world.send({ needs: ['housing'], ask: ['second'], fill: { person: { ...blank, ...person } } })
})
afterAll(() => app.stop())

const blank = { title: '', firstName: '', lastName: '', dateOfBirth: '', phone: '', email: '', preferredContact: '' }
const as = (role: Role) => app.as(world.users[role])
const file = async (role: Role, query: string) => (await as(role)).get(`/referrals/download?${query}`)
const recorded = async (action: string) =>
  (
    await sql<{ codes: Record<string, unknown>; networkId: string }>`select codes, network_id from event
      where action = ${action} order by id desc`.execute(app.database.owner)
  ).rows
const seen = async (id: string, userId: string) =>
  (
    await sql<{ n: number }>`select count(*)::int as n from view_record
      where referral_id = ${id} and user_id = ${userId} and what = 'csv'`.execute(app.database.owner)
  ).rows[0]?.n

test('LST-6: a CSV has the rows of the list under the same filters, in the words of the screen', async () => {
  const { text, headers } = await file('coordinator', `tab=all&need=${world.categories.housing}&format=csv`)
  expect(headers.get('content-type')).toContain('text/csv')
  expect(headers.get('content-disposition')).toMatch(/attachment; filename="referrals-\d{4}-\d\d-\d\d\.csv"/)
  const lines = text.trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('Number,Network,Opened,Status')
  expect(lines[1]).toContain(idris.reference)
  expect(lines[1]).toContain('Housing')
  expect(text).not.toContain('Quill')
})

test('LST-6: names come only when asked for, only where each may be seen, and each is recorded', async () => {
  const { text } = await file('second', 'tab=all&people=yes&format=csv')
  const line = (of: { reference: string }) => text.split('\n').find(one => one.includes(of.reference)) ?? ''
  expect(line(idris)).toContain("'=cmd Quill")
  expect(line(idris)).toContain('quill@example.com')
  expect(line(morag)).not.toContain('Penhaligon')
  expect([await seen(idris.id, world.users.second), await seen(morag.id, world.users.second)]).toEqual([1, 0])
  expect((await file('administrator', 'people=yes')).text).not.toMatch(/Quill|Penhaligon|Housing|L4/)
})

test('LST-6: each download is recorded with its count and filters, without words', async () => {
  const coordinator = await as('coordinator')
  await coordinator.get('/referrals')
  const { location } = await coordinator.post('/referrals/search', { words: 'Quill' })
  const found = await coordinator.get(`/referrals/download${new URL(location ?? '', app.url).search}&format=csv`)
  expect(found.text.trim().split('\n')).toHaveLength(2)
  const [last] = await recorded('exported')
  expect(last).toMatchObject({
    networkId: world.networkId,
    codes: { count: 1, found: 1, format: 'csv', people: false },
  })
  expect(JSON.stringify(await recorded('exported'))).not.toContain('Quill')
})

test('LST-6: an XLSX has the same rows, and nothing that runs', async () => {
  const browser = await as('second')
  const token = browser.cookies.get('session') ?? ''
  const response = await fetch(`${app.url}/referrals/download?people=yes&format=xlsx`, {
    headers: { cookie: `session=${token}` },
  })
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
  expect(sheet).toContain(idris.reference)
  expect(sheet).toMatch(/<c t="inlineStr" s="2"><is><t xml:space="preserve">=cmd Quill/)
  expect(sheet).not.toContain('<f>')
})

test('LST-6: those ticked are taken, or all that match', async () => {
  const coordinator = await as('coordinator')
  await coordinator.get('/referrals?tab=all&select=yes')
  const one = await coordinator.post('/referrals/selected?tab=all', { id: morag.id, do: 'csv' })
  expect([one.text.includes(morag.reference), one.text.includes(idris.reference)]).toEqual([true, false])
  const all = await coordinator.post('/referrals/selected?tab=all', { all: 'yes', do: 'csv' })
  expect([all.text.includes(morag.reference), all.text.includes(idris.reference)]).toEqual([true, true])
})

test('LST-6: what is ticked but not to be seen is not in the file', async () => {
  const outsider = await as('first')
  await outsider.get('/referrals?select=yes')
  const { text } = await outsider.post('/referrals/selected?tab=received', { id: [morag.id, idris.id], do: 'csv' })
  expect([text.includes(morag.reference), text.includes(idris.reference)]).toEqual([true, false])
})

test('API-1: the file comes over the API too, a column for each field', async () => {
  const client = await clientFor(app, world.users.second, ['referrals:read'])
  const { text } = await client.get('/referrals/export?tab=all&people=true')
  expect(text).toContain('id,reference,network,status')
  expect(text).toContain('quill@example.com')
  expect(text).not.toContain('Penhaligon')
  const none = await clientFor(app, world.users.second, ['directory:read'])
  expect((await none.get('/referrals/export')).status).toBe(404)
})

test('LST-2: a view is kept under a name, opens the same list, is one’s own, and can be deleted', async () => {
  const second = await as('second')
  await second.get('/referrals')
  const query = `tab=all&need=${world.categories.housing}`
  const { location } = await second.post(`/referrals/views?${query}`, { name: 'Housing everywhere' })
  const kept = await second.get(location ?? '')
  expect(kept.text).toContain('View saved.')
  expect(kept.text).toContain(`href="/referrals?${query.replace('&', '&amp;')}"`)
  expect((await (await as('third')).get('/referrals')).text).not.toContain('Housing everywhere')
  const id = /\/referrals\/views\/([0-9a-f-]{36})\/delete/.exec(kept.text)?.[1]
  const third = await as('third')
  await third.get('/referrals')
  await third.post(`/referrals/views/${id}/delete`)
  expect((await second.get('/referrals')).text).toContain('Housing everywhere')
  await second.post(`/referrals/views/${id}/delete`)
  expect((await second.get('/referrals')).text).not.toContain('Housing everywhere')
  expect((await second.post('/referrals/views', { name: ' ' })).location).toContain('done=viewUnnamed')
})

test('LST-2: a view that stands on words keeps them, though twenty searches follow', async () => {
  const second = await as('second')
  await second.get('/referrals')
  const { location } = await second.post('/referrals/search', { words: 'Quill' })
  const search = new URL(location ?? '', app.url).search
  await second.post(`/referrals/views${search}`, { name: 'Quill' })
  for (let n = 0; n < 21; n++) await second.post('/referrals/search', { words: `nobody ${n}` })
  expect((await second.get(`/referrals${search}`)).text).toContain('Found: Quill')
})
