/** `network create`: a network with complete defaults, and its coordinating organisation where there is none yet. */
import { createNetwork } from '../actions/create-network.ts'
import { findOrganisations } from '../db/organisations.ts'
import { type Command, optionalOption, requireOption } from './command.ts'
import { contextOf, listOption, requireOrganisation } from './named.ts'

export const networkCreate: Command = {
  about: 'Make a network, ready for work',
  usage:
    '--name <name> --slug <short name> --organisation <who coordinates> [--area <code or name>]… [--help-name <name>] [--help-email <address>] [--help-phone <number>]',
  more: [
    'The short name stands in addresses: lower-case letters, digits and hyphens.',
    'An organisation that is not here yet is made. Areas are those whose boundaries were imported.',
    'The help is shown at the foot of each page: who looks after the network.',
  ],
  options: {
    name: { type: 'string' },
    slug: { type: 'string' },
    organisation: { type: 'string' },
    area: { type: 'string', multiple: true },
    'help-name': { type: 'string' },
    'help-email': { type: 'string' },
    'help-phone': { type: 'string' },
  },
  async run(call) {
    const { options, say } = call
    const [name, slug] = [requireOption(options, 'name'), requireOption(options, 'slug')]
    const coordinator = await coordinatorOf(call, requireOption(options, 'organisation'))
    const { organisationId } = await createNetwork(contextOf(call), {
      ...{ name, slug, coordinator, areas: listOption(options, 'area') },
      help: {
        name: optionalOption(options, 'help-name') ?? '',
        email: optionalOption(options, 'help-email') ?? '',
        phone: optionalOption(options, 'help-phone') ?? '',
      },
    })
    say(`The network "${name}" is there, coordinated by ${coordinator.name} (${organisationId}).`)
    say(
      `Next: onward user create --email … --name … --organisation "${coordinator.name}" --role primary --coordinator ${slug}`,
    )
  },
}

/** One that is there; else its name, for the action to make it. */
async function coordinatorOf({ database }: Parameters<Command['run']>[0], named: string) {
  const known = await findOrganisations(database.db, named)
  return known.length > 0 ? requireOrganisation(database.db, named) : { name: named }
}
