/** `set-up code`: the code with which a browser sets an empty installation up; a new one where the last is too old. */
import { issueSetUpCode } from '../actions/issue-set-up-code.ts'
import { Problem } from '../domain/problem.ts'
import type { Command } from './command.ts'

export const setUpCodeAgain: Command = {
  about: 'Print the code that sets an empty installation up in the browser',
  usage: '',
  async run({ database, config, say }) {
    const issued = await issueSetUpCode(database.db, config.secret, new Date())
    if (!issued) throw new Problem('not_now', 'This installation is set up: somebody has an account.')
    say(`${issued.code}  for ${config.baseUrl}/set-up, until ${issued.expiresAt.toISOString()}`)
  },
}
