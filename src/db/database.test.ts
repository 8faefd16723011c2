import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { actAs, type Database, isUnavailable, openDatabase } from './database.ts'

let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = openDatabase(fresh.url)
})

afterAll(async () => {
  await database.close()
  await drop()
})

const me = '018f0000-0000-7000-8000-000000000001'
const us = '018f0000-0000-7000-8000-000000000002'

test('whoever acts is known to the database for one transaction, and to nobody after it', async () => {
  const { db } = database
  expect(await actAs(db, { userId: me, organisationId: us }, actor)).toEqual({ user: me, organisation: us, system: '' })
  expect(await db.transaction().execute(actor)).toMatchObject({ user: '', organisation: '', system: '' })
})

test('a hostile identity is a value, never SQL', async () => {
  const who = { userId: `x', true); set role none; --`, organisationId: null }
  expect(await actAs(database.db, who, actor)).toMatchObject({ user: who.userId, organisation: '' })
})

test('thirty transactions at once on few connections never mistake one actor for another', async () => {
  const people = Array.from({ length: 30 }, (_, n) => `person-${n}`)
  const seen = await Promise.all(people.map(userId => actAs(database.db, { userId, organisationId: null }, actor)))
  expect(seen.map(({ user }) => user)).toEqual(people)
})

test('people work as a role that owns nothing; maintenance works as the owner', async () => {
  expect(await roleOf(database.db)).toBe('onward_app')
  expect(await roleOf(database.owner)).not.toBe('onward_app')
  await expect(sql`create table mine (id int)`.execute(database.db)).rejects.toThrow(/permission denied/)
})

test('numbers, dates and lists arrive as JavaScript has them', async () => {
  const { rows } =
    await sql`select 9007199254740991::int8 as big, 1.25::numeric as part, date '2026-06-04' as day_of_it,
    array[1, null]::int8[] as list, '{"first_name": 1}'::jsonb as document, 'A'::citext as word`.execute(database.db)
  expect(rows).toEqual([
    { big: 2 ** 53 - 1, part: 1.25, dayOfIt: '2026-06-04', list: [1, null], document: { first_name: 1 }, word: 'A' },
  ])
})

test('connections that the server cuts are replaced, and the cut is known for what it is', async () => {
  const { db, owner } = database
  const cut = actAs(db, { userId: null, organisationId: null }, async trx => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(owner)
    await sql`select 1`.execute(trx)
  })
  expect(isUnavailable(await cut.catch((error: unknown) => error))).toBe(true)
  expect(await roleOf(db)).toBe('onward_app')
})

test('an absent server is unavailable; a mistake of ours is not', async () => {
  const absent = openDatabase('postgresql://127.0.0.1:1/none')
  expect(isUnavailable(await sql`select 1`.execute(absent.db).catch((error: unknown) => error))).toBe(true)
  await absent.close()
  expect(isUnavailable(await sql`select x`.execute(database.db).catch((error: unknown) => error))).toBe(false)
})

type Queryable = Parameters<ReturnType<typeof sql>['execute']>[0]

async function actor(db: Queryable) {
  const { rows } = await sql<{ user: string; organisation: string; system: string }>`
    select coalesce(current_setting('onward.user', true), '') as "user",
      coalesce(current_setting('onward.organisation', true), '') as organisation,
      coalesce(current_setting('onward.system', true), '') as system`.execute(db)
  return rows[0] ?? { user: null, organisation: null, system: null }
}

async function roleOf(db: Queryable) {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db)
  return rows[0]?.role
}
