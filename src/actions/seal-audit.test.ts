import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs, type Database, openDatabase } from '#src/db/database.ts'
import { recordEvents } from '#src/db/events.ts'
import { freshDatabase } from '#test/database.ts'
import { eventBy } from './event-by.ts'
import { sealAudit, verifyAudit } from './seal-audit.ts'

let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  database = openDatabase(fresh.url)
  drop = fresh.drop
})
afterAll(async () => {
  await database.close()
  await drop()
})

const system = { userId: null, organisationId: null, system: true }
const context = () => ({
  db: database.db,
  actor: null,
  now: () => new Date(),
  secret: 's',
  baseUrl: 'http://x.example',
})
const note = (action: string) =>
  actAs(database.db, system, trx => recordEvents(trx, new Date(), [eventBy(context(), { action })]))

test('ADM-4: what happened is sealed in order, and the chain holds', async () => {
  await note('first')
  await note('second')
  expect(await sealAudit(context())).toMatchObject({ sealed: 2, head: expect.stringMatching(/^2:[0-9a-f]{64}$/) })
  expect(await sealAudit(context())).toMatchObject({ sealed: 0 })
  expect(await verifyAudit(context())).toEqual({ seals: 2, broken: null })
})

test('ADM-4: what is written by a transaction that ends late is sealed all the same', async () => {
  let finish = () => {}
  const waiting = new Promise<void>(resolve => {
    finish = resolve
  })
  const begun = Promise.withResolvers<void>()
  const late = actAs(database.db, system, async trx => {
    await recordEvents(trx, new Date(), [eventBy(context(), { action: 'late' })])
    begun.resolve()
    await waiting
  })
  await begun.promise
  await note('overtaking')
  for (const _ of [1, 2, 3]) await sealAudit(context())
  finish()
  await late
  expect(await sealAudit(context())).toMatchObject({ sealed: 1 })
  expect(await verifyAudit(context())).toEqual({ seals: 4, broken: null })
})

test('ADM-4: four that seal at once seal everything once', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, at) => note(`busy ${at}`)))
  const all = await Promise.all([1, 2, 3, 4].map(() => sealAudit(context(), 5)))
  const rest = await sealAudit(context())
  expect([...all, rest].reduce((sum, { sealed }) => sum + sealed, 0)).toBe(12)
  expect(await verifyAudit(context())).toEqual({ seals: 16, broken: null })
})

test('ADM-4: the program itself can change nothing that happened, and no seal', async () => {
  for (const table of ['event', 'view_record', 'audit_seal']) {
    const change = sql`delete from ${sql.table(table)}`.execute(database.db)
    await expect(change).rejects.toThrow(/permission denied/)
  }
})

test('ADM-4: whoever changes a row behind the program’s back breaks the chain there', async () => {
  await sql`alter table event disable trigger event_kept`.execute(database.owner)
  await sql`update event set action = 'nothing' where action = 'second'`.execute(database.owner)
  expect(await verifyAudit(context())).toEqual({ seals: 1, broken: 2 })
  await sql`update event set action = 'second' where action = 'nothing'`.execute(database.owner)
  await sql`delete from event where action = 'late'`.execute(database.owner)
  expect(await verifyAudit(context())).toMatchObject({ broken: expect.any(Number) })
})
