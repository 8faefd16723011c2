/** `import postcodes`: Code-Point Open, the ONS Postcode Directory, or a CSV with postcode, lat, lng. */
import { importPostcodes as act } from '../actions/import-postcodes.ts'
import { Problem } from '../domain/problem.ts'
import { type Command, optionalOption } from './command.ts'
import { summarise, watchImport } from './import-watch.ts'

export const importPostcodes: Command = {
  about: 'Import the places of postcodes',
  usage: '<file or folder>… [--edition <such as 2025-11>]',
  more: [
    'Code-Point Open or the ONS Postcode Directory, as CSV or .csv.gz; or any CSV with the columns postcode, lat and lng.',
    'Run again, it goes on where it was interrupted. The edition is read from the file’s path where it is not given.',
  ],
  options: { edition: { type: 'string' } },
  async run({ args, options, database, say }) {
    if (args.length === 0) throw new Problem('invalid', 'Name a file or a folder.', { field: 'path' })
    const watch = watchImport('postcodes')
    const result = await act(
      database.owner,
      { paths: args, edition: optionalOption(options, 'edition') },
      watch,
    ).finally(watch.end)
    say(summarise('postcodes', result, watch.elapsed()))
  },
}
