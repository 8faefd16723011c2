/** `user create`: an account, its organisation and what it is trusted with. */
import { text } from 'node:stream/consumers'
import { createUser, firstLinkHours } from '../actions/create-user.ts'
import { Problem } from '../domain/problem.ts'
import { type Call, type Command, optionalOption, requireOption } from './command.ts'
import { contextOf, listOption, requireNetwork, requireOrganisation } from './named.ts'

export const userCreate: Command = {
  about: 'Make an account',
  usage:
    '--email <address> --name <name> [--organisation <name or id>]… [--role primary|member] [--coordinator <network>]… [--commissioner <network>]… [--administrator] [--notify] [--password-stdin]',
  more: [
    'They get an email with a link to choose a password. With --password-stdin it is read from standard input instead.',
    'Networks are named by their short names. Without --role they are a member of the organisation.',
    'With --notify they are emailed about the referrals of their organisation; primary users always are.',
  ],
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    organisation: { type: 'string', multiple: true },
    role: { type: 'string' },
    coordinator: { type: 'string', multiple: true },
    commissioner: { type: 'string', multiple: true },
    administrator: { type: 'boolean' },
    notify: { type: 'boolean' },
    'password-stdin': { type: 'boolean' },
  },
  async run(call) {
    const { options, say } = call
    const [email, name] = [requireOption(options, 'email'), requireOption(options, 'name')]
    const memberships = await membershipsOf(call)
    const grants = await grantsOf(call)
    const administrator = options.administrator === true
    if (memberships.length + grants.length === 0 && !administrator)
      throw new Problem('invalid', 'Say --organisation, --coordinator, --commissioner or --administrator as well.')
    const password = options['password-stdin'] === true ? await readPassword() : null
    await createUser(contextOf(call), { email, name, memberships, grants, administrator, password })
    say(
      password === null
        ? `${email} is there. A link to choose a password goes to them by email; it is good for ${firstLinkHours} hours.`
        : `${email} is there and can sign in.`,
    )
  },
}

async function membershipsOf({ options, database }: Call) {
  const role = roleOf(optionalOption(options, 'role') ?? 'member')
  const notify = options.notify === true
  const found = await Promise.all(listNames(options.organisation).map(one => requireOrganisation(database.db, one)))
  return found.map(({ id }) => ({ organisationId: id, role, notify }))
}

async function grantsOf({ options, database }: Call) {
  const roles = ['coordinator', 'commissioner'] as const
  const grants = roles.flatMap(role => listOption(options, role).map(slug => ({ role, slug })))
  return Promise.all(
    grants.map(async ({ role, slug }) => ({ role, networkId: (await requireNetwork(database.db, slug)).id })),
  )
}

/** Names of organisations may hold commas. */
function listNames(given: Call['options'][string]): string[] {
  return (Array.isArray(given) ? given : [given]).filter(one => typeof one === 'string')
}

function roleOf(given: string): 'primary' | 'member' {
  if (given === 'primary' || given === 'member') return given
  throw new Problem('invalid', `There is no role "${given}": say primary or member.`, { field: 'role' })
}

/** Without the end of its line. */
async function readPassword(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '')
}
