/** A command, run as if these words had been typed after its name. */
import { parseArgs } from 'node:util'
import type { Command } from '#src/cli/command.ts'
import type { Config } from '#src/config.ts'
import type { Database } from '#src/db/database.ts'

/** Returns what it prints. */
export async function runCommand(
  database: Database,
  config: Config,
  command: Command,
  ...words: string[]
): Promise<string[]> {
  const lines: string[] = []
  const { positionals, values } = parseArgs({ args: words, options: command.options ?? {}, allowPositionals: true })
  await command.run({ args: positionals, options: values, database, config, say: line => lines.push(line) })
  return lines
}
