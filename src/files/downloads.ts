/** The headers of a file that somebody uploaded: saved, never shown, whatever it says that it is. */

export function asAttachment({
  name,
  type,
  bytes,
}: {
  name: string
  type: string
  bytes: number
}): Record<string, string> {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return {
    'Content-Type': type,
    'Content-Length': String(bytes),
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`,
    'X-Content-Type-Options': 'nosniff',
  }
}

/** RFC 5987 has fewer free characters than an address. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}
