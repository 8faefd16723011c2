/** `npm start`: installs what is missing, builds what is old, runs the program. */
import { join } from 'node:path'
import { buildIfNeeded } from './parts/freshness.mjs'
import { become, install, root } from './parts/run.mjs'

install()
buildIfNeeded()
become(['--enable-source-maps', join(root, 'dist', 'main.js')])
