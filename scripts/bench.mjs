/** `npm run bench`: the benchmarks, on the program as it is built. */
import { join } from 'node:path'
import { buildIfNeeded } from './parts/freshness.mjs'
import { become, install, root } from './parts/run.mjs'

install()
buildIfNeeded()
become(['--expose-gc', join(root, 'bench', 'main.ts'), ...process.argv.slice(2)])
