/** A table as an answer: a file to keep. */
import type { Context } from 'hono'
import { type FileTable, type TableFormat, tableFormats, writeTable } from '../files/table.ts'

/** `/somewhere/name.csv` and `.xlsx` are one route: `/somewhere/:file{name\\.(csv|xlsx)}`. */
export function formatOf(path: string): TableFormat {
  return tableFormats.find(format => path.endsWith(format)) ?? 'csv'
}

/** Kept by nobody on the way. */
export function download(c: Context, table: FileTable, format: TableFormat): Response {
  const { name, type, body } = writeTable(table, format)
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(body)
}
