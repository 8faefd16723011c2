/** PRIV-2: no column can come to hold words about a person without somebody having said how they go. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#src/db/database.ts'
import { otherColumns, personalColumns } from '#src/db/privacy/columns.ts'
import { freshDatabase } from '#test/database.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = openDatabase(fresh.url)
})
afterAll(async () => {
  await database?.close()
  await drop?.()
})

test('PRIV-2: every column that can hold words, days or bytes is said to be about a person or not, and each once', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and (data_type in ('text', 'json', 'jsonb', 'bytea', 'character varying', 'date') or udt_name in ('citext', '_text'))
    order by 1`.execute(database.owner)
  const personal = Object.entries(personalColumns).flatMap(([table, columns]) =>
    Object.keys(columns).map(column => `${table}.${column}`),
  )
  const other = Object.entries(otherColumns).flatMap(([table, columns]) =>
    columns.split(' ').map(column => `${table}.${column}`),
  )
  const said = [...personal, ...other]
  const there = rows.map(({ name }) => name)
  expect(
    there.filter(name => !said.includes(name)),
    'say in src/db/privacy/columns.ts whether these can tell of a person, and how they go',
  ).toEqual([])
  expect(said.filter((name, at) => !there.includes(name) && said.indexOf(name) === at)).toEqual([])
  expect(said.filter((name, at) => said.indexOf(name) !== at)).toEqual([])
})
