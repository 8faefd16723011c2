/** What every command of `onward` is: its words, its options, and what it does with an open database. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type Config, readConfig } from '../config.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { openEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { Problem } from '../domain/problem.ts'

export type Call = {
  args: readonly string[]
  /** As given: `--edition 2025-11`. */
  options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  database: Database
  config: Config
  /** To standard output. */
  say(line: string): void
}

/** `run` throws a Problem for whatever the person at the keyboard can put right. */
export type Command = {
  about: string
  usage: string
  /** What `--help` says besides: what is not plain from the usage. */
  more?: readonly string[]
  options?: ParseArgsOptionsConfig
  run(call: Call): Promise<void>
}

/** Opens the database (the running program's, where there is one), migrates it, and closes it again. */
export async function runCommand({ options = {}, run }: Command, words: string[]): Promise<void> {
  const { positionals, values } = parseArgs({ args: words, options, allowPositionals: true })
  const config = readConfig(process.env)
  const embedded = config.databaseUrl === null ? await openEmbedded(config.dataDir, tell) : null
  try {
    await withDatabase(embedded?.url ?? config.databaseUrl ?? '', database =>
      run({ args: positionals, options: values, database, config, say: line => console.log(line) }),
    )
  } finally {
    await embedded?.stop()
  }
}

async function withDatabase(url: string, work: (database: Database) => Promise<void>): Promise<void> {
  await migrate(url)
  const database = openDatabase(url)
  await work(database).finally(database.close)
}

/** The option as text, or a Problem that names it. */
export function requireOption(options: Call['options'], name: string): string {
  const value = optionalOption(options, name)
  if (value === undefined) throw new Problem('invalid', `Say --${name} as well.`, { field: name })
  return value
}

export function optionalOption(options: Call['options'], name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const tell = (line: string) => console.error(line)
