/** LST-2, RPT-1: the list is narrowed by what reports count by, as far as the viewer may find by it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '#test/app.ts'
import { type NarrowedList, on, openNarrowed } from '#test/narrowed-list.ts'
import type { Role, World } from '#test/network.ts'

let here: NarrowedList
let app: App
let world: World
beforeAll(async () => {
  here = await openNarrowed()
  ;({ app, world } = here)
})
afterAll(() => app?.stop())

const listed = (role: Role, query: string) => here.listed(role, query)

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
