/** Rows of the open postcode files, told apart by their first line: Code-Point Open, ONS Postcode Directory, or our own. */
import { isInside, type Point, unitedKingdom } from './area.ts'
import { fromNationalGrid } from './grid.ts'

/** `precision`: 0 at the postcode, 1 approximate, 2 no position. `code` is without its space, `authority` a GSS code. */
export type PostcodeRow = { code: string; point: Point | null; authority: string | null; precision: 0 | 1 | 2 }

/** What is wrong with a row, as a code. */
export type Fault = { fault: 'columns' | 'postcode' | 'position' }
export type ReadRow = (fields: readonly string[]) => PostcodeRow | Fault

/** `hasHeader`: the first line is no data. Null: not a file of postcodes that we know. */
export function detectFormat(first: readonly string[]): { read: ReadRow; hasHeader: boolean } | null {
  const columns = first.map(name => name.trim().toLowerCase().replace('\ufeff', ''))
  if (columns.length >= 9 && fullCode.test(compact(columns[0] ?? ''))) return { read: readCodePoint, hasHeader: false }
  const code = findColumn(columns, ['pcds', 'pcd', 'pcd7', 'pcd8', 'postcode', 'pc'])
  if (code === -1) return null
  const at = {
    code,
    width: columns.length,
    authority: columns.findIndex(isAuthority),
    quality: findColumn(columns, qualities),
  }
  const [lat, lng] = [findColumn(columns, ['lat', 'latitude']), findColumn(columns, ['long', 'lng', 'longitude'])]
  if (lat !== -1 && lng !== -1) return { read: fields => readDegrees(fields, { ...at, lat, lng }), hasHeader: true }
  const [east, north] = [
    findColumn(columns, ['ea', 'eastings', 'oseast1m']),
    findColumn(columns, ['no', 'northings', 'osnrth1m']),
  ]
  return east === -1 || north === -1
    ? null
    : { read: fields => readGrid(fields, { ...at, east, north }), hasHeader: true }
}

/** One line of CSV; only lines with quotes need the slow way. */
export function splitLine(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

type Columns = { code: number; width: number; authority: number; quality: number }

const qualities = ['pqi', 'pq', 'osgrdind', 'gridind']
const codePoint = { code: 0, quality: 1, east: 2, north: 3, authority: 8, width: 9 }
const readCodePoint: ReadRow = fields => readGrid(fields, codePoint)

function readDegrees(fields: readonly string[], columns: Columns & { lat: number; lng: number }): PostcodeRow | Fault {
  const [lat, lng] = [fields[columns.lat] ?? '', fields[columns.lng] ?? '']
  // The Directory writes 99.999999 for "nowhere".
  const isNowhere = lat.trim() === '' || lng.trim() === '' || Number(lat) > 99
  return readRow(fields, columns, isNowhere ? null : { lat: Number(lat), lng: Number(lng) })
}

function readGrid(fields: readonly string[], columns: Columns & { east: number; north: number }): PostcodeRow | Fault {
  const [east, north] = [Number(fields[columns.east] || 0), Number(fields[columns.north] || 0)]
  if (Number.isNaN(east) || Number.isNaN(north)) return { fault: 'position' }
  return readRow(fields, columns, east === 0 && north === 0 ? null : fromNationalGrid(east, north))
}

function readRow(fields: readonly string[], columns: Columns, point: Point | null): PostcodeRow | Fault {
  if (fields.length < columns.width) return { fault: 'columns' }
  const code = compact(fields[columns.code] ?? '')
  if (!fullCode.test(code)) return { fault: 'postcode' }
  if (point && !isInside(unitedKingdom, point)) return { fault: 'position' }
  const authority = (fields[columns.authority] ?? '').trim()
  const precision = precisionOf(point, (fields[columns.quality] ?? '').trim())
  return {
    code,
    point: precision === 2 ? null : point,
    authority: isRealAuthority(authority) ? authority : null,
    precision,
  }
}

/** Code-Point counts in tens, the Directory in ones: from 5 on imputed or a sector's mean, 9 nowhere. */
function precisionOf(point: Point | null, quality: string): 0 | 1 | 2 {
  if (!point) return 2
  const grade = Number(quality.charAt(0) || 1)
  if (grade === 9) return 2
  return grade >= 5 && grade !== 8 ? 1 : 0
}

const fullCode = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/i
const compact = (typed: string) => typed.replaceAll(' ', '').toUpperCase()
const isAuthority = (name: string) => /^(?:la_code|oslaua|laua|lad\d*cd|dc|admin_district_code)$/.test(name)
const isRealAuthority = (code: string) => /^[ENSW]\d{8}$/.test(code) && !code.endsWith('99999999')

function findColumn(columns: readonly string[], names: readonly string[]): number {
  return columns.indexOf(names.find(name => columns.includes(name)) ?? '-')
}
