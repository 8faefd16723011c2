/** `set-up code`: the code with which a browser sets an empty installation up; a new one where the last is too old. */
import { issueSetUpCode } from '../actions/issue-set-up-code.ts'
import { Problem } from '../domain/problem.ts'
import type { Command } from './command.ts'

export const setUpCodeAgain: Command = {
  about: 'Print a new code for setting up an empty installation in the browser',
  usage: '',
  more: ['It works once, for 24 hours, and the code before it no more.'],
  async run({ database, config, say }) {
    const issued = await issueSetUpCode(database.db, config.secret, new Date())
    if (!issued) throw new Problem('not_now', 'This installation is set up: somebody has an account.')
    say(`${issued.code}  for ${config.baseUrl}/set-up, until ${issued.expiresAt.toISOString()}`)
  },
}
