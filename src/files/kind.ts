/** What a file is, by its content alone (FORM-8). Whatever is not recognised is refused. */
import { fileTypeFromBuffer } from 'file-type'
import { endingOf, type FileKind, isMarkup, kinds } from '../domain/attachments.ts'
import { type Entry, isBomb, readEntries } from './zip.ts'

export type Known = { kind: FileKind; macros: boolean }

/** `name` decides one thing only: whether a text is called a table. Null: not one of the kinds that are taken. */
export async function kindOf(bytes: Buffer, name: string): Promise<Known | null> {
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === zipMark) return packedKind(bytes)
  if (bytes.length >= 8 && bytes.subarray(0, 8).equals(compoundMark)) return compoundKind(bytes)
  const kind = (await markedKind(bytes)) ?? textKind(bytes, name)
  return kind && { kind, macros: false }
}

const zipMark = 0x504b0304
const compoundMark = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** PDF and pictures, by the marks at their beginning. */
async function markedKind(bytes: Buffer): Promise<FileKind | null> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined)
  const kind = found && marked.get(found.mime)
  return kind ?? null
}

const marked = new Map<string, FileKind>([
  ...(['pdf', 'jpg', 'png', 'webp', 'gif', 'tiff', 'bmp', 'heic'] as const).map(
    kind => [kinds[kind].type, kind] as const,
  ),
  ['image/heif', 'heic'],
])

/** Office documents of today: a zip file with parts of known names. */
function packedKind(bytes: Buffer): Known | null {
  const entries = readEntries(bytes)
  if (!entries || isBomb(entries)) return null
  const has = (name: string) => entries.some(entry => entry.name === name)
  const macros = entries.some(isMacro)
  if (has('[Content_Types].xml') && has('word/document.xml')) return { kind: macros ? 'docm' : 'docx', macros }
  if (has('[Content_Types].xml') && has('xl/workbook.xml')) return { kind: macros ? 'xlsm' : 'xlsx', macros }
  // An OpenDocument file says what it is in its first part, which is never packed.
  const said = bytes.toString('latin1', 30, 38 + kinds.odt.type.length)
  if (said === `mimetype${kinds.odt.type}` && has('content.xml')) return { kind: 'odt', macros }
  return null
}

function isMacro({ name }: Entry): boolean {
  return /(^|\/)vbaProject\.bin$/i.test(name) || /^(Basic|Scripts)\/./.test(name)
}

/** Office documents of the nineties: streams with names in UTF-16. */
function compoundKind(bytes: Buffer): Known | null {
  const has = (name: string) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le'))
  const macros = has('_VBA_PROJECT') || has('Macros') || has('_VBA_PROJECT_CUR')
  if (has('WordDocument')) return { kind: 'doc', macros }
  if (has('Workbook') || has('Book')) return { kind: 'xls', macros }
  return null
}

function textKind(bytes: Buffer, name: string): FileKind | null {
  const text = readText(bytes)
  if (text === null || isMarkup(text)) return null
  return endingOf(name) === 'csv' ? 'csv' : 'txt'
}

/** UTF-8, UTF-16 with its mark, or the old Windows alphabet; null for what is no text. */
function readText(bytes: Buffer): string | null {
  const [first, second] = bytes
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const text = wide ? decode(first === 0xff ? 'utf-16le' : 'utf-16be', bytes) : decode('utf-8', bytes)
  const read = text ?? decode('windows-1252', bytes)
  return read !== null && notText.test(read) ? null : read
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: text has tabs and line ends, and no other control characters
const notText = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/

function decode(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
