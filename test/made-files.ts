/** Files of every kind, made here: none is anybody's. */
import { crc32 } from 'node:zlib'
import sharp from 'sharp'

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')
export const html = '<!doctype html><script>alert(1)</script>'
export const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'

/** With where it was taken, as a phone writes it. */
export function photo(format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' = 'jpeg'): Promise<Buffer> {
  const exif = {
    IFD0: { Make: 'Lampworks', Model: 'Kestrel 4' },
    IFD3: { GPSLatitude: '53/1 24/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '2/1 59/1 0/1', GPSLongitudeRef: 'W' },
  }
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#c2410c' } })
  return (format === 'gif' ? picture : picture.withExif(exif)).toFormat(format).toBuffer()
}

/** A bitmap of one pixel. */
export const bmp = Buffer.from(
  '424d3a000000000000003600000028000000010000000100000001001800000000000400000000000000000000000000000000000000ffffff00',
  'hex',
)
export const heic = Buffer.concat([
  Buffer.from('0000001c6674797068656963000000006d69663168656963', 'hex'),
  Buffer.alloc(200),
])

export function docx(more: readonly string[] = []): Buffer {
  return zip(['[Content_Types].xml', 'word/document.xml', ...more].map(name => ({ name, bytes: '<a/>' })))
}
export function xlsx(more: readonly string[] = []): Buffer {
  return zip(['[Content_Types].xml', 'xl/workbook.xml', ...more].map(name => ({ name, bytes: '<a/>' })))
}
export const odt = zip([
  { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text' },
  { name: 'content.xml', bytes: '<a/>' },
])
/** It says that it unpacks to four gigabytes. */
export const bomb = zip([
  { name: '[Content_Types].xml', bytes: 'x', unpacked: 0xfffffff0 },
  { name: 'word/document.xml', bytes: 'x' },
])

/** The old format: named streams. */
export function compound(...streams: string[]): Buffer {
  const names = streams.map(name => Buffer.concat([Buffer.from(`${name}\0`, 'utf16le'), Buffer.alloc(64)]))
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), ...names])
}

type Part = { name: string; bytes: string; unpacked?: number }

/** Parts stored as they are. */
export function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const head = entry(part)
    const first = Buffer.concat([uint32(0x04034b50), head, Buffer.from(part.name), Buffer.from(part.bytes)])
    const made = Buffer.concat([
      uint32(0x02014b50),
      uint16(20),
      head,
      Buffer.alloc(10),
      uint32(at),
      Buffer.from(part.name),
    ])
    local.push(first)
    central.push(made)
    at += first.length
  }
  const list = Buffer.concat(central)
  const counts = Buffer.concat([uint16(parts.length), uint16(parts.length)])
  const end = Buffer.concat([uint32(0x06054b50), Buffer.alloc(4), counts, uint32(list.length), uint32(at), uint16(0)])
  return Buffer.concat([...local, list, end])
}

function entry({ name, bytes, unpacked = bytes.length }: Part): Buffer {
  const sizes = [uint32(crc32(bytes)), uint32(bytes.length), uint32(unpacked)]
  return Buffer.concat([uint16(20), Buffer.alloc(8), ...sizes, uint16(Buffer.byteLength(name)), uint16(0)])
}

function uint16(value: number): Buffer {
  const two = Buffer.alloc(2)
  two.writeUInt16LE(value)
  return two
}

function uint32(value: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(value >>> 0)
  return four
}
