/** QUALITY: importing the postcodes of the folder ONWARD_POSTCODES, by the command itself. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from '../src/db/migrate.ts'
import { memoryOf, root } from './processes.ts'
import { one, type Section } from './section.ts'

const bounds = { seconds: 90, megabytes: 400 }

export async function measurePostcodes(server: string, folder: string): Promise<Section> {
  const url = server.replace('/onward?', '/bench_postcodes?')
  await run(server, 'drop database if exists bench_postcodes with (force)')
  await run(server, 'create database bench_postcodes')
  await migrate(url)
  const { seconds, megabytes } = await importFrom(folder, url)
  const [row] = await run(url, 'select count(*) as many from postcode')
  await run(server, 'drop database bench_postcodes with (force)')
  return {
    title: 'Import of postcodes',
    notes: [`${row?.many} postcodes.`],
    figures: [],
    bounds: [
      { what: 'time', bound: `≤ ${bounds.seconds} s`, found: `${one(seconds)} s`, held: seconds <= bounds.seconds },
      {
        what: 'memory of the command',
        bound: `≤ ${bounds.megabytes} MB`,
        found: `${one(megabytes)} MB`,
        held: megabytes <= bounds.megabytes,
      },
    ],
  }
}

async function importFrom(folder: string, url: string) {
  const started = performance.now()
  const child = spawn(process.execPath, [join(root, 'dist', 'cli.js'), 'import', 'postcodes', folder], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let megabytes = 0
  const watch = setInterval(() => {
    if (child.pid && child.exitCode === null) megabytes = Math.max(megabytes, memoryOf(child.pid))
  }, 250)
  const code = await new Promise(resolve => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`The import ended with ${code}.`)
  return { seconds: (performance.now() - started) / 1000, megabytes }
}

async function run(url: string, sql: string) {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query<{ many: number }>(sql).finally(() => client.end())
  return rows
}
