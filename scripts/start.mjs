/** `npm start`: installs what is missing, builds what is old, runs the program. */
import { join } from 'node:path'
import { buildIfNeeded } from './parts/freshness.mjs'
import { become, install, root } from './parts/run.mjs'

install()
buildIfNeeded()
// A small nursery keeps idle memory 70 MB lower, at no cost that we could measure.
become(['--max-semi-space-size=4', join(root, 'dist', 'main.js')])
