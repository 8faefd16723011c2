/** The whole database out of one moment and into an empty one, table by table, as PostgreSQL's own COPY writes it. */
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool, PoolClient } from 'pg'
import { from, to } from 'pg-copy-streams'
import { Problem } from '../../domain/problem.ts'

export type Kept = { table: string; columns: string[] }
export type Sequence = { name: string; value: string }

/** What is of this place alone: the state of its schema, and who is signed in just now. */
const left = ['migration', 'session']

const named = (name: string) => `"${name.replaceAll('"', '""')}"`
const listed = (columns: readonly string[]) => columns.map(named).join(', ')

/** Everything that `work` reads is of one moment, however long it takes; nobody waits for it. */
export async function inOneMoment<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await work(client)
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

export async function listKept(client: PoolClient): Promise<Kept[]> {
  const { rows } = await client.query<Kept>(
    `
    select c.relname::text as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relname = any($1) group by c.relname order by 1`,
    [left],
  )
  return rows
}

export function copyOut(client: PoolClient, { table, columns }: Kept): Readable {
  return client.query(to(`copy ${named(table)} (${listed(columns)}) to stdout`))
}

export async function copyIn(
  client: PoolClient,
  { table, columns }: Kept,
  rows: AsyncIterable<Uint8Array>,
): Promise<void> {
  await pipeline(rows, client.query(from(`copy ${named(table)} (${listed(columns)}) from stdin`)))
}

export async function listSequences(client: PoolClient): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select sequencename::text as name, last_value::text as value from pg_sequences
    where schemaname = 'public' and last_value is not null order by 1`)
  return rows
}

export async function listMigrations(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name || ' ' || hash as name from migration order by name`,
  )
  return rows.map(({ name }) => name)
}

/** The newest seal of the audit, as the log tells it. */
export async function headOf(client: PoolClient): Promise<string | null> {
  const { rows } = await client.query<{ head: string }>(`
    select n || ':' || encode(hash, 'hex') as head from audit_seal order by n desc limit 1`)
  return rows[0]?.head ?? null
}

/** Where the files are that the rows of this moment speak of. */
export async function listStored(client: PoolClient): Promise<{ key: string; type: string }[]> {
  const { rows } = await client.query<{ key: string; type: string }>(`
    select distinct on (key) key, type from (
      select storage_key as key, type from file where removed_at is null
      union all select storage_key, type from picture
      union all select cut_key, type from picture where cut_key is not null) x order by key`)
  return rows
}

/** Nobody has worked here yet. */
export async function assertEmpty(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ used: boolean }>(`
    select exists (select from "user") or exists (select from organisation) or exists (select from network)
      or exists (select from referral) or exists (select from event) as used`)
  if (rows[0]?.used)
    throw new Problem('conflict', 'There is something here already. A backup is restored into an empty database alone.')
}

/**
 * All or nothing. Triggers rest and references are taken down while rows come in, since their order is that of names;
 * putting the references back checks every one of them.
 */
export async function intoEmpty<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0; set local lock_timeout = 0')
    await assertEmpty(client)
    const putBack = await takeDown(client)
    const done = await work(client)
    for (const statement of putBack) await client.query(statement)
    await client.query('commit')
    await client.query('analyze')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

export async function setSequences(client: PoolClient, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, value } of sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [`public.${named(name)}`, value])
}

/** What puts it back as it was. */
async function takeDown(client: PoolClient): Promise<string[]> {
  const { rows: references } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
  const { rows: tables } = await client.query<{ name: string }>(`
    select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'`)
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${named(name)}`)
  for (const { name } of tables) await client.query(`alter table ${named(name)} disable trigger user`)
  await client.query(`truncate ${tables.map(({ name }) => named(name)).join(', ')}`)
  return [
    ...references.map(
      ({ table, name, definition }) => `alter table ${table} add constraint ${named(name)} ${definition}`,
    ),
    ...tables.map(({ name }) => `alter table ${named(name)} enable trigger user`),
  ]
}
