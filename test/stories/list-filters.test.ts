/** LST-2: whatever the list is narrowed by, on the page and over the API alike. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countMatches, listReferrals } from '#src/db/referrals/list.ts'
import { clientFor } from '#test/api-world.ts'
import type { App } from '#test/app.ts'
import { type Name, type NarrowedList, on, openNarrowed } from '#test/narrowed-list.ts'
import type { Role, World } from '#test/network.ts'
import { area } from '#test/network-parts.ts'

let here: NarrowedList
let app: App
let world: World
let sent: NarrowedList['sent']
beforeAll(async () => {
  here = await openNarrowed()
  ;({ app, world, sent } = here)
})
afterAll(() => app?.stop())

const listed = (role: Role, query: string) => here.listed(role, query)

describe('LST-2: the list of the network is narrowed', () => {
  const cases: [string, () => string, Name[]][] = [
    ['by status', () => 'status=open', ['plain', 'urgent', 'kept', 'elsewhere', 'late']],
    ['by a need', () => `need=${world.categories.housing}`, ['urgent']],
    ['by the organisation asked', () => `to=${world.organisations.third}`, ['late']],
    ['by area', () => `area=${area.code}&need=${world.categories.debt}`, ['plain']],
    ['to urgent ones', () => 'urgent=yes', ['urgent']],
    ['to overdue ones', () => 'overdue=yes', ['late']],
    ['to restricted ones', () => 'restricted=yes', ['kept']],
    ['by the days of opening', () => `from=${on(4)}&until=${on(2)}`, ['urgent', 'kept', 'elsewhere']],
    [
      'by the first letters of the reference',
      () => `number=${sent.late.reference.slice(0, 6).toLowerCase()}`,
      ['late'],
    ],
    [
      'by several at once',
      () => `urgent=yes&area=${area.code}&to=${world.organisations.second}&status=open`,
      ['urgent'],
    ],
    ['to nothing by what excludes each other', () => `urgent=yes&need=${world.categories.food}`, []],
  ]
  test.each(cases)('%s', async (_, query, expected) => {
    expect(await listed('coordinator', `tab=all&${query()}`)).toEqual(expected)
  })
})

describe('LST-2: the order', () => {
  test('is newest first, oldest waiting first, or urgent ones first', async () => {
    expect(await listed('coordinator', 'tab=all')).toEqual(['plain', 'urgent', 'kept', 'elsewhere', 'late'])
    expect(await listed('coordinator', 'tab=all&sort=oldest_waiting')).toEqual([
      ...(['late', 'elsewhere', 'kept', 'urgent', 'plain'] as const),
    ])
    expect(await listed('coordinator', 'tab=all&sort=urgency')).toEqual([
      'urgent',
      'plain',
      'kept',
      'elsewhere',
      'late',
    ])
  })

  test('holds over pages, in either order and from one part into the next', async () => {
    const { db, actor } = await world.as('coordinator')
    for (const sort of ['newest', 'oldest_waiting', 'urgency'] as const) {
      const filters = { tab: 'all', sort } as const
      const whole = (await listReferrals(db, actor, filters)).rows.map(({ id }) => id)
      const paged: string[] = []
      const { readCursor } = await import('#src/db/referrals/cursor.ts')
      let next: string | null = null
      do {
        const page: Awaited<ReturnType<typeof listReferrals>> = await listReferrals(
          ...([db, actor, filters, readCursor(next ?? undefined), 1] as const),
        )
        paged.push(...page.rows.map(({ id }) => id))
        next = page.next
      } while (next)
      expect(paged).toEqual(whole)
    }
  })
})

describe('LST-2: nobody finds by what they may not see', () => {
  test('the coordinator learns neither need nor area nor urgency of a restricted one by asking for them', async () => {
    expect(await listed('coordinator', `tab=all&restricted=yes&need=${world.categories.food}`)).toEqual([])
    expect(await listed('coordinator', `tab=all&restricted=yes&area=${area.code}`)).toEqual([])
    expect(await listed('first', `tab=received&restricted=yes&need=${world.categories.food}`)).toEqual(['kept'])
  })

  test('to another member a restricted one is absent from list and count under every filter', async () => {
    const { db, actor } = await world.as('third')
    for (const query of [
      'restricted=yes',
      `number=${sent.kept.reference}`,
      `to=${world.organisations.first}`,
      'sort=urgency',
    ])
      expect(await listed('third', `tab=all&${query}`)).not.toContain('kept')
    expect((await countMatches(db, actor, { tab: 'all', restricted: true }, 10)).referrals).toBe(0)
    expect((await countMatches(db, actor, { tab: 'all' }, 10)).referrals).toBe(4)
  })
})

test('LST-2: mine are what I sent or look after; a colleague can be asked for', async () => {
  const primary = await app.as(world.users.firstPrimary)
  await primary.get('/referrals?select=yes')
  const { location } = await primary.post('/referrals/selected?tab=received&select=yes', {
    ...{ id: sent.plain.id, handler: world.users.first, do: 'assign' },
  })
  expect(location).toContain('done=assigned&count=1')
  expect(await listed('first', 'mine=yes')).toEqual(['plain'])
  expect(await listed('firstPrimary', 'mine=yes')).toEqual([])
  expect(await listed('firstPrimary', `handler=${world.users.first}`)).toEqual(['plain'])
  expect(await listed('referrer', 'tab=sent&mine=yes')).toHaveLength(5)
  expect(await listed('referrerPrimary', 'tab=sent&mine=yes')).toEqual([])
})

test('RES-17: work is given to a colleague only, and only what is with the organisation', async () => {
  const second = await app.as(world.users.second)
  await second.get('/referrals?select=yes')
  const give = (id: string, handler: string) =>
    second.post('/referrals/selected?tab=all&select=yes', { id, handler, do: 'assign' })
  expect((await give(sent.urgent.id, world.users.third)).status).toBe(422)
  expect((await give(sent.late.id, world.users.second)).location).toContain('done=assignedNone')
  expect((await second.post('/referrals/selected', { do: 'csv' })).location).toContain('done=selectNone')
})

test('API-1: the API narrows by the same, and refuses what is no day', async () => {
  const client = await clientFor(app, world.users.coordinator, ['referrals:read'])
  const ask = async (query: string) => {
    const { status, body } = await client.get(`/referrals?${query}`)
    return {
      status,
      errors: body.errors,
      names: here.namesIn((body.referrals ?? []).map(({ id }: { id: string }) => id)),
    }
  }
  expect((await ask(`tab=all&area=${area.code}&category=${world.categories.debt}`)).names).toEqual(['plain'])
  expect((await ask(`tab=all&openedFrom=${on(4)}&openedUntil=${on(2)}`)).names).toEqual(['urgent', 'kept', 'elsewhere'])
  expect((await ask('tab=all&overdue=true')).names).toEqual(['late'])
  const inNetwork = `tab=all&network=${world.networkId}&counted=true`
  expect((await ask(`${inNetwork}&asking=overdue&recipient=${world.organisations.third}`)).names).toEqual(['late'])
  expect((await ask(`${inNetwork}&district=M1&fate=open`)).names).toEqual(['elsewhere'])
  expect((await ask('tab=all&district=M1&fate=open')).names).toEqual((await ask('tab=all')).names)
  expect(await ask('tab=all&openedFrom=2026-02-30')).toMatchObject({ status: 422, errors: [{ field: 'openedFrom' }] })
})

test('LST-1: each row says how long it waits, and what the clock does next', async () => {
  const { text } = await (await app.as(world.users.first)).get('/referrals')
  expect(text).toMatch(/asked yesterday · reminder (today|\w+ \d+ \w+) at/)
  const third = (await (await app.as(world.users.third)).get('/referrals')).text
  expect(third).toMatch(/Overdue<\/span>/)
  expect(third).toContain('the coordinator has been told')
})

test('LST-2: what is counted is counted up to a bound', async () => {
  const { db, actor } = await world.as('coordinator')
  expect((await countMatches(db, actor, { tab: 'all' }, 2)).referrals).toBe(3)
  expect((await (await app.as(world.users.coordinator)).get('/referrals?tab=all')).text).toContain('5 referrals')
})
