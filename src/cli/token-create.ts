/** `token create`: a key to the API, printed once. */
import { createToken, longestDays } from '../actions/create-token.ts'
import { findUser, listMemberships } from '../db/users.ts'
import { scopes } from '../domain/policy.ts'
import { Problem } from '../domain/problem.ts'
import { type Call, type Command, optionalOption, requireOption } from './command.ts'
import { contextOf, listOption, requireOrganisation } from './named.ts'

export const tokenCreate: Command = {
  about: 'Make a token for the API, and print it once',
  usage:
    '--email <whose> --scopes <scope,scope…> [--days <number>] [--organisation <name or id>] [--name <what it is for>]',
  more: [
    `Scopes: ${scopes.join(', ')}.`,
    `It works for 90 days where --days does not say otherwise; ${longestDays} at most.`,
    'It may do what its user may, for the organisation named, or the first that they belong to.',
  ],
  options: {
    email: { type: 'string' },
    scopes: { type: 'string', multiple: true },
    days: { type: 'string' },
    organisation: { type: 'string' },
    name: { type: 'string' },
  },
  async run(call) {
    const { options, database, say } = call
    const email = requireOption(options, 'email')
    requireOption({ scopes: listOption(options, 'scopes').join() }, 'scopes')
    const user = await findUser(database.db, email)
    if (!user) throw new Problem('not_found', `Nobody has the account ${email}.`, { field: 'email' })
    const { token, expiresAt } = await createToken(contextOf(call), {
      userId: user.id,
      organisationId: await organisationFor(call, user.id),
      name: optionalOption(options, 'name') ?? 'Made on the command line',
      scopes: listOption(options, 'scopes'),
      days: Number(optionalOption(options, 'days') ?? 90),
    })
    say(token)
    console.error(`Good until ${expiresAt.toISOString().slice(0, 10)}. It is not shown again: keep it somewhere safe.`)
  },
}

/** Theirs: the one named, or the first. */
async function organisationFor({ options, database }: Call, userId: string): Promise<string | null> {
  const memberships = await listMemberships(database.db, userId)
  const named = optionalOption(options, 'organisation')
  if (!named) return memberships[0]?.organisationId ?? null
  const { id, name } = await requireOrganisation(database.db, named)
  if (memberships.some(({ organisationId }) => organisationId === id)) return id
  throw new Problem('invalid', `They do not belong to ${name}.`, { field: 'organisation' })
}
