/** The same rows as CSV and as XLSX, and nothing in them that a spreadsheet would run. */
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Cell, type FileTable, isLikeFormula, writeTable } from './table.ts'

const rows: Cell[][] = [
  ['=1+1', 4],
  [' \n=cmd', -2.5],
  ['＝SUM(A1)', null],
  ['+44 151 496 0000', 0],
  ['Tom, "the" baker', 1],
]
const table: FileTable = { name: 'figures', columns: ['Name', 'Count'], rows }

test('LST-6: in a CSV every cell that starts like a formula is text, also after blanks and in full width', async () => {
  const { name, type, body } = writeTable(table, 'csv')
  expect({ name, type }).toEqual({ name: 'figures.csv', type: 'text/csv; charset=utf-8' })
  const lines = await new Response(body).arrayBuffer()
  expect(Buffer.from(lines).toString()).toBe(
    '\u{feff}Name,Count\n\'=1+1,4\n"\' \n=cmd",-2.5\n\'＝SUM(A1),\n\'+44 151 496 0000,0\n"Tom, ""the"" baker",1\n',
  )
})

test('LST-6: an XLSX has the same rows, texts as texts and numbers as numbers, and no formula', async () => {
  const { name, body } = writeTable(table, 'xlsx')
  expect(name).toBe('figures.xlsx')
  const sheet = await sheetOf(body)
  expect(sheet).not.toContain('<f>')
  expect(sheet.match(/<row /g)).toHaveLength(6)
  expect([...sheet.matchAll(/<c><v>([^<]+)<\/v>/g)].map(([, value]) => value)).toEqual(['4', '-2.5', '0', '1'])
  for (const text of ['=1+1', ' \n=cmd', '＝SUM(A1)', '+44 151 496 0000', 'Tom, "the" baker'])
    expect(sheet).toContain(`>${text}<`)
})

test('LST-6: what XML does not hold is left out of an XLSX, and what it marks with is written as text', async () => {
  const sheet = await sheetOf(writeTable({ ...table, rows: [['a\u0000\u001b<b>&"\ud800\ufffe', null]] }, 'xlsx').body)
  expect(sheet).toContain('>a&lt;b&gt;&amp;"\ufffd<')
})

test('LST-6: an XLSX is written while its rows come, and one that is no longer read stops asking for them', async () => {
  let asked = 0
  let ended = false
  async function* endless() {
    try {
      for (;;) yield [`row ${asked++}`, asked]
    } finally {
      ended = true
    }
  }
  const reader = writeTable({ ...table, rows: endless() }, 'xlsx').body.getReader()
  for (let chunk = 0; chunk < 5; chunk++) await reader.read()
  await reader.cancel()
  expect([asked < 20_000, ended]).toEqual([true, true])
})

async function sheetOf(body: ReadableStream): Promise<string> {
  const parts = unzipSync(new Uint8Array(await new Response(body).arrayBuffer()))
  return new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
}

test('a source that fails breaks the file off', async () => {
  async function* failing() {
    yield ['one', 1]
    throw new Error('gone')
  }
  const { body } = writeTable({ ...table, rows: failing() }, 'csv')
  await expect(new Response(body).text()).rejects.toThrow('gone')
})

test('what a formula starts with, and what it does not', () => {
  for (const text of ['=A1', '+1', '-1', '@SUM', '\tx', '\rx', '\u{200b}=A1', '＠x'])
    expect(isLikeFormula(text)).toBe(true)
  for (const text of ['A=1', '1-2', ' word', '', 'x\n=1']) expect(isLikeFormula(text)).toBe(false)
})
