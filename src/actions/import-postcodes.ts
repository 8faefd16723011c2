/** Fills the table of postcodes from files: streaming, resumable, and doing nothing when done twice. */
import type { Kysely } from 'kysely'
import { type Batch, claimImport, markBatch, openBatch, releaseImport } from '../db/import-batches.ts'
import { recomputeOutwardCodes, savePostcodes } from '../db/postcodes.ts'
import type { DB } from '../db/schema.ts'
import { detectFormat, type Fault, type PostcodeRow, type ReadRow, splitLine } from '../domain/postcode-row.ts'
import { Problem } from '../domain/problem.ts'
import { fingerprintOf, listFiles, readLines, type SourceFile } from './import-lines.ts'
import type { ImportResult, ImportWatch } from './import-report.ts'

export type PostcodesImport = { paths: readonly string[]; edition?: string | undefined }

/** `owner`: postcodes belong to the installation. A killed import goes on after its last committed line when run again. */
export function importPostcodes(
  owner: Kysely<DB>,
  { paths, edition }: PostcodesImport,
  watch: ImportWatch,
): Promise<ImportResult> {
  return owner.connection().execute(async db => {
    if (!(await claimImport(db, kind))) throw new Problem('conflict', 'Postcodes are being imported already.')
    try {
      return await importFiles(db, await listFiles(paths, ['.csv', '.txt']), edition, watch)
    } finally {
      await releaseImport(db, kind)
    }
  })
}

/** The edition that a file's path names, such as "ONSPD_NOV_2025" or "2025-11"; otherwise the month of the import. */
export function editionOf(path: string, today: Date): string {
  const [named] =
    /(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*[-_ ]20\d\d|20\d\d[-_.]\d{1,2}/i.exec(path) ?? []
  return named?.replaceAll('_', ' ') ?? today.toISOString().slice(0, 7)
}

const kind = 'postcodes'
/** Rows of one statement, and of one transaction: memory stays small, and little is done again after a kill. */
const statementRows = 5_000
const transactionRows = 20_000

async function importFiles(db: Kysely<DB>, files: SourceFile[], edition: string | undefined, watch: ImportWatch) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const result: ImportResult = { files: files.length, unchanged: 0, imported: 0, skipped: 0 }
  let done = 0
  for (const file of files) {
    const tell = (read: number, rows: number) => watch.progress(done + read, total, result.imported + rows)
    const batch = await importFile(db, file, edition ?? editionOf(file.path, new Date()), { ...watch, tell })
    if (batch) result.imported += batch.imported
    if (batch) result.skipped += batch.skipped
    if (!batch) result.unchanged += 1
    done += file.bytes
    tell(0, 0)
  }
  // Always: an earlier import may have been killed just before.
  await recomputeOutwardCodes(db)
  return result
}

type FileWatch = Pick<ImportWatch, 'skipped'> & { tell(read: number, rows: number): void }

async function importFile(db: Kysely<DB>, file: SourceFile, edition: string, watch: FileWatch): Promise<Batch | null> {
  const batch = await openBatch(db, kind, file.name, await fingerprintOf(file.path))
  if (batch.finishedAt) return null
  const before = { ...batch }
  for await (const { rows, mark, read, finished } of collect(file, batch, watch)) {
    await db.transaction().execute(async trx => {
      for (let at = 0; at < rows.length; at += statementRows)
        await savePostcodes(trx, rows.slice(at, at + statementRows), edition)
      await markBatch(trx, mark, finished)
    })
    watch.tell(read, mark.imported - before.imported)
    Object.assign(batch, mark)
  }
  return { ...batch, imported: batch.imported - before.imported, skipped: batch.skipped - before.skipped }
}

/** The rows of one transaction, with how far the file has come once they are committed. */
async function* collect(file: SourceFile, start: Batch, watch: FileWatch) {
  const mark = { ...start, lines: 0 }
  let [rows, format, taken]: [PostcodeRow[], ReadRow | null, number] = [[], null, 0]
  for await (const { lines, read } of readLines(file.path)) {
    for (const line of lines) {
      mark.lines += 1
      if (!format) {
        const detected = requireFormat(file, line)
        format = detected.read
        if (detected.hasHeader) continue
      }
      if (mark.lines <= start.lines || line.trim() === '') continue
      const row = format(splitLine(line))
      if (!isFault(row)) rows.push(row)
      else watch.skipped({ file: file.name, line: mark.lines, reason: row.fault, text: line })
      mark[isFault(row) ? 'skipped' : 'imported'] += 1
    }
    taken = read
    if (rows.length >= transactionRows) {
      yield { rows, mark: { ...mark }, read, finished: false }
      rows = []
    }
  }
  yield { rows, mark: { ...mark }, read: taken, finished: true }
}

function requireFormat(file: SourceFile, line: string) {
  const detected = detectFormat(splitLine(line))
  if (detected) return detected
  const words = `${file.name} is neither Code-Point Open nor the ONS Postcode Directory, nor has it a header with postcode, lat and lng.`
  throw new Problem('invalid', words, { field: 'path', reason: 'format', path: file.path })
}

const isFault = (row: PostcodeRow | Fault): row is Fault => 'fault' in row
