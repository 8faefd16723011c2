/** A database server of our own with the worlds in it, and the floors beside it. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '../src/db/embedded.ts'
import { type Filled, fill, type Wanted } from './data.ts'
import { type Program, startFloor, startProgram } from './processes.ts'

export type World = {
  /** Of the postmaster. */
  databasePid: number
  url: string
  floorHttp: Program
  /** A database with so much in it, and the program and the floor that work on it. */
  place(wanted: Wanted): Promise<Place>
  close(): Promise<void>
}
export type Place = Filled & {
  referrals: number
  url: string
  /** Its version. */
  server: string
  program: Program
  floorSql: Program
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>
  leave(): Promise<void>
}

/** What is filled stays in the folder for the next run. */
export async function openWorld(folder: string, say: (line: string) => void): Promise<World> {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const server = await startEmbedded(folder, say)
  const floorHttp = await startFloor('http')
  return {
    databasePid: Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]),
    url: server.url,
    floorHttp,
    place: wanted => openPlace(server.url, folder, wanted, say),
    close: async () => {
      await floorHttp.stop()
      await server.stop()
    },
  }
}

async function openPlace(server: string, folder: string, wanted: Wanted, say: (line: string) => void): Promise<Place> {
  const name = `bench_${wanted.referrals}_${wanted.services.join('_')}`
  const url = server.replace('/onward?', `/${name}?`)
  if (await createDatabase(server, name)) {
    say(`Filling ${name} …`)
    await fill(url, wanted)
  }
  const client = new Client(url)
  await client.connect()
  const query = async <Row>(sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as Row[]
  // Sessions of an earlier run have gone cold
  await query(`update session set used_at = now(), expires_at = now() + interval '12 hours'`)
  const data = join(folder, 'program')
  const program = await startProgram({ DATABASE_URL: url, DATA_DIR: data, WORKER: 'off' })
  const floorSql = await startFloor('sql', { DATABASE_URL: url })
  const networks = await query<Filled['networks'][number]>(
    `select id, slug, split_part(slug, '-', 2)::integer as services from network order by created_at`,
  )
  const [version] = await query<{ server_version: string }>('show server_version')
  const leave = async () => {
    await Promise.all([program.stop(), floorSql.stop(), client.end()])
  }
  return {
    referrals: wanted.referrals,
    networks,
    url,
    server: version?.server_version ?? '',
    program,
    floorSql,
    query,
    leave,
  }
}

/** False where it is there, filled by an earlier run; one that was not filled to its end is made anew. */
async function createDatabase(server: string, name: string): Promise<boolean> {
  const client = new Client(server)
  await client.connect()
  try {
    const { rows } = await client.query(
      'select shobj_description(oid, $2) as done from pg_database where datname = $1',
      [name, 'pg_database'],
    )
    if (rows[0]?.done === 'filled') return false
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
    return true
  } finally {
    await client.end()
  }
}
