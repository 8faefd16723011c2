/** FORM-8: what a file is, whatever it is called. */
import { expect, test } from 'vitest'
import * as made from '../../test/made-files.ts'
import { kindOf } from './kind.ts'

const known: [string, () => Buffer | Promise<Buffer>, string, boolean][] = [
  ['pdf', () => made.pdf, 'letter.exe', false],
  ['jpg', () => made.photo('jpeg'), 'photo.txt', false],
  ['png', () => made.photo('png'), 'photo.pdf', false],
  ['webp', () => made.photo('webp'), 'photo', false],
  ['gif', () => made.photo('gif'), 'photo', false],
  ['tiff', () => made.photo('tiff'), 'scan.doc', false],
  ['bmp', () => made.bmp, 'old.bmp', false],
  ['heic', () => made.heic, 'phone.heic', false],
  ['doc', () => made.compound('WordDocument'), 'a.doc', false],
  ['doc', () => made.compound('WordDocument', 'Macros', '_VBA_PROJECT'), 'a.doc', true],
  ['xls', () => made.compound('Workbook'), 'a.xls', false],
  ['docx', () => made.docx(), 'a.docx', false],
  ['docm', () => made.docx(['word/vbaProject.bin']), 'a.docx', true],
  ['xlsx', () => made.xlsx(), 'a.zip', false],
  ['xlsm', () => made.xlsx(['xl/vbaProject.bin']), 'a.xlsx', true],
  ['odt', () => made.odt, 'a.odt', false],
  ['txt', () => Buffer.from('Her rent is < £400\r\n'), 'note.txt', false],
  ['txt', () => Buffer.from('caf\xe9', 'latin1'), 'note', false],
  ['txt', () => Buffer.from('\ufeffwide', 'utf16le'), 'note.txt', false],
  ['csv', () => Buffer.from('name,phone\nAma,1\n'), 'list.csv', false],
]
test.each(known)('FORM-8: %s is known by its content (%#)', async (kind, bytes, name, macros) => {
  expect(await kindOf(await bytes(), name)).toEqual({ kind, macros })
})

const refused: [string, () => Buffer, string][] = [
  ['an HTML page called .pdf', () => Buffer.from(made.html), 'letter.pdf'],
  ['an HTML page called .txt', () => Buffer.from(`\n\n  <HTML><body>`), 'letter.txt'],
  ['HTML in UTF-16', () => Buffer.from(`\ufeff${made.html}`, 'utf16le'), 'letter.txt'],
  ['an SVG called .png', () => Buffer.from(made.svg), 'logo.png'],
  ['a script inside a table', () => Buffer.from('a,b\n<script src="//x">,1'), 'list.csv'],
  ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), 'setup.pdf'],
  ['a zip file of anything', () => made.zip([{ name: 'a.txt', bytes: 'a' }]), 'a.docx'],
  ['a zip file that unpacks to gigabytes', () => made.bomb, 'a.docx'],
  ['a zip file cut short', () => made.docx().subarray(0, 60), 'a.docx'],
  ['an old slide show', () => made.compound('PowerPoint Document'), 'a.doc'],
  ['nothing but control characters', () => Buffer.from([1, 2, 3, 4]), 'a.txt'],
]
test.each(refused)('FORM-8: %s is refused', async (_what, bytes, name) => {
  expect(await kindOf(bytes(), name)).toBeNull()
})
