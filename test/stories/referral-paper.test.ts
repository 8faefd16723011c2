/** RES-6: one referral taken away, as CSV, XLSX or print, on pages and over the API. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'

let app: App
let world: World
let id = ''
let path = ''
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  ;({ id } = await world.send({ needs: ['food'], ask: ['first', 'thirdToo'] }))
  path = `/referrals/${id}`
  await world.act('first', 'accept', { id, service: 'first' }, {})
  const first = await app.as(world.users.first)
  await first.get(path)
  await first.post(`${path}/notes`, { kind: 'private', body: 'My own reminder' })
  await first.post(`${path}/notes`, { kind: 'regular', body: '=HYPERLINK("x")' })
})
afterAll(async () => {
  await world.stop()
  await app.stop()
})

async function sheetOf(role: Role, address: string): Promise<string> {
  const { cookies } = await app.as(world.users[role])
  const response = await fetch(`${app.url}${address}`, { headers: { cookie: `session=${cookies.get('session')}` } })
  expect(response.headers.get('content-type')).toContain('spreadsheetml')
  return textOf(new Uint8Array(await response.arrayBuffer()))
}
function textOf(zip: Uint8Array): string {
  const parts = Object.entries(unzipSync(zip)).filter(([name]) => name.endsWith('.xml'))
  return parts.map(([, bytes]) => new TextDecoder().decode(bytes)).join('\n')
}

test('RES-6: CSV, XLSX and print hold the same lines, regular notes as text and private ones never', async () => {
  const first = await app.as(world.users.first)
  const csv = (await first.get(`${path}/csv`)).text
  const sheet = await sheetOf('first', `${path}/xlsx`)
  const print = (await first.get(`${path}/print`)).text
  for (const [kind, text] of Object.entries({ csv, sheet, print })) {
    for (const said of ['Morag Penhaligon', '7 Lantern Row', 'HYPERLINK']) expect(text, kind).toContain(said)
    expect(text, kind).not.toContain('My own reminder')
  }
  expect(csv).not.toMatch(/(^|[,\n])"?=HYPERLINK/)
  expect(sheet).not.toContain('<f>')
  expect(print).toMatch(/<title>[^<]*Referral/)
  expect(/<title>([^<]*)/.exec(print)?.[1]).not.toContain('Morag')
})

test('RES-6: the page offers all three to who sees it all, and to nobody else', async () => {
  for (const role of ['first', 'referrer', 'coordinator'] as const) {
    const { text } = await (await app.as(world.users[role])).get(path)
    for (const as of ['csv', 'xlsx', 'print']) expect(text, role).toContain(`href="${path}/${as}"`)
  }
  for (const role of ['third', 'outsider', 'administrator', 'commissioner'] as const) {
    const browser = await app.as(world.users[role])
    expect((await browser.get(path)).text, role).not.toContain(`${path}/print`)
    for (const as of ['csv', 'xlsx', 'print']) expect((await browser.get(`${path}/${as}`)).status, role).toBe(404)
    const client = await clientFor(app, world.users[role])
    expect((await client.get(`/referrals/${id}/file`)).status, role).toBe(404)
  }
})

test('RES-14: a print is recorded as one', async () => {
  const rows = await app.database.owner.selectFrom('viewRecord').select('what').where('referralId', '=', id).execute()
  expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['csv', 'print']))
  expect((await (await app.as(world.users.coordinator)).get(path)).text).toContain('Print')
})

test('RES-6: over the API as CSV and XLSX, field by field', async () => {
  const client = await clientFor(app, world.users.first)
  const { text, headers } = await client.get(`/referrals/${id}/file?format=csv`)
  expect(headers.get('content-disposition')).toMatch(/attachment; filename="referral-.*\.csv"/)
  expect(text).toContain('person.firstName,Morag')
  expect(text).toContain(`'=HYPERLINK`)
  expect(text).not.toContain('My own reminder')
  const answer = await fetch(`${app.url}/api/v1/referrals/${id}/file?format=xlsx`, {
    headers: { authorization: `Bearer ${client.token}` },
  })
  const sheet = textOf(new Uint8Array(await answer.arrayBuffer()))
  expect(sheet).toContain('Morag')
  expect(sheet).not.toContain('My own reminder')
})
