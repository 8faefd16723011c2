/** What esbuild makes: used by build and dev. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

const islandsFolder = join(root, 'src', 'web', 'islands')
const jsx = { jsx: 'automatic', jsxImportSource: 'preact' }

export function serverOptions() {
  const entries = { main: join(root, 'src', 'main.ts'), cli: join(root, 'src', 'cli', 'main.ts') }
  return {
    ...jsx,
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  }
}

export function islands() {
  if (!existsSync(islandsFolder)) return []
  const names = readdirSync(islandsFolder).filter(name => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name))
  return names.map(name => join(islandsFolder, name))
}

export function browserOptions() {
  return {
    ...jsx,
    absWorkingDir: root,
    entryPoints: islands(),
    outdir: 'dist/assets/islands',
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022'],
    minify: true,
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
    loader: { '.css': 'empty', '.png': 'empty' },
  }
}

const styleFolder = join(root, 'src', 'web', 'ui', 'style')

function sheetsApart() {
  const folder = join(styleFolder, 'apart')
  return readdirSync(folder).map(name => join(folder, name))
}

/** Every page has the first; those apart are of the pages that name them, or an island of their name. */
export const stylesheet = {
  file: join(styleFolder, 'main.css'),
  options: () => ({
    absWorkingDir: root,
    entryPoints: [stylesheet.file, ...sheetsApart()],
    outdir: 'dist/assets',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    metafile: true,
    logLevel: 'warning',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    loader: { '.woff2': 'file', '.png': 'file', '.svg': 'file' },
  }),
}
