/** Feeds that others publish, where they are at hand: in by the page, out of ours equal in every field that is kept, and valid. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FeedImport, importOpenReferral } from '#src/actions/import-open-referral.ts'
import { itemsIn } from '#src/actions/read-feed.ts'
import { buildWorld, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { ask, askAll, example, faults, hasSchemas, lists, schemaOf, validator } from '#test/open-referral.ts'
import { differences } from '#test/open-referral-fields.ts'
import { often } from '#test/thorough.ts'

const folder = process.env.ONWARD_FEEDS ?? ''
const hasFeeds = folder !== '' && existsSync(folder)
// biome-ignore lint/suspicious/noExplicitAny: a feed is whatever somebody publishes
type Any = any
let app: App
let world: World
beforeAll(async () => {
  if (!hasFeeds && !hasSchemas) return
  app = await startApp()
  world = await buildWorld(app, { publicDirectory: true })
}, 120_000)
afterAll(() => app?.stop())

const take = (source: string, items: readonly unknown[], changes: Partial<FeedImport> = {}) =>
  importOpenReferral(
    { db: app.database.owner, actor: null, now: app.clock.now, secret: app.config.secret, baseUrl: app.url },
    { networkId: world.networkId, source, items, makeCategories: true, ...changes },
  )
const told = async () => new Map((await askAll(app.url, '/services', 500)).map(one => [one.id, one]))

describe.skipIf(!hasFeeds)('API-2: published feeds', () => {
  const files = hasFeeds ? readdirSync(folder).filter(name => name.endsWith('.json')) : []
  const pages = new Map(files.map(file => [file, itemsIn(readFileSync(join(folder, file), 'utf8'), file) as Any[]]))
  let out: ReadonlyMap<string, Any> = new Map()

  test('API-2: a folder of pages is taken in as one directory, and nothing of it is left out', {
    timeout: 900_000,
  }, async () => {
    expect((await take('published', [...pages.values()].flat())).left).toEqual([])
    out = await told()
  })

  test.each(files)('API-2: %s comes out as it went in', file => {
    expect(differences(pages.get(file) ?? [], out), file).toEqual([])
  })

  test.skipIf(!hasSchemas)(
    'API-2: every page of ours is valid with them in it, and each of them alone',
    async () => {
      for (const noun of lists) {
        const check = validator(schemaOf[noun])
        const items = await askAll(app.url, `/${noun}`, 100)
        expect(items.flatMap(item => faults(check, item)).slice(0, 5), noun).toEqual([])
        const some = items.slice(0, often(40, items.length))
        for (const { id } of some) {
          const { status, body } = await ask(app.url, `/${noun}/${id}`)
          expect([status, ...faults(check, body)], `${noun} ${id}`).toEqual([200])
        }
        console.log(`${noun}: ${items.length} in the list, ${some.length} alone`)
      }
    },
    1_800_000,
  )
})

describe.skipIf(!hasSchemas)('API-2: the examples of the official validator', () => {
  const mock = (kind: string, name: string) => example(`oruk-validator-mocks/V3.0-UK-${kind}/${name}.json`)

  test.each(['Default', 'Warn'])('the good ones (%s) go in and come out equal', async kind => {
    const service = mock(kind, 'service_full')
    const result = await take(`mock ${kind}`, [service])
    expect(result.left).toEqual([])
    const [own] = await app.database.owner
      .selectFrom('service')
      .select('id')
      .where('sourceKey', '=', `mock ${kind}:${service.id}`)
      .execute()
    const { body } = await ask(app.url, `/services/${own?.id}`)
    expect(differences([{ ...service, id: own?.id }], new Map([[own?.id ?? '', body]]))).toEqual([])
  })

  test('the bad ones are refused one by one, each with its reason; what alone is wrong in a service is named', async () => {
    const { contents } = mock('Fail', 'service_list')
    const { made, left } = await take('mock list', contents)
    expect(made).toBe(0)
    expect(left.map(({ why }) => why)).toEqual(['email', 'email', 'name', 'name'])
    const full = await take('mock full', [mock('Fail', 'service_full')])
    expect(full).toMatchObject({
      made: 1,
      left: [],
      missed: { email: [expect.any(String)], url: [expect.any(String)] },
    })
  })
})
