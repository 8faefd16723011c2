/** An answer's body, unpacked and never more than so many bytes: a small packet may unpack to a flood. */
import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
}

export async function readWithin(response: IncomingMessage, most: number): Promise<Buffer | 'large' | 'unreadable'> {
  if (Number(response.headers['content-length'] ?? 0) > most) return given(response, 'large')
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const unpacker = unpackers[coding]?.()
  if (!unpacker && coding !== 'identity') return given(response, 'unreadable')
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of unpacker ? through(response, unpacker) : response) {
      size += chunk.length
      if (size > most) return given(response, 'large')
      chunks.push(chunk)
    }
  } catch (error) {
    if (isPackingFault(error)) return given(response, 'unreadable')
    throw error
  }
  return Buffer.concat(chunks)
}

function through(response: Readable, unpacker: Transform): Transform {
  pipeline(response, unpacker, () => {})
  return unpacker
}

function isPackingFault(error: unknown) {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^(Z_|ERR_BROTLI|ERR__ERROR)/.test(code)
}

function given<T>(response: Readable, why: T): T {
  response.destroy()
  return why
}
