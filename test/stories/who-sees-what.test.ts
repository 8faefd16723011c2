/** RES-13: what members see is set by the coordinator, shown beforehand and holds at once; what is withheld is said to each who looks, and never read. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  await countReads()
})
afterAll(() => app?.stop())

const tables = ['referral_person', 'referral_detail', 'referral_answer', 'file'] as const

/** Row-level security asks about every row that a statement reads: here it counts them too. */
async function countReads() {
  const { owner } = app.database
  await sql`create sequence rows_read`.execute(owner)
  await sql`create function count_read() returns boolean language sql volatile security definer
    as 'select nextval(''public.rows_read'') > 0'`.execute(owner)
  for (const table of tables)
    await sql`create policy counted on ${sql.table(table)} as restrictive for select using (count_read())`.execute(
      owner,
    )
}

/** How many rows of the tables of personal details were read meanwhile. */
async function readsOf(work: () => Promise<unknown>): Promise<number> {
  const { owner } = app.database
  await sql`select setval('rows_read', 1, false)`.execute(owner)
  await work()
  const { rows } = await sql<{ read: number }>`
    select (case when is_called then last_value else 0 end)::integer as read from rows_read`.execute(owner)
  return rows[0]?.read ?? 0
}

async function set(rules: Record<string, string>) {
  const browser = await app.as(world.users.coordinator)
  const { text } = await browser.get('/system/visibility')
  const seen = /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? ''
  return browser.post('/system/visibility', { seen, ...rules })
}
const page = async (role: Role, path: string) => (await app.as(world.users[role])).get(path)
const usual = { membersSee: 'row', membersSeeIdentity: 'initials', identityBeforeAcceptance: 'yes' }

/** The first said no, the second helps with debt, the third is next in line for food, which `thirdToo` waits for. */
async function busy() {
  const { id } = await world.send({ needs: ['food', 'debt'], ask: ['first', 'second'] })
  const reasonId = await reasonOf('decline_reason')
  await world.act('first', 'reject', { id, service: 'first' }, { reasonId, note: '' })
  await world.act('second', 'accept', { id, service: 'second' }, {})
  return { id, path: `/referrals/${id}` }
}

async function reasonOf(list: string): Promise<string> {
  const { id } = await app.database.owner
    .selectFrom('term')
    .select('id')
    .where('networkId', '=', world.networkId)
    .where('list', '=', list)
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

test('RES-13: what is withheld is said, with why, and not one row of it is read', async () => {
  const { id, path } = await busy()
  const said: Partial<Record<Role, string>> = {
    first: 'Your part in it has ended',
    third: 'You were not asked to help with it',
    administrator: 'As administrator you see that it exists',
  }
  for (const [role, words] of Object.entries(said) as [Role, string][]) {
    const client = await clientFor(app, world.users[role])
    for (const where of [path, `${path}?tab=all`, `${path}/csv`, '/referrals?tab=all'])
      expect(await readsOf(() => page(role, where)), `${role} ${where}`).toBe(0)
    expect(await readsOf(() => client.get(`/referrals/${id}`)), `${role}, API`).toBe(0)
    const { text } = await page(role, path)
    expect(text, role).toContain('You can see part of this referral')
    expect(text, role).toContain(words)
    const { body } = await client.get(`/referrals/${id}`)
    expect(body.withheld, role).toEqual(expect.arrayContaining(['person', 'address', 'circumstances', 'files']))
  }
  for (const role of ['commissioner', 'outsider'] as const)
    expect([(await page(role, path)).status, await readsOf(() => page(role, path))], role).toEqual([404, 0])
  for (const role of ['referrer', 'second', 'coordinator'] as const) {
    expect(await readsOf(() => page(role, path)), role).toBeGreaterThan(0)
    expect((await page(role, path)).text, role).not.toContain('You can see part of this referral')
  }
})

test('RES-13: without identity before acceptance who is asked is told so, reads needs, and none of the rest until it accepts', async () => {
  expect((await set({ membersSee: 'row', membersSeeIdentity: 'initials' })).status).toBe(303)
  const { id } = await world.send({ needs: ['food'], ask: ['first'] })
  const path = `/referrals/${id}`
  const noted = { body: 'Her sister Agnes has a key.', kind: 'regular' }
  const referrer = await app.as(world.users.referrer)
  await referrer.get(path)
  expect((await referrer.post(`${path}/notes`, noted)).status).toBe(303)
  expect(await readsOf(() => page('first', path))).toBe(0)
  const before = (await page('first', path)).text
  for (const shown of [
    'In this network name, contact and what others write in notes are shown once you accept',
    'M. P.',
    'Accept',
  ])
    expect(before).toContain(shown)
  for (const hidden of ['Penhaligon', 'Agnes', 'No notes yet']) expect(before).not.toContain(hidden)
  expect(before).toContain('Notes by others open once you accept')
  await world.act('first', 'accept', { id, service: 'first' }, {})
  for (const shown of ['Penhaligon', 'Agnes']) expect((await page('first', path)).text).toContain(shown)
  await set(usual)
})

test('RES-13: the effect is shown before it is saved, is saved by coordinators alone, and holds at once for what was sent already', async () => {
  const { path } = await busy()
  const tried = await set({ ...usual, membersSee: 'nothing', do: 'preview' })
  expect([
    tried.status,
    tried.text.includes('It is not saved yet'),
    tried.text.includes('it does not exist for them'),
  ]).toEqual([200, true, true])
  expect((await page('third', path)).status).toBe(200)
  const saved = await set({ ...usual, membersSee: 'nothing' })
  expect(saved.location).toBe('/system/visibility?done=saved')
  expect((await page('third', path)).status).toBe(404)
  expect((await page('third', '/referrals?tab=all')).text).not.toContain(path)
  const gone = await page('first', path)
  expect([gone.status, gone.text.includes('You see that it exists')]).toEqual([200, true])
  expect((await page('firstPrimary', '/system/visibility')).status).toBe(404)
  const late = await (await app.as(world.users.coordinator)).fill('/system/visibility', { ...usual, seen: 'older' })
  expect(late.status).toBe(409)
  await set(usual)
})

test('RES-13, RES-14: where the network shares names a member reads the name alone, and that it was read is recorded', async () => {
  await set({ ...usual, membersSeeIdentity: 'name' })
  const { id, path } = await busy()
  const { text } = await page('third', path)
  expect(text).toContain('Morag Penhaligon')
  for (const withheld of ['Lantern Row', 'Lost her work', '1984']) expect(text).not.toContain(withheld)
  const client = await clientFor(app, world.users.third)
  expect((await client.get(`/referrals/${id}`)).body).toMatchObject({ sight: 'row', name: 'Morag Penhaligon' })
  expect((await page('coordinator', path)).text).toContain('The name alone')
  const hidden = await world.send({ needs: ['food'], ask: ['first'], fill: { restricted: true } })
  expect((await page('third', `/referrals/${hidden.id}`)).status).toBe(404)
  expect((await page('administrator', path)).text).not.toContain('Penhaligon')
  await set({ ...usual, membersSeeIdentity: 'nothing' })
  expect((await page('third', path)).text).not.toMatch(/Penhaligon|M\. P\./)
  await set(usual)
})
