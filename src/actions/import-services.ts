/** Makes services out of a CSV file: all good rows in one transaction; the same file again changes and adds nothing. */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import type { Kysely } from 'kysely'
import type { Transaction } from '../db/database.ts'
import type { DB } from '../db/schema.ts'
import { refreshCandidates } from '../db/services/candidates.ts'
import { saveDraft } from '../db/services/draft.ts'
import { findCategories, findNetwork, findOrMakeOrganisation, makeCategory } from '../db/services/import.ts'
import { findBySource } from '../db/services/save.ts'
import { Problem } from '../domain/problem.ts'
import { checkColumns, type Mapping, type Row, readMapping } from './import-mapping.ts'
import type { ImportResult, ImportWatch } from './import-report.ts'
import { fold, readServiceRow, type ServiceRow } from './import-service-row.ts'
import { placeOf } from './save-service.ts'

export type ServicesImport = {
  path: string
  network: string
  mappingPath: string
  /** The column that names the organisation; otherwise as the mapping says, or one organisation per service. */
  organisation?: string | undefined
  makeCategories?: boolean
}
export type ServicesResult = ImportResult & {
  organisations: number
  made: number
  withHours: number
  withoutPosition: number
}

export async function importServices(
  owner: Kysely<DB>,
  given: ServicesImport,
  watch: ImportWatch,
): Promise<ServicesResult> {
  const mapping = await readGiven(given)
  const source = mapping.source ?? basename(given.path)
  return owner.transaction().execute(async trx => {
    const network = await findNetwork(trx, given.network)
    if (!network) throw new Problem('not_found', `There is no network "${given.network}".`, { field: 'network' })
    const job = await openJob(trx, network.id, source, given)
    checkConstantCategory(job, mapping)
    for await (const { row, line } of readRows(given.path, mapping)) {
      const fault = await importRow(job, mapping, row)
      if (fault) watch.skipped({ file: basename(given.path), line, reason: fault, text: Object.values(row).join(',') })
      job.result[fault ? 'skipped' : 'imported'] += 1
      watch.progress(0, 0, job.result.imported)
    }
    await refreshCandidates(trx, [...job.saved])
    return { ...job.result, organisations: job.organisations.size }
  })
}

/** Every row would be left out: better said once. */
function checkConstantCategory({ categories, makeCategories }: Job, { category }: Mapping): void {
  if (makeCategories || typeof category !== 'object' || !('const' in category) || categories.has(fold(category.const)))
    return
  const words = `The network has no category "${category.const}". Add it, or say --make-categories.`
  throw new Problem('invalid', words, { field: 'mapping' })
}

type Job = {
  trx: Transaction<DB>
  networkId: string
  source: string
  makeCategories: boolean
  /** By folded label, and by folded name. */
  categories: Map<string, string>
  organisations: Map<string, string>
  keys: Set<string>
  saved: Set<string>
  result: ServicesResult
}

async function readGiven({ mappingPath, organisation }: ServicesImport): Promise<Mapping> {
  const text = await readFile(mappingPath, 'utf8').catch(() => {
    throw new Problem('not_found', `There is no file ${mappingPath}.`, { field: 'mapping' })
  })
  return { ...readMapping(text), ...(organisation ? { organisation } : {}) }
}

async function openJob(
  trx: Transaction<DB>,
  networkId: string,
  source: string,
  { makeCategories = false }: ServicesImport,
): Promise<Job> {
  const categories = new Map((await findCategories(trx, networkId)).map(({ id, label }) => [fold(label), id]))
  const result = {
    files: 1,
    unchanged: 0,
    imported: 0,
    skipped: 0,
    organisations: 0,
    made: 0,
    withHours: 0,
    withoutPosition: 0,
  }
  return {
    trx,
    networkId,
    source,
    makeCategories,
    categories,
    organisations: new Map(),
    keys: new Set(),
    saved: new Set(),
    result,
  }
}

/** Rows by their columns' names, each with the line that it begins on. */
async function* readRows(path: string, mapping: Mapping): AsyncGenerator<{ row: Row; line: number }> {
  const file = createReadStream(path)
  const parser = parse({
    columns: true,
    bom: true,
    info: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    trim: true,
  })
  file.once('error', () => parser.destroy(new Problem('not_found', `There is no file ${path}.`, { field: 'path' })))
  const text = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  let [isFirst, ended] = [true, 1]
  for await (const { record, info } of text.pipe(parser)) {
    if (isFirst) checkColumns(mapping, Object.keys(record))
    isFirst = false
    yield { row: record, line: ended + 1 }
    ended = info.lines
  }
}

/** What is wrong with the row, or null once it is saved. */
async function importRow(job: Job, mapping: Mapping, row: Row): Promise<string | null> {
  const read = readServiceRow(mapping, row)
  if ('fault' in read) return read.fault
  if (job.keys.has(read.key)) return 'duplicate'
  job.keys.add(read.key)
  const categoryIds = await resolveCategories(job, read.categories)
  if (!categoryIds) return 'category'
  const id = await keep(job, read, categoryIds)
  job.saved.add(id)
  return null
}

async function keep(job: Job, { key, organisation, draft }: ServiceRow, categoryIds: string[]): Promise<string> {
  const { trx, networkId, source, result } = job
  const organisationId = await resolveOrganisation(job, organisation)
  const sourceKey = `${source}:${key}`
  const [old] = await findBySource(trx, [sourceKey])
  const place = await placeOf(trx, draft)
  result.made += old ? 0 : 1
  result.withHours += draft.hours.length > 0 ? 1 : 0
  result.withoutPosition += place?.point ? 0 : 1
  return saveDraft(trx, { ...draft, organisationId, networkId, categoryIds }, { old: old ?? null, sourceKey, place })
}

async function resolveCategories(
  { trx, networkId, categories, makeCategories }: Job,
  labels: string[],
): Promise<string[] | null> {
  for (const label of labels) {
    if (!categories.has(fold(label)) && makeCategories)
      categories.set(fold(label), await makeCategory(trx, networkId, label))
  }
  const ids = labels.map(label => categories.get(fold(label)))
  return ids.every(id => id !== undefined) ? ids : null
}

async function resolveOrganisation({ trx, networkId, source, organisations }: Job, name: string): Promise<string> {
  const key = fold(name)
  const id = organisations.get(key) ?? (await findOrMakeOrganisation(trx, networkId, name, `${source}:${key}`))
  organisations.set(key, id)
  return id
}
