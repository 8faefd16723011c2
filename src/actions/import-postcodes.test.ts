import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { claimImport, releaseImport } from '../db/import-batches.ts'
import { findPlace } from '../db/postcodes.ts'
import { requirePostcode } from '../domain/postcode.ts'
import { editionOf, importPostcodes } from './import-postcodes.ts'
import { type Skipped, silent } from './import-report.ts'

let database: Database
let drop: () => Promise<void>
const folder = mkdtempSync(join(tmpdir(), 'onward-postcodes-'))

beforeAll(async () => {
  const fresh = await freshDatabase()
  database = openDatabase(fresh.url)
  drop = fresh.drop
})
afterAll(async () => {
  await database.close()
  await drop()
})

const header = 'postcode,lat,lng,la_code,pqi'
/** Rows of an outward code of our own making, in a square about 53.4, -3. */
const rows = (outward: string, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `${outward} ${at % 10}A${letters[Math.floor(at / 10)]},${53.4 + at / 1000},-3,E08000012,10`,
  )
const letters = 'ABDEFGHJLN'

function file(name: string, lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(lines.join('\n')) : lines.join('\r\n'))
  return path
}

async function run(...paths: string[]) {
  const skipped: Skipped[] = []
  const result = await importPostcodes(database.owner, { paths }, { ...silent, skipped: row => skipped.push(row) })
  return { ...result, rows: skipped.map(({ line, reason }) => `${line} ${reason}`) }
}

const place = (typed: string) => findPlace(database.db, requirePostcode(typed, 'postcode'))

test('API-4: good rows are imported, bad ones named by their line, and the outward code gets its middle', async () => {
  const path = file('l97.csv.gz', [
    header,
    ...rows('L97', 3),
    'nonsense,1,2,3,4',
    'L97 9ZZ,,,,90',
    'L97 8ZZ,-3,53.4,E08000012,10',
    'L97 7ZZ',
  ])
  expect(await run(path)).toMatchObject({ imported: 4, skipped: 3, rows: ['5 postcode', '7 position', '8 columns'] })
  expect(await place('l97 1aa')).toMatchObject({
    point: { lat: 53.401, lng: -3 },
    authority: 'E08000012',
    approximate: false,
  })
  expect(await place('L97')).toMatchObject({ authority: 'E08000012', approximate: true, point: { lng: -3 } })
  expect((await place('L97')).point?.lat).toBeCloseTo(53.401, 5)
})

test('FORM-2: no point is invented: without a position of its own a postcode stands at its outward code, or nowhere', async () => {
  expect(await place('L97 9ZZ')).toMatchObject({ approximate: true, point: { lng: -3 } })
  expect(await place('ZE9 9ZZ')).toEqual({
    postcode: 'ZE9 9ZZ',
    outward: 'ZE9',
    point: null,
    authority: null,
    approximate: true,
  })
  expect(await place('ZZ99 3VZ')).toEqual({
    postcode: 'ZZ99 3VZ',
    outward: null,
    point: null,
    authority: null,
    approximate: true,
  })
})

test('importing the same file again does nothing; a newer one changes what changed', async () => {
  const path = file('l96.csv', [header, ...rows('L96', 5)])
  expect(await run(path)).toMatchObject({ imported: 5, unchanged: 0 })
  expect(await run(path)).toMatchObject({ imported: 0, unchanged: 1 })
  file('l96.csv', [header, 'L96 0AA,53.5,-3,E08000014,10', 'L96 0AA,53.6,-3,E08000014,10'])
  expect(await run(path)).toMatchObject({ imported: 2 })
  expect(await place('L96 0AA')).toMatchObject({ point: { lat: 53.6 }, authority: 'E08000014' })
  expect(await place('L96 1AA')).toMatchObject({ point: { lat: 53.401 } })
})

test('an import that was cut off goes on after its last committed line', async () => {
  const path = file('l95.csv', [header, ...rows('L95', 10)])
  await run(path)
  await database.owner
    .updateTable('importBatch')
    .set({ finishedAt: null, lines: 6, imported: 5 })
    .where('file', '=', 'l95.csv')
    .execute()
  await database.owner.deleteFrom('postcode').where('code', 'like', 'L95%').execute()
  expect(await run(path)).toMatchObject({ imported: 5, skipped: 0 })
  expect(await place('L95 4AA')).toMatchObject({ approximate: true })
  expect(await place('L95 5AA')).toMatchObject({ approximate: false })
  expect(await run(path)).toMatchObject({ unchanged: 1 })
})

test('a folder is taken file by file, and a file of something else is refused by name', async () => {
  const stranger = file('names.csv', ['name,address', 'a,b'])
  await expect(run(stranger)).rejects.toThrow('names.csv is neither')
  await expect(run(join(folder, 'absent.csv'))).rejects.toMatchObject({ code: 'not_found' })
})

test('two imports at once do not mix: the second is told, and may go when the first is done', async () => {
  const path = file('l94.csv', [header, ...rows('L94', 5)])
  await database.owner.connection().execute(async other => {
    expect(await claimImport(other, 'postcodes')).toBe(true)
    await expect(run(path)).rejects.toMatchObject({ code: 'conflict' })
    await releaseImport(other, 'postcodes')
  })
  expect(await run(path)).toMatchObject({ imported: 5 })
})

test('the edition is the one that the path names', () => {
  const today = new Date('2026-11-21')
  expect(editionOf('/data/ONSPD_NOV_2025/Data/ONSPD.csv', today)).toBe('NOV 2025')
  expect(editionOf('/data/codepo_2025-11/l.csv', today)).toBe('2025-11')
  expect(editionOf('/data/l.csv', today)).toBe('2026-11')
})
