/** `backup`: everything in one file, while the program runs. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { makeBackup } from '../actions/backup/make.ts'
import { listErasures } from '../db/privacy/erasures.ts'
import { Problem } from '../domain/problem.ts'
import type { Command } from './command.ts'

export const backup: Command = {
  about: 'Write a backup into one file, while the program runs',
  usage: '<file> | --erasures <file>',
  more: [
    'Database, files and the end of the audit, as of one moment. SECRET is not in it: keep that too, and apart.',
    'With --erasures only the list of what was erased, by ids alone, for restoring an older backup.',
  ],
  options: { erasures: { type: 'string' } },
  async run({ args: [file], options, database, config, say }) {
    if (typeof options.erasures === 'string') {
      const erased = await listErasures(database.owner)
      await writeFile(options.erasures, JSON.stringify(erased), { mode: 0o600 })
      return say(`${erased.length} erasures listed in ${options.erasures}, by their ids alone.`)
    }
    if (!file) throw new Problem('invalid', 'Say which file to write.', { field: 'file' })
    if (existsSync(file)) throw new Problem('conflict', `There is a file ${file} already.`)
    const began = performance.now()
    const { secret, storageUrl } = config
    const made = await makeBackup({ database, secret, storageUrl }, file, new Date())
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`${made.tables} tables and ${made.files} files are in ${file}, after ${seconds} s.`)
    if (made.missing > 0) say(`${made.missing} files were removed meanwhile, or are not in the store.`)
    say(`The audit ends with ${made.auditHead ?? 'nothing yet'}.`)
  },
}
