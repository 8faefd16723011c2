/** A table as a file, CSV or XLSX, of exactly the same rows. What starts like a formula stays text in both. */
import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { asXlsx } from './xlsx.ts'

export type Cell = string | number | null
/** `name`: of the file, without its ending. Numbers stay numbers; null is an empty cell. */
export type FileTable = {
  name: string
  columns: readonly string[]
  rows: readonly Cell[][] | AsyncIterable<Cell[]>
}
export const tableFormats = ['csv', 'xlsx'] as const
export type TableFormat = (typeof tableFormats)[number]
export type TableFile = { name: string; type: string; body: ReadableStream }

/** Both are written row by row, while they are read. */
export function writeTable(table: FileTable, format: TableFormat): TableFile {
  const name = `${table.name}.${format}`
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', body: asCsv(table) }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name, type, body: asXlsx(table) }
}

/** Programs run what begins so, after blanks and signs that cannot be seen too, and in full width. */
const startsLikeFormula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u

export function isLikeFormula(text: string): boolean {
  return startsLikeFormula.test(text)
}

function asCsv({ columns, rows }: FileTable): ReadableStream {
  const lines = stringify({ bom: true, cast: { string: plainText } })
  // A source that fails breaks the file off: half a file never looks whole.
  pipeline(Readable.from(withHeading(columns, rows)), lines, () => {})
  return Readable.toWeb(lines) as ReadableStream
}

/** What stood in the cell before a file made by us was read back. */
export function asTyped(cell: string): string {
  return cell.startsWith("'") && isLikeFormula(cell.slice(1)) ? cell.slice(1) : cell
}

function plainText(text: string): string {
  return isLikeFormula(text) ? `'${text}` : text
}

async function* withHeading(columns: readonly string[], rows: FileTable['rows']): AsyncGenerator<Cell[]> {
  yield [...columns]
  yield* rows
}
