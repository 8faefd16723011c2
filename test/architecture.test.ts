/** Who may import whom: this file is the table. It also keeps files short and the core free of what it must not know. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

// biome-ignore format: a table
const mayImport: Record<string, readonly string[]> = {
  domain:  [],
  words:   [],
  db:      ['domain'],
  auth:    ['domain', 'db'],
  mail:    ['domain', 'words'],
  files:   ['domain'],
  outgoing: [],
  actions: ['domain', 'db', 'auth', 'files', 'outgoing'],
  reports: ['domain', 'db'],
  worker:  ['domain', 'db', 'actions', 'mail', 'words', 'auth', 'files', 'outgoing'],
  cli:     ['domain', 'db', 'actions', 'mail', 'words', 'auth', 'outgoing', 'api'],
  web:     ['domain', 'db', 'actions', 'reports', 'words', 'auth', 'files', 'outgoing'],
  api:     ['domain', 'db', 'actions', 'reports', 'words', 'auth', 'files', 'outgoing'],
}
/** The only wiring, and what it reads. */
const wiring = ['src/main.ts', 'src/config.ts', 'src/log.ts']
/** What the pure rules may stand on: nothing that reads or writes, no clock, no framework. */
const pure = [
  'zod',
  'temporal-polyfill',
  'date-holidays',
  'node:module', // loads the holidays when somebody asks for one
  'postcode',
  '@turf/boolean-point-in-polygon',
  'libphonenumber-js/min',
  'geojson',
]

const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
  file => !/\.test\.tsx?$/.test(file) && file !== 'src/db/schema.ts',
)
const importsOf = (file: string) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map(match => match[1] ?? match[2] ?? match[3] ?? '')
const layerOf = (file: string) => file.split('/')[1] ?? ''

describe('each layer imports only those below it', () => {
  for (const [layer, allowed] of Object.entries(mayImport)) {
    test(`${layer} imports ${allowed.join(', ') || 'no other layer'}`, () => {
      const wrong = files
        .filter(file => layerOf(file) === layer)
        .flatMap(file => importsOf(file).map(to => ({ file, to: resolved(file, to) })))
        .filter(({ to }) => to.startsWith('src/') && layerOf(to) !== layer && !allowed.includes(layerOf(to)))
        .filter(({ to }) => !(layer !== 'domain' && layer !== 'db' && to === 'src/config.ts'))
      expect(wrong).toEqual([])
    })
  }

  test('every file has a layer', () => {
    expect(files.filter(file => !wiring.includes(file) && !(layerOf(file) in mayImport))).toEqual([])
  })
})

test('the rules are pure: no input or output, no clock, no chance, no framework', () => {
  const rules = files.filter(file => layerOf(file) === 'domain')
  const foreign = rules
    .flatMap(file => importsOf(file).map(to => ({ file, to })))
    .filter(({ to }) => !to.startsWith('.') && !pure.includes(to))
  expect(foreign).toEqual([])
  const impure = rules.filter(file =>
    /Date\.now\(|new Date\(\)|Math\.random\(|process\.|fetch\(|Temporal\.Now/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  )
  expect(impure).toEqual([])
})

test('nothing typed is ever run: no code or pattern is made from text, and no program started but the database', () => {
  const running = files.filter(file =>
    /\beval\(|new Function\(|new RegExp\(|from 'node:(vm|child_process)'/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(running.filter(file => !file.startsWith('src/db/embedded/'))).toEqual([])
})

test('hooks live in islands alone', () => {
  const wrong = files.filter(file => !file.startsWith('src/web/islands/') && importsOf(file).includes('preact/hooks'))
  expect(wrong).toEqual([])
})

test('no file is longer than 250 lines, and each begins by saying what it is', () => {
  const long = files.filter(file => readFileSync(join(root, file), 'utf8').split('\n').length > 251)
  expect(long).toEqual([])
  const silent = files.filter(file => !/^\/\*\*/.test(readFileSync(join(root, file), 'utf8')))
  expect(silent).toEqual([])
})

function resolved(file: string, to: string): string {
  return to.startsWith('.') ? relative(root, join(root, dirname(file), to)) : to
}
