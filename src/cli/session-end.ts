/** `session end`: signs somebody, or everybody, out of every browser. Their tokens stay. */
import { endSessions } from '../actions/end-sessions.ts'
import { findUser } from '../db/users.ts'
import { Problem } from '../domain/problem.ts'
import { type Command, optionalOption } from './command.ts'
import { contextOf } from './named.ts'

export const sessionEnd: Command = {
  about: 'Sign somebody out everywhere, or everybody',
  usage: '--email <address> | --everybody',
  more: ['Tokens of the API go on working.'],
  options: { email: { type: 'string' }, everybody: { type: 'boolean' } },
  async run(call) {
    const { options, database, say } = call
    const email = optionalOption(options, 'email')
    if ((options.everybody === true) === (email !== undefined))
      throw new Problem('invalid', 'Say --email or --everybody.')
    const user = email ? await findUser(database.db, email) : null
    if (email && !user) throw new Problem('not_found', `Nobody has the account ${email}.`, { field: 'email' })
    const count = await endSessions(contextOf(call), user?.id ?? null)
    say(count === 1 ? '1 session ended.' : `${count} sessions ended.`)
  },
}
