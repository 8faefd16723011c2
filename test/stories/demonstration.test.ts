import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Loaded, loadDemonstration } from '#src/actions/load-demonstration.ts'
import { type Database, openDatabase } from '#src/db/database.ts'
import { readDemonstrationSignIns } from '#src/db/demonstration.ts'
import { demonstrationSignIns } from '#src/db/seed/demo/people.ts'
import { type FreshDatabase, freshDatabase } from '#test/database.ts'

let fresh: FreshDatabase
let database: Database
let loaded: Loaded
let took: number

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url)
  const began = performance.now()
  loaded = await loadDemonstration(database, { secret: 'x'.repeat(40), baseUrl: 'http://onward.example.org' })
  took = performance.now() - began
})
afterAll(async () => {
  await database?.close()
  await fresh?.drop()
})

test('the demonstration is loaded within the first minute of a fresh start', () => {
  console.log(loaded, took)
  expect(took).toBeLessThan(15_000)
  expect(loaded.organisations).toBeGreaterThanOrEqual(12)
})
