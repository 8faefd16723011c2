/** `import boundaries`: outlines of local authorities. */
import { importBoundaries as act } from '../actions/import-boundaries.ts'
import { Problem } from '../domain/problem.ts'
import { type Command, optionalOption } from './command.ts'
import { summarise, watchImport } from './import-watch.ts'

export const importBoundaries: Command = {
  about: 'Import the boundaries of local authorities',
  usage: '<file.geojson>… [--edition <such as 2025-05>]',
  options: { edition: { type: 'string' } },
  async run({ args, options, database, say }) {
    if (args.length === 0) throw new Problem('invalid', 'Name a GeoJSON file.', { field: 'path' })
    const watch = watchImport('boundaries')
    const given = { paths: args, edition: optionalOption(options, 'edition') }
    const result = await act(database.owner, given, watch).finally(watch.end)
    say(summarise('boundaries', result, watch.elapsed()))
  },
}
