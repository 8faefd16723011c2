/** Takes the outlines of local authorities out of a GeoJSON file, all or none of the good ones in one transaction. */
import { readFile } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { type Area, saveAreas } from '../db/areas.ts'
import type { DB } from '../db/schema.ts'
import { refreshAllCandidates } from '../db/services/candidates.ts'
import { readOutline } from '../domain/drawn.ts'
import { isProblem, Problem } from '../domain/problem.ts'
import { listFiles } from './import-lines.ts'
import { editionOf } from './import-postcodes.ts'
import type { ImportResult, ImportWatch } from './import-report.ts'

/** Catchments that name an authority get its new box in the same transaction. */
export async function importBoundaries(
  owner: Kysely<DB>,
  { paths, edition }: { paths: readonly string[]; edition?: string | undefined },
  watch: ImportWatch,
): Promise<ImportResult> {
  const files = await listFiles(paths, ['.geojson', '.json'])
  const result: ImportResult = { files: files.length, unchanged: 0, imported: 0, skipped: 0 }
  await owner.transaction().execute(async trx => {
    for (const { path, name } of files) {
      const { areas, skipped } = readAreas(await readFile(path, 'utf8'), name, watch)
      const changed = await saveAreas(trx, areas, edition ?? editionOf(path, new Date()))
      result.imported += areas.length
      result.skipped += skipped
      if (changed === 0) result.unchanged += 1
      watch.progress(1, 1, result.imported)
    }
    await refreshAllCandidates(trx)
  })
  return result
}

/** Property names differ by publisher and by year: LAD25CD, lad11nm, CAUTH24CD, code, name … */
export function readAreas(
  text: string,
  file: string,
  watch: Pick<ImportWatch, 'skipped'>,
): { areas: Area[]; skipped: number } {
  const { features } = readCollection(text, file)
  const areas = new Map<string, Area>()
  for (const [at, feature] of features.entries()) {
    const area = readArea(feature)
    if (typeof area === 'object') areas.set(area.code, area)
    else watch.skipped({ file, line: lineOf(text, at), reason: area, text: JSON.stringify(propertiesOf(feature)) })
  }
  return { areas: [...areas.values()], skipped: features.length - areas.size }
}

const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
const properties = z.object({ properties: z.record(z.string(), z.unknown()) })

function readCollection(text: string, file: string) {
  const parsed = collection.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw new Problem('invalid', `${file} is not a GeoJSON FeatureCollection.`, { field: 'path', reason: 'format' })
}

function readArea(feature: unknown): Area | string {
  const given = Object.entries(propertiesOf(feature))
  const code = pick(given, /^(?:code|gss.?code|(?:lad|cauth|ctyua|utla|ltla|lgd|ua|cty|la)\d*cd)$/i)
  const name = pick(given, /^(?:name|official.?name|(?:lad|cauth|ctyua|utla|ltla|lgd|ua|cty|la)\d*nm)$/i)
  if (!code || !/^[A-Z]\d{8}$/.test(code)) return 'code'
  if (!name) return 'name'
  try {
    return { code, name, nation: pick(given, /^nation$/i) ?? nationOf(code), geometry: readOutline(feature) }
  } catch (error) {
    if (isProblem(error)) return String(error.values.reason)
    throw error
  }
}

function propertiesOf(feature: unknown): Record<string, unknown> {
  const parsed = properties.safeParse(feature)
  return parsed.success ? parsed.data.properties : {}
}

function pick(given: [string, unknown][], names: RegExp): string | undefined {
  const value = given.find(([name, value]) => names.test(name) && typeof value === 'string')?.[1]
  return typeof value === 'string' && value.trim() ? value.trim() : undefined
}

function nationOf(code: string): string | null {
  return { E: 'England', W: 'Wales', S: 'Scotland', N: 'Northern Ireland' }[code.charAt(0)] ?? null
}

/** Where the feature of that number begins. */
function lineOf(text: string, at: number): number {
  const starts = text.matchAll(/"type"\s*:\s*"Feature"/g)
  const start = starts.drop(at).next().value?.index ?? 0
  return text.slice(0, start).split('\n').length
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
