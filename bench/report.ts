/** docs/benchmarks.md: the figures with the versions and the machine that they were measured on. */
import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from './processes.ts'
import { type Section, sectionText } from './section.ts'

export function reportText(sections: readonly Section[], postgres: string): string {
  return `${[introduction(postgres), ...sections.map(sectionText)].join('\n\n')}\n`
}

function introduction(postgres: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const libraries = ['hono', '@hono/node-server', 'preact', 'pg', 'kysely'].map(name => `${name} ${dependencies[name]}`)
  const load = loadavg()
    .map(value => value.toFixed(1))
    .join(', ')
  return `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}; repeat it with the same command. \`npm run bench -- --million\` adds a
million referrals, \`ONWARD_POSTCODES=folder npm run bench\` the import of postcodes, \`npm run bench -- referrals\` runs one part and writes
nothing, \`--folder F\` keeps the filled databases for the next run.

Node ${process.version.slice(1)}, PostgreSQL ${postgres} (embedded, fsync on, its own settings), ${libraries.join(', ')}. ${cpus().length} × ${cpus()[0]?.model.trim()},
${Math.round(totalmem() / 2 ** 30)} GB. Driver, program, floor and database share the machine; its load over 1, 5 and 15 minutes was ${load} at the end.

The floors are measured in the same run, in turns with the program, three rounds each, and the medians are shown: floor-http is node:http
answering a constant; floor-sql is node:http with one prepared statement (bench/floor-statements.ts). All data is made up (bench/data/).
CPU is from /proc, per request: the program's, and PostgreSQL's with all its processes. Milliseconds tell of this machine; ratios travel.`
}
