/** The words of a letter that was kept as a file, where they may be read at all. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { isDemonstration } from '../../../db/demonstration.ts'
import type { KeptMessage } from '../../../db/mailbox.ts'
import { keptFolder, keptName } from '../../../domain/kept-mail.ts'
import type { Deps } from '../../env.ts'

/** Null where it was sent, is not written yet, or this is no demonstration. */
export async function readKeptText({ config, database }: Deps, { messageId }: KeptMessage): Promise<string | null> {
  if (!(await isDemonstration(database.db, config.demo))) return null
  const file = await readFile(join(config.dataDir, keptFolder, keptName(messageId))).catch(() => null)
  if (!file) return null
  const { text = '' } = await PostalMime.parse(file)
  return text
}
