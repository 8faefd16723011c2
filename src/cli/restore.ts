/** `restore`: a backup into an empty place. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { restoreBackup } from '../actions/backup/restore.ts'
import { Problem } from '../domain/problem.ts'
import { type Command, optionalOption } from './command.ts'
import { contextOf } from './named.ts'

const erasures = z.array(
  z.strictObject({ kind: z.enum(['referral', 'person']), id: z.uuid(), why: z.enum(['retention', 'request']) }),
)

export const restore: Command = {
  about: 'Restore a backup into an empty place',
  usage: '<file> [--erasures <file>]',
  more: [
    'Needs the version of Onward that made it, and its SECRET. A damaged file is refused, and nothing is restored.',
    '--erasures: the list that was written last. What it names is erased again at once.',
  ],
  options: { erasures: { type: 'string' } },
  async run(call) {
    const { args, options, database, config, say } = call
    const [file] = args
    if (!file) throw new Problem('invalid', 'Say which file to restore.', { field: 'file' })
    const began = performance.now()
    const known = await readErasures(optionalOption(options, 'erasures'))
    const { secret, storageUrl } = config
    const done = await restoreBackup(contextOf(call), { database, secret, storageUrl }, file, known)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`${done.tables} tables and ${done.files} files of ${done.madeAt} are here, after ${seconds} s.`)
    say(`${done.erased} erasures made since were made again.`)
    say(`The audit ends with ${done.auditHead ?? 'nothing yet'}. Everybody signs in anew.`)
  },
}

async function readErasures(path: string | undefined) {
  if (!path) return []
  const read = erasures.safeParse(await readFile(path, 'utf8').then(JSON.parse, () => null))
  if (!read.success) throw new Problem('invalid', `${path} is no list of erasures.`, { field: 'erasures' })
  return read.data
}
