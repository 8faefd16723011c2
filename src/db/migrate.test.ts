import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { emptyDatabase } from '#test/database.ts'
import { migrate } from './migrate.ts'

test('migrations are applied once, in the order of their names', async () => {
  const { url } = await emptyDatabase()
  const folder = files({ '0002_b.sql': 'insert into pot values (2)', '0001_a.sql': 'create table pot (n int)' })
  expect(await migrate(url, folder)).toEqual(['0001_a.sql', '0002_b.sql'])
  expect(await migrate(url, folder)).toEqual([])
  expect(await ask(url, 'select n from pot')).toEqual([{ n: 2 }])
})

test('several processes that start at once apply each migration once', async () => {
  const { url } = await emptyDatabase()
  const folder = files({ '0001_a.sql': 'create table pot (n int); select pg_sleep(0.2); insert into pot values (1)' })
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, folder)))
  expect(applied.flat()).toEqual(['0001_a.sql'])
  expect(await ask(url, 'select n from pot')).toEqual([{ n: 1 }])
})

test('a migration that fails leaves nothing of itself', async () => {
  const { url } = await emptyDatabase()
  const folder = files({ '0001_a.sql': 'create table pot (n int); select 1 / 0' })
  await expect(migrate(url, folder)).rejects.toThrow('0001_a.sql failed')
  expect(await ask(url, `select to_regclass('pot') as pot`)).toEqual([{ pot: null }])
})

test('an applied migration that was changed since is refused, and so is a newer database', async () => {
  const { url } = await emptyDatabase()
  await migrate(url, files({ '0001_a.sql': 'select 1' }))
  await expect(migrate(url, files({ '0001_a.sql': 'select 2' }))).rejects.toMatchObject({ code: 'conflict' })
  await expect(migrate(url, files({}))).rejects.toThrow('newer')
})

test('line endings of another system are no change', async () => {
  const { url } = await emptyDatabase()
  await migrate(url, files({ '0001_a.sql': 'select 1;\nselect 2;\n' }))
  expect(await migrate(url, files({ '0001_a.sql': 'select 1;\r\nselect 2;\r\n' }))).toEqual([])
})

function files(contents: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'onward-migrations-'))
  for (const [name, sql] of Object.entries(contents)) writeFileSync(join(folder, name), sql)
  return folder
}

async function ask(url: string, sql: string) {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows
}
