/** An import of another directory that is killed in the middle: what is committed stays, and the next run goes on after it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { itemsIn } from '#src/actions/read-feed.ts'
import { buildWorld, type World } from '#test/api-world.ts'
import { type App, startApp } from '#test/app.ts'
import { askAll } from '#test/open-referral.ts'

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const own = fileURLToPath(new URL('../fixtures/open-referral.json', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'onward-feed-'))
const total = 1500
let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await buildWorld(app, { publicDirectory: true })
})
afterAll(async () => {
  await app?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function startImport(file: string): Promise<ChildProcess> {
  const { slug } = await app.database.owner
    .selectFrom('network')
    .select('slug')
    .where('id', '=', world.networkId)
    .executeTakeFirstOrThrow()
  return spawn(process.execPath, [program, 'import', 'openreferral', file, '--network', slug, '--make-categories'], {
    env: { PATH: process.env.PATH, DATABASE_URL: app.config.databaseUrl ?? '', DATA_DIR: folder, DEMO: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function countMade(): Promise<number> {
  const { rows } = await sql<{ made: number }>`
    select count(*)::int as made from service where starts_with(source_key, 'many:')`.execute(app.database.owner)
  return rows[0]?.made ?? 0
}

test('API-2, API-4: an import that is killed half-way goes on where it was, and makes nothing twice', async () => {
  const [first] = itemsIn(readFileSync(own, 'utf8'), 'own') as object[]
  const many = Array.from({ length: total }, (_, nth) => ({ ...first, id: randomUUID(), name: `Many ${nth}` }))
  const file = join(folder, 'many.json')
  writeFileSync(file, JSON.stringify(many))
  for (let killed = 0; killed < 3; killed++) {
    const before = await countMade()
    const running = await startImport(file)
    await expect.poll(countMade, { timeout: 120_000, interval: 20 }).toBeGreaterThan(before)
    running.kill('SIGKILL')
    await once(running, 'exit')
    expect(await countMade()).toBeLessThan(total)
  }
  const before = await countMade()
  const last = await startImport(file)
  const said: string[] = []
  last.stdout?.on('data', chunk => said.push(String(chunk)))
  expect((await once(last, 'exit'))[0]).toBe(0)
  expect(said.join('')).toContain(`${total - before} new, 0 known before, 0 retired, 0 left out.`)
  const names = (await askAll(app.url, '/services?search=many', 500)).map(({ name }) => name)
  expect(new Set(names).size).toBe(total)
  expect(names).toHaveLength(total)
})
