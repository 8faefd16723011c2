/** `npm run onward -- <command>`: the command line. */
import { join } from 'node:path'
import { buildIfNeeded } from './parts/freshness.mjs'
import { become, install, root } from './parts/run.mjs'

install()
buildIfNeeded()
become(['--enable-source-maps', join(root, 'dist', 'cli.js'), ...process.argv.slice(2)])
