/** PPL-2, PPL-3: files of a person's record, in the browser and over the API, by its own organisation alone. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { network, type World } from '#test/network.ts'

let app: App
let world: World
let browser: Browser
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  browser = await app.as(world.users.first)
})
afterAll(() => app.stop())

async function accepted(): Promise<string> {
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  await world.act('first', 'accept', { id, service: 'first' }, {})
  const { rows } = await sql<{
    personId: string
  }>`select person_id from person_referral where referral_id = ${id}`.execute(app.database.owner)
  return rows[0]?.personId ?? ''
}

async function readings(person: string): Promise<number> {
  const { rows } = await sql`select from view_record where person_id = ${person} and what = 'file'`.execute(
    app.database.owner,
  )
  return rows.length
}

test('PPL-2, PPL-3: a file is added to a record, known by its content, read by its organisation alone, and each reading kept', async () => {
  const person = await accepted()
  const url = `/people/${person}`
  const upload = async (of: Browser, name: string, content: string) => {
    await of.get(url)
    return of.upload(`${url}/files`, { [name]: content })
  }
  const refused = await upload(browser, 'letter.pdf', '<html><script>alert(1)</script></html>')
  expect([refused.status, refused.text.includes('letter.pdf')]).toEqual([422, true])
  expect((await upload(browser, 'letter.txt', 'Dear Morag, the hearing is on Monday.')).status).toBe(303)
  const [, file = ''] = /href="(\/people\/[^"]+\/files\/[^"]+)"/.exec((await browser.get(url)).text) ?? []
  const read = await browser.get(file)
  expect([read.status, read.text]).toEqual([200, 'Dear Morag, the hearing is on Monday.'])
  expect(read.headers.get('content-disposition')).toContain('attachment')
  expect(await readings(person)).toBe(1)
  for (const role of ['second', 'coordinator', 'outsider', 'administrator'] as const) {
    const stranger = await app.as(world.users[role])
    expect((await stranger.get(file)).status).toBe(404)
    await stranger.get('/')
    expect((await stranger.post(`${file}/remove`)).status).toBe(404)
  }
  await browser.get(url)
  await browser.post(`${file}/remove`)
  expect((await browser.get(file)).status).toBe(404)
})

test('PPL-2, API-1: over the API too a file is added, as a form or as bytes, listed, read and removed by who added it', async () => {
  const person = await accepted()
  const mine = await clientFor(app, world.users.first)
  const form = new FormData()
  form.set('file', new File(['Dear Morag'], 'letter.txt'))
  const added = await mine.post(`/people/${person}/files`, form)
  expect([added.status, added.body]).toMatchObject([201, { name: 'letter.txt', type: 'text/plain', state: 'ready' }])
  const path = `/people/${person}/files/${added.body.id}`
  const bytes = await mine.post(`/people/${person}/files?name=plan.txt`, Buffer.from('Monday'))
  const { body } = await mine.get(`/people/${person}`)
  expect(body.files).toMatchObject([
    { name: 'plan.txt', bytes: 6 },
    { name: 'letter.txt', mayRemove: true },
  ])
  const read = await mine.get(path)
  expect([read.status, read.text]).toEqual([200, 'Dear Morag'])
  expect(read.headers.get('content-disposition')).toContain('attachment')
  expect(await readings(person)).toBe(1)
  const refused = await mine.post(`/people/${person}/files?name=a.pdf`, Buffer.from('<script>alert(1)</script>'))
  expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'files'])
  expect((await mine.post(`/people/${person}/files`, Buffer.from('x'))).body.errors).toEqual([
    { field: 'name', code: 'required' },
  ])
  for (const role of ['second', 'coordinator', 'outsider', 'referrer', 'administrator', 'commissioner'] as const) {
    const other = await clientFor(app, world.users[role])
    const tries = [
      await other.get(path),
      await other.delete(path),
      await other.post(`/people/${person}/files?name=a`, form),
    ]
    expect([role, ...tries.map(({ status }) => status)]).toEqual([role, 404, 404, 404])
  }
  const colleague = await clientFor(app, world.users.firstPrimary)
  expect((await colleague.delete(path)).status, 'a colleague reads it, who did not add it').toBe(404)
  const reading = await clientFor(app, world.users.first, ['referrals:read'])
  expect([(await reading.get(path)).status, (await reading.delete(path)).status]).toEqual([200, 404])
  expect((await mine.delete(path)).status).toBe(204)
  expect((await mine.get(path)).status).toBe(404)
  expect((await mine.get(`/people/${person}`)).body.files).toMatchObject([{ id: bytes.body.id }])
})
