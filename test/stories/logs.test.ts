/** PRIV-3: the log tells what happened and never about whom, also where something goes wrong on the way. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startWorker } from '#src/worker/index.ts'
import { speaker } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import type { Browser } from '#test/browser-like.ts'
import { type Furnished, furnish } from '#test/permissions/furnished.ts'
import { tokenFor } from '#test/permissions/roles.ts'
import { openPostOffice, type PostOffice } from '#test/post-office.ts'

/** What stands in for a name, an address, a note: none of it may be in any line. */
const marks = [
  'Quillfeather',
  'Marmalade Row',
  'Xylograph',
  '07700900461',
  'zquill@person.example',
  'nine-secret-kettles',
]
const [name, street, words, phone, email, password] = marks as [string, string, string, string, string, string]

let app: App
let office: PostOffice
let world: Furnished
let worker: ReturnType<typeof startWorker>
let member: Browser
const printed: string[] = []

beforeAll(async () => {
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, way).mockImplementation((...said) => void printed.push(said.map(asText).join(' ')))
  office = await openPostOffice()
  app = await startApp({ SMTP_URL: office.url, LOG_LEVEL: 'trace' })
  world = await furnish(app)
  member = await app.as(world.world.users.first)
  const keep = (...said: unknown[]) => void app.logged.push(said.map(asText).join(' '))
  worker = startWorker({ database: app.database, config: app.config, log: { info: keep, warn: keep, error: keep } })
})
afterAll(async () => {
  await worker?.stop()
  await app?.stop()
  await office?.close()
  vi.restoreAllMocks()
})
const asText = (one: unknown) => (one instanceof Error ? `${one.stack} ${JSON.stringify(one)}` : JSON.stringify(one))

/** Each row that is written to the table breaks a rule of it which quotes the row, as a fault of ours would. */
async function breaking(table: string, work: () => Promise<unknown>) {
  const { owner } = app.database
  await sql`create or replace function break_row() returns trigger language plpgsql as
    $$ begin raise exception 'row % is bad', new::text using errcode = '23514', detail = new::text; end $$`.execute(
    owner,
  )
  await sql`create trigger zz_break before insert or update on ${sql.table(table)} for each row execute function break_row()`.execute(
    owner,
  )
  await work()
  await sql`drop trigger zz_break on ${sql.table(table)}`.execute(owner)
}

test('PRIV-3: no line of the log names a person, whatever is typed where and whatever fails', async () => {
  const { users, networkId, wordingId, services } = world.world
  const path = `/referrals/${world.referral}`
  const order = (more: object = {}) => ({
    network: networkId,
    submission: {
      person: { firstName: name, lastName: name, dateOfBirth: '1987-03-27', phone, email },
      address: { line1: street, postcode: 'L4 9ZQ' },
      safeContact: { channels: ['email'] },
      needs: [world.world.categories.food],
      circumstances: words,
      ...more,
    },
    shortlist: [services.first],
    consent: { given: true, wordingId, how: 'spoken' },
  })
  const api = speaker(app.url, await tokenFor(app, users.referrer))
  expect((await api.post('/referrals', order())).status).toBe(201)
  expect((await api.post('/referrals', order({ [name]: email }))).status).toBe(422)
  expect((await api.post('/referrals', `{"${name}": `)).status).toBe(400)
  expect((await api.get(`/referrals?q=${name}`)).status).toBe(422)
  expect((await api.get(`/${name}/${email}`)).status).toBe(404)
  await api.post('/referrals/search', { q: name })

  await member.get(path)
  const posts: [string, Record<string, string>][] = [
    [`${path}/notes`, { body: words, kind: 'regular' }],
    [`${path}/notes`, { body: words, kind: name }],
    ['/referrals/search', { words: name }],
    ['/people/search', { words: email }],
    [`/people/${world.person}/edit`, { firstName: name, lastName: name, email: `${email} ${street}` }],
    [`/people/${world.person}/contacts`, { what: words, way: name }],
    ['/search', { postcode: street }],
    ['/nowhere', { name }],
  ]
  for (const [to, fields] of posts) await member.post(to, fields)
  for (const to of [`/referrals?q=${name}`, `/people?s=${email}`, `/${name}`, `/referrals/${email}`])
    await member.get(to)
  await app.browser().fill('/sign-in', { email, password })
  await app.browser().fill('/sign-in', { email: `${email}${'x'.repeat(400)}`, password })
  await app.browser().fill('/forgotten-password', { email })
  await app.browser().fill(`/networks/${world.slug}/join`, { contactName: name, contactEmail: email })
  await app.browser().fill('/r', { reference: name, code: password })
  await member.get(path)
  await member.upload(`${path}/files`, { [`${name} ${email}.exe`]: `MZ${words}` }, { remark: words })
  await member.upload(`${path}/files`, { [`${name}.pdf`]: `not a pdf ${words}` }, { remark: words })

  await breaking('note', async () => {
    expect((await member.fill(path, {})).status).toBeGreaterThanOrEqual(400)
    await member.get(path)
    expect((await member.post(`${path}/notes`, { body: words, kind: 'regular' })).status).toBe(500)
  })
  await breaking('referral_person', async () => expect((await api.post('/referrals', order())).status).toBe(500))
  await breaking('guess', async () => {
    expect((await app.browser().fill('/sign-in', { email, password })).status).toBe(500)
  })

  office.behave(550)
  await sql`update "user" set email = ${email} where id = ${users.first}`.execute(app.database.owner)
  await world.world.send({ needs: ['food'], ask: ['first'] })
  const refused = () =>
    sql<{ n: number }>`select count(*)::int as n from message where last_error is not null`.execute(app.database.owner)
  await expect.poll(async () => (await refused()).rows[0]?.n, { timeout: 20_000 }).toBeGreaterThan(0)
  await api.get(`/referrals/${randomUUID()}`)

  const said = [...app.logged, ...printed].join('\n')
  expect(marks.filter(mark => said.toLowerCase().includes(mark.toLowerCase()))).toEqual([])
  expect(app.logged.filter(line => line.includes('23514')).length, 'faults are told by code').toBeGreaterThanOrEqual(3)
  expect(app.logged.length).toBeGreaterThan(40)
}, 120_000)
