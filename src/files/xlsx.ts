/**
 * A table as an XLSX that is written while its rows come: memory stays the same for ten rows and for a million.
 * write-excel-file wants them all at once (measured: 100,000 rows took 1.1 GB), so the sheet is ours and the zip fflate's.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { type Cell, isLikeFormula } from './table.ts'

type Sheet = { columns: readonly string[]; rows: Iterable<Cell[]> | AsyncIterable<Cell[]> }

/** What one sheet holds, and one cell. */
const mostRows = 1_048_576
const mostCharacters = 32_767
/** Of the columns, in characters; judged by the first rows. */
const [narrowest, widest, judged] = [10, 60, 100]
/** How much of the sheet is packed at once. */
const batch = 64 * 1024

export function asXlsx(sheet: Sheet): ReadableStream<Uint8Array> {
  const source = packed(sheet)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await source.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await source.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

async function* packed(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    if (chunk.length > 0) ready.push(chunk)
  })
  const open = (name: string) => {
    const part = new ZipDeflate(name, { level: 4 })
    zip.add(part)
    return part
  }
  for (const [name, text] of Object.entries(fixed)) open(name).push(strToU8(text), true)
  const part = open('xl/worksheets/sheet1.xml')
  for await (const text of inBatches(sheetText(sheet))) {
    part.push(strToU8(text))
    yield* ready.splice(0)
  }
  part.push(new Uint8Array(0), true)
  zip.end()
  yield* ready.splice(0)
}

async function* inBatches(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = ''
  for await (const text of texts) {
    waiting += text
    if (waiting.length < batch) continue
    yield waiting
    waiting = ''
  }
  yield waiting
}

async function* sheetText({ columns, rows }: Sheet): AsyncGenerator<string> {
  const source = iteratorOf(rows)
  try {
    const first: Cell[][] = []
    for (let next = await source.next(); !next.done; next = await source.next()) {
      first.push(next.value)
      if (first.length === judged) break
    }
    yield `${head}<cols>${widthsOf(columns, first).map(column).join('')}</cols><sheetData>`
    yield row(columns, 1, heading)
    let nth = 2
    for (const cells of first) yield row(cells, nth++)
    for (let next = await source.next(); !next.done && nth <= mostRows; next = await source.next())
      yield row(next.value, nth++)
    yield '</sheetData></worksheet>'
  } finally {
    await source.return?.()
  }
}

function iteratorOf(rows: Sheet['rows']): Iterator<Cell[]> | AsyncIterator<Cell[]> {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
}

function widthsOf(columns: readonly string[], rows: readonly Cell[][]): number[] {
  return columns.map((name, at) => {
    const longest = Math.max(name.length, ...rows.map(cells => String(cells[at] ?? '').length))
    return Math.min(widest, Math.max(narrowest, longest + 2))
  })
}

function column(width: number, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
}

function row(cells: readonly Cell[], nth: number, style?: number): string {
  return `<row r="${nth}">${cells.map(cell => cellText(cell, style)).join('')}</row>`
}

/** A string in a cell is never run; the text format keeps it so when somebody edits it. */
function cellText(cell: Cell, style?: number): string {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  const given = style ?? (isLikeFormula(cell) ? asText : 0)
  return `<c t="inlineStr"${given ? ` s="${given}"` : ''}><is><t xml:space="preserve">${escaped(cell.slice(0, mostCharacters))}</t></is></c>`
}

/** XML knows no control characters, and no half of a pair. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\u{fffe}\u{ffff}]/gu, '')
    .replace(/[&<>\r]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' })[sign] ?? sign)
}

const [heading, asText] = [1, 2]
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const head =
  `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

/** Everything but the sheet: the styles are plain, bold, and text that stays text. */
const fixed = {
  '[Content_Types].xml':
    `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `${xml}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml':
    `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
}
