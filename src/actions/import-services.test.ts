import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { importBoundaries } from './import-boundaries.ts'
import { type Skipped, silent } from './import-report.ts'
import { importServices } from './import-services.ts'

let database: Database
let drop: () => Promise<void>
let [slug, networkId, made] = ['', '', 0]
const folder = mkdtempSync(join(tmpdir(), 'onward-services-'))

beforeAll(async () => {
  const fresh = await freshDatabase()
  database = openDatabase(fresh.url)
  drop = fresh.drop
  await importBoundaries(database.owner, { paths: [file('areas.geojson', boundaries)] }, silent)
  const outward = { code: 'L97', latitude: 53.45, longitude: -2.95, authorityCode: 'E08000012' }
  await database.owner.insertInto('outwardCode').values(outward).execute()
})
afterAll(async () => {
  await database.close()
  await drop()
})
beforeEach(async () => {
  slug = `network-${++made}`
  const network = { slug, name: 'Harbour Network' }
  networkId = (await database.owner.insertInto('network').values(network).returning('id').executeTakeFirstOrThrow()).id
  await database.owner.insertInto('networkArea').values({ networkId, areaCode: 'E08000012' }).execute()
})

const square = [
  [
    [-3.1, 53.3],
    [-2.8, 53.3],
    [-2.8, 53.5],
    [-3.1, 53.5],
    [-3.1, 53.3],
  ],
]
const boundaries = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { LAD25CD: 'E08000012', LAD25NM: 'Harbourside' },
      geometry: { type: 'Polygon', coordinates: square },
    },
    { type: 'Feature', properties: { LAD25NM: 'Nowhere' }, geometry: { type: 'Polygon', coordinates: square } },
  ],
})
const csv = `Who,Where,When,Reach,Contact
Harbour Pantry,L97 1AA,"Mon, Fri 10am - 2pm",,0151 496 0001
"Quay Larder, North",L97,By appointment,E08000012,larder@example.org
Quay Larder,not known,,,
Pier Kitchen,,Daily 12noon - 1pm,L97 L98,ask at the door
Harbour Pantry,L97 1AA,,,
`
const mapping = {
  name: 'Who',
  organisation: 'Who',
  category: { const: 'Food' },
  postcode: 'Where',
  openingTimes: 'When',
  catchment: 'Reach',
  contact: 'Contact',
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function run(options: { text?: string; map?: object; organisation?: string; makeCategories?: boolean } = {}) {
  const skipped: Skipped[] = []
  const { text = csv, map = mapping, ...rest } = options
  const given = {
    path: file('pantries.csv', text),
    mappingPath: file('mapping.json', JSON.stringify({ source: slug, ...map })),
    network: slug,
  }
  const watch = { ...silent, skipped: (row: Skipped) => skipped.push(row) }
  const result = await importServices(database.owner, { ...given, makeCategories: true, ...rest }, watch)
  return { ...result, rows: skipped.map(({ line, reason }) => `${line} ${reason}`) }
}

const services = () =>
  sql<{
    name: string
    description: string
    catchment: unknown
    phone: string
    email: string
    spans: number
    open: boolean
    reach: string
    approximate: boolean
  }>`
    select s.name, s.description, s.catchment, s.phone, s.email, c.open, c.reach::text, l.approximate,
      (select count(*) from opening_hours h where h.service_id = s.id) as spans
    from service s join service_category c on c.service_id = s.id and c.network_id = ${networkId}
      join location l on l.id = s.location_id order by s.name`
    .execute(database.owner)
    .then(({ rows }) => rows)

test('API-4: rows become services with venue, hours, catchment and contact; bad ones are named by their line', async () => {
  expect(await run()).toMatchObject({
    imported: 3,
    skipped: 2,
    made: 3,
    organisations: 3,
    withHours: 2,
    rows: ['4 postcode', '6 duplicate'],
  })
  expect(await services()).toMatchObject([
    {
      name: 'Harbour Pantry',
      spans: 2,
      phone: '+441514960001',
      catchment: { kind: 'network' },
      open: true,
      approximate: true,
    },
    {
      name: 'Pier Kitchen',
      spans: 7,
      description: 'ask at the door',
      catchment: { kind: 'districts', districts: ['L97', 'L98'] },
    },
    { name: 'Quay Larder, North', spans: 0, description: 'By appointment', email: 'larder@example.org' },
  ])
})

test('SUG-5: the box that narrows a search is that of the authority, padded; where nothing is known it is the whole plane', async () => {
  await run()
  expect((await services()).map(({ reach }) => reach)).toEqual([
    '(-2.78,53.52),(-3.12,53.28)',
    '(180,90),(-180,-90)',
    '(-2.78,53.52),(-3.12,53.28)',
  ])
})

test('the same file again changes and adds nothing; a corrected one changes its services', async () => {
  await run()
  const before = await services()
  expect(await run()).toMatchObject({ imported: 3, made: 0 })
  expect(await services()).toEqual(before)
  await run({ text: csv.replace('0151 496 0001', '0151 496 0002') })
  expect((await services())[0]).toMatchObject({ phone: '+441514960002' })
})

test('one organisation may give them all', async () => {
  const { organisation: _, ...rest } = mapping
  expect(await run({ map: { ...rest, organisation: { const: 'Harbour Council' } } })).toMatchObject({
    organisations: 1,
    made: 3,
  })
})

test('a category that the network has not, and columns that the file has not, are said before anything is made', async () => {
  await expect(run({ makeCategories: false })).rejects.toMatchObject({ code: 'invalid', field: 'mapping' })
  await expect(run({ map: { ...mapping, name: 'Wer' } })).rejects.toThrow('no column Wer')
  await expect(run({ map: { title: 'Who' } })).rejects.toThrow('The mapping cannot be used')
  expect(await services()).toEqual([])
})

test('a file that breaks off leaves nothing half-written', async () => {
  await expect(run({ text: `${csv}"Broken,L97` })).rejects.toThrow()
  expect(await services()).toEqual([])
})

test('API-4: boundaries are taken by whatever their columns are called, bad ones named by their line', async () => {
  const skipped: Skipped[] = []
  const path = file('again.geojson', boundaries.replaceAll('{"type":"Feature"', '\n{"type":"Feature"'))
  const watch = { ...silent, skipped: (row: Skipped) => skipped.push(row) }
  expect(await importBoundaries(database.owner, { paths: [path] }, watch)).toMatchObject({
    imported: 1,
    skipped: 1,
    unchanged: 1,
  })
  expect(skipped).toMatchObject([{ line: 3, reason: 'code' }])
  await expect(importBoundaries(database.owner, { paths: [file('odd.geojson', '{}')] }, silent)).rejects.toMatchObject({
    code: 'invalid',
  })
})
