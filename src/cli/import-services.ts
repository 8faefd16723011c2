/** `import services`: organisations and their services from CSV, by a mapping of columns. */
import { importServices as act } from '../actions/import-services.ts'
import { countAnew } from '../db/plans.ts'
import { Problem } from '../domain/problem.ts'
import { type Command, optionalOption, requireOption } from './command.ts'
import { summarise, watchImport } from './import-watch.ts'

export const importServices: Command = {
  about: 'Import organisations and services from a CSV file',
  usage: '<file.csv> --network <short name> --mapping <mapping.json> [--organisation <column>] [--make-categories]',
  more: [
    'The mapping says which column is what. Run again, it changes what changed and adds nothing twice.',
    '--organisation: the column with the name of the organisation. --make-categories: make those that the network lacks.',
  ],
  options: {
    network: { type: 'string' },
    mapping: { type: 'string' },
    organisation: { type: 'string' },
    'make-categories': { type: 'boolean' },
  },
  async run({ args: [path], options, database, say }) {
    if (!path) throw new Problem('invalid', 'Name a CSV file.', { field: 'path' })
    const given = {
      path,
      network: requireOption(options, 'network'),
      mappingPath: requireOption(options, 'mapping'),
      organisation: optionalOption(options, 'organisation'),
      makeCategories: options['make-categories'] === true,
    }
    const watch = watchImport('services')
    const result = await act(database.owner, given, watch).finally(watch.end)
    await countAnew(database.owner)
    say(summarise('services', result, watch.elapsed()))
    say(
      `${result.made} new, of ${result.organisations} organisations; ${result.withHours} with hours, ${result.withoutPosition} without a position.`,
    )
  },
}
