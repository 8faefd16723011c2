/** FORM-14: drafts do not stay for ever. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deleteOldDrafts } from '../../src/actions/delete-old-drafts.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { freshDatabase } from '../database.ts'

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

test('FORM-14: a draft is deleted after 30 days, or after the days that its network says', async () => {
  await sql`
    with u as (insert into "user" (name, email) values ('Ama', 'ama@example.org') returning id),
      o as (insert into organisation (name) values ('Northbank') returning id),
      n as (insert into network (slug, name, settings) values ('usual', 'Usual', '{}'), ('brief', 'Brief', '{"draftDays": 5}') returning id, slug)
    insert into draft (user_id, organisation_id, network_id, body, updated_at)
    select u.id, o.id, n.id, jsonb_build_object('age', slug || ' ' || days), now() - make_interval(days => days)
    from u, o, n, unnest(array[4, 29, 31]) as days`.execute(database.owner)

  const ctx = {
    db: database.db,
    actor: null,
    now: () => new Date(),
    secret: 's'.repeat(32),
    baseUrl: 'http://localhost',
  }
  expect(await deleteOldDrafts(ctx)).toBe(3)

  const { rows } = await sql<{ age: string }>`select body ->> 'age' as age from draft order by 1`.execute(
    database.owner,
  )
  expect(rows.map(({ age }) => age)).toEqual(['brief 4', 'usual 29', 'usual 4'])
})
