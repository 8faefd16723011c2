/** The list of contents at the end of a zip file, read without unpacking anything. */

export type Entry = { name: string; packed: number; unpacked: number }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const mostEntries = 5000
const mostUnpacked = 300 * 1024 * 1024
const mostTimesLarger = 200

/** Null where it is no zip file, or a broken one. */
export function readEntries(bytes: Buffer): Entry[] | null {
  const end = findEnd(bytes)
  if (end === null) return null
  const count = bytes.readUInt16LE(end + 10)
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    entries.push({ name, packed: bytes.readUInt32LE(at + 20), unpacked: bytes.readUInt32LE(at + 24) })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** One that would fill the disk or the memory of whoever opens it. */
export function isBomb(entries: readonly Entry[]): boolean {
  const unpacked = entries.reduce((sum, one) => sum + one.unpacked, 0)
  const packed = entries.reduce((sum, one) => sum + one.packed, 0)
  return entries.length > mostEntries || unpacked > mostUnpacked || unpacked > 1_000_000 + packed * mostTimesLarger
}

/** It stands at the very end, before a comment of at most 64 KB. */
function findEnd(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (bytes.readUInt32LE(at) === endMark) return at
  return null
}
