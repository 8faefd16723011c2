/** `npm run build`: the program, the command line, the islands and the stylesheet, into dist/. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { browserOptions, islands, serverOptions, stylesheet } from './parts/bundles.mjs'
import { stamp } from './parts/freshness.mjs'
import { root } from './parts/run.mjs'

const started = performance.now()
const dist = join(root, 'dist')

rmSync(join(dist, 'assets'), { recursive: true, force: true })
mkdirSync(join(dist, 'assets'), { recursive: true })
// esbuild has said by itself what is wrong and where
const [, ...assets] = await Promise.all([build(serverOptions()), ...browserBuilds()]).catch(() => process.exit(1))
writeManifest(assets)
cpSync(join(root, 'src', 'web', 'ui', 'style', 'icon.svg'), join(dist, 'assets', 'icon.svg'))
copyFolders()
writeFileSync(stamp, '')
console.log(`Built in ${Math.round(performance.now() - started)} ms.`)

function browserBuilds() {
  const wanted = [islands().length > 0 && browserOptions(), existsSync(stylesheet.file) && stylesheet.options()]
  return wanted.filter(Boolean).map(options => build(options))
}

/** From the name a page uses to the file that has it: `main.css`, `draw.css`, `islands/map.js`. */
function writeManifest(results) {
  const names = {}
  for (const [output, { entryPoint }] of results.flatMap(({ metafile }) => Object.entries(metafile.outputs))) {
    if (entryPoint) names[nameOf(entryPoint)] = relative(join(dist, 'assets'), join(root, output)).replaceAll('\\', '/')
  }
  writeFileSync(join(dist, 'assets', 'manifest.json'), `${JSON.stringify(names, null, 2)}\n`)
}

function nameOf(entryPoint) {
  const file = entryPoint.split('/').at(-1)
  return file.endsWith('.css') ? file : `islands/${file.replace(/\.tsx?$/, '.js')}`
}

/** What the program reads beside itself: the migrations and the demonstration's seed. */
function copyFolders() {
  for (const name of ['migrations', 'seed']) {
    const from = join(root, 'src', 'db', name)
    rmSync(join(dist, name), { recursive: true, force: true })
    if (existsSync(from) && readdirSync(from).length > 0) cpSync(from, join(dist, name), { recursive: true })
  }
}
