/** LST-2: whatever the list is narrowed by, on the page and over the API alike. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countMatches, listReferrals } from '#src/db/referrals/list.ts'
import { clientFor } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { network, type Role, type World } from '#test/network.ts'
import { area } from '#test/network-parts.ts'

let app: App
let world: World
const day = 86_400_000
type Name = 'plain' | 'urgent' | 'late' | 'kept' | 'elsewhere'
let sent: Record<Name, { id: string; reference: string }>
beforeAll(async () => {
  app = await startApp()
  world = await network({ database: app.database })
  const ago = (days: number) => () => new Date(Date.now() - days * day)
  sent = {
    plain: await world.send({ now: ago(1) }),
    urgent: await world.send({ needs: ['housing'], ask: ['second', 'third'], fill: { urgent: true }, now: ago(2) }),
    late: await world.send({ needs: ['company'], ask: ['thirdToo'], now: ago(6) }),
    kept: await world.send({ needs: ['food'], ask: ['first'], now: ago(3) }),
    elsewhere: await world.send({ needs: ['debt'], ask: ['second'], fill: { address: outside }, now: ago(3.9) }),
  }
  await sql`update referral set restricted = true where id = ${sent.kept.id}`.execute(app.database.owner)
})
afterAll(() => app.stop())

const outside = { line1: '', line2: '', town: '', county: '', postcode: 'M1 9ZQ', noFixedAddress: false }

/** The names of those that the page lists, in its order. */
async function listed(role: Role, query: string): Promise<Name[]> {
  const { text } = await (await app.as(world.users[role])).get(`/referrals?${query}`)
  return namesIn([...text.matchAll(/class="row-name" href="\/referrals\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? ''))
}

function namesIn(ids: readonly string[]): Name[] {
  return ids.map(id => Object.entries(sent).find(([, one]) => one.id === id)?.[0] as Name)
}

const on = (days: number) => new Date(Date.now() - days * day).toISOString().slice(0, 10)

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

describe('LST-2, RPT-1: by what reports count, where each row shows it to the viewer', () => {
  const inNetwork = () => `tab=all&network=${world.networkId}`

  test('the coordinator of the network finds by district, the way it was sent and what became of a need', async () => {
    expect(await listed('coordinator', `${inNetwork()}&district=M1`)).toEqual(['elsewhere'])
    expect(await listed('coordinator', `${inNetwork()}&way=member&fate=open&need=${world.categories.housing}`)).toEqual(
      ['urgent'],
    )
    expect(await listed('coordinator', `${inNetwork()}&fate=met`)).toEqual([])
    expect(await listed('referrer', 'tab=sent&district=M1')).toEqual(['elsewhere'])
  })

  test('a restricted one is found by none of it, not even where it is alone', async () => {
    expect(await listed('coordinator', `${inNetwork()}&restricted=yes`)).toEqual(['kept'])
    expect(await listed('coordinator', `${inNetwork()}&restricted=yes&way=member`)).toEqual([])
  })

  test('by what became of asking an organisation: it is of one asking that all of it is true', async () => {
    const { organisations, categories } = world
    const asking = `${inNetwork()}&counted=yes&asking=overdue`
    expect(await listed('coordinator', `${asking}&recipient=${organisations.third}`)).toEqual(['late'])
    expect(await listed('coordinator', `${asking}&recipient=${organisations.second}`)).toEqual([])
    // The first is asked for food and debt, the second of `elsewhere` for debt alone.
    expect(
      await listed('referrer', `tab=sent&asking=asked&need=${categories.food}&recipient=${organisations.second}`),
    ).toEqual([])
    expect(await listed('referrer', `tab=sent&asking=asked&recipient=${organisations.second}`)).toEqual([
      ...(['urgent', 'elsewhere'] as const),
    ])
    expect(await listed('second', 'tab=received&asking=waiting')).toEqual(['urgent', 'elsewhere'])
  })

  test('whom else one’s own was asked of nobody finds who was asked too, however it is put', async () => {
    const { first, second } = world.organisations
    for (const [role, query] of [
      ['second', 'tab=received'],
      ['third', inNetwork()],
    ] as const)
      expect(await listed(role, `${query}&recipient=${first}`)).toEqual(await listed(role, query))
    expect(await listed('second', `tab=received&asking=asked&recipient=${first}`)).toEqual(
      await listed('second', `tab=received&asking=asked&recipient=${second}`),
    )
    expect(await listed('third', `${inNetwork()}&asking=overdue&recipient=${first}`)).toEqual(
      await listed('third', inNetwork()),
    )
  })

  test('its head says how many askings or needs there are beside the referrals', async () => {
    const browser = await app.as(world.users.coordinator)
    const head = async (query: string) =>
      /class="list-count"[^>]*>([^<]*)</.exec((await browser.get(`/referrals?${inNetwork()}&${query}`)).text)?.[1]
    expect(await head(`fate=any&from=${on(2)}&counted=yes`)).toBe('2 referrals, 3 needs')
    expect(await head('asking=overdue')).toBe('1 referral, 1 asking')
    expect(await head('district=M1')).toBe('1 referral')
  })

  test('to anybody else it is as if it were not asked for, and no chip says otherwise', async () => {
    for (const [role, query] of [
      ['third', inNetwork()],
      ['coordinator', 'tab=all'],
      ['second', 'tab=received'],
    ] as const) {
      expect(await listed(role, `${query}&district=ZZ9&age=75%2B`)).toEqual(await listed(role, query))
      expect((await (await app.as(world.users[role])).get(`/referrals?${query}&district=ZZ9`)).text).not.toContain(
        'ZZ9<',
      )
    }
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
    return { status, errors: body.errors, names: namesIn((body.referrals ?? []).map(({ id }: { id: string }) => id)) }
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

test('LST-2, RPT-2: whoever narrows a list that a report led to keeps what it led by', async () => {
  const query = `tab=all&network=${world.networkId}&counted=yes&district=ZZ9&fate=unmet`
  const { text } = await (await app.as(world.users.coordinator)).get(`/referrals?${query}`)
  for (const [name, value] of [
    ['counted', 'yes'],
    ['district', 'ZZ9'],
    ['fate', 'unmet'],
  ] as const)
    expect(text).toContain(`<input type="hidden" name="${name}" value="${value}"`)
})
