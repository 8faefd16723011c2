/** The demonstration on a database of one's own: loaded once in a run, copied for each file that asks. */
import { Client } from 'pg'
import { loadDemonstration } from '#src/actions/load-demonstration.ts'
import { openDatabase } from '#src/db/database.ts'
import { copyOf, type FreshDatabase, freshDatabase } from './database.ts'

export async function freshDemonstration(): Promise<FreshDatabase> {
  const server = new Client(process.env.ONWARD_TEST_SERVER)
  await server.connect()
  const name = `${process.env.ONWARD_TEST_TEMPLATE}_demonstration`
  try {
    // Files run side by side: the first loads it, the others wait.
    await server.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await server.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await load(server, name)
    return await copyOf(name)
  } finally {
    await server.end()
  }
}

async function load(server: Client, name: string) {
  const { url } = await freshDatabase()
  const database = openDatabase(url)
  await loadDemonstration(database, { secret: 's'.repeat(40), baseUrl: 'http://onward.example.org' })
  await database.close()
  await server.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${name}`)
}
