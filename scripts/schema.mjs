/** Writes src/db/schema.ts from the migrations, applied to a database that is thrown away. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, node, root, run, runTool } from './parts/run.mjs'

const types = { int8: 'number', ltree: 'string', citext: 'string', tsvector: 'string', box: 'string' }

install()
if (Number(process.versions.node.split('.')[0]) < 24) process.exit(run(node, [process.argv[1]]).status ?? 1)
const { startEmbedded } = await import('../src/db/embedded.ts')
const { migrate } = await import('../src/db/migrate.ts')
const folder = mkdtempSync(join(tmpdir(), 'onward-schema-'))
chmodSync(folder, 0o711)
const server = await startEmbedded(folder, () => {}, { fsync: false })
try {
  await migrate(server.url)
  process.exitCode = generate(server.url).status ?? 1
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

function generate(url) {
  return runTool('kysely-codegen/dist/cli/bin.js', [
    ...[
      '--url',
      url,
      '--dialect',
      'postgres',
      '--default-schema',
      'public',
      '--out-file',
      join(root, 'src/db/schema.ts'),
    ],
    ...[
      '--camel-case',
      '--date-parser',
      'string',
      '--numeric-parser',
      'number',
      '--type-mapping',
      JSON.stringify(types),
    ],
  ])
}
