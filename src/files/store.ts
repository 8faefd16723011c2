/** Where files are kept: a folder, or a bucket that speaks S3. Names are random; what people called a file is never one. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

export type FileStore = {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>
  /** From a file on this machine, without reading it whole. */
  putFile(key: string, path: string, type: string): Promise<void>
  /** Null where there is none. */
  read(key: string): Promise<Uint8Array | null>
  /** Null where there is none; never whole in memory. */
  stream(key: string): Promise<Readable | null>
  remove(key: string): Promise<void>
  /** Whether it can be reached at all; throws where not. */
  check(): Promise<void>
}

/** `file:///…`, or `s3://key:secret@host/bucket` (with `?region=`, `?endpoint=`): opened once for each address. */
export function openStore(url: string): FileStore {
  const known = stores.get(url)
  if (known) return known
  const store = storeOn(openDisk(url))
  stores.set(url, store)
  return store
}

const stores = new Map<string, FileStore>()

function storeOn(opening: Promise<Disk>): FileStore {
  return {
    put: async (key, bytes, type) => (await opening).put(key, bytes, { contentType: type }),
    putFile: async (key, path, type) => {
      const contentLength = (await stat(path)).size
      await (await opening).putStream(key, createReadStream(path), { contentType: type, contentLength })
    },
    stream: async key => {
      const disk = await opening
      return (await disk.exists(key)) ? disk.getStream(key) : null
    },
    read: async key => {
      const disk = await opening
      return (await disk.exists(key)) ? disk.getBytes(key) : null
    },
    remove: async key => (await opening).delete(key),
    check: async () => {
      await (await opening).exists('check')
    },
  }
}

async function openDisk(url: string): Promise<Disk> {
  const address = new URL(url)
  if (address.protocol === 's3:') return openBucket(address)
  return new Disk(new FSDriver({ location: fileURLToPath(address), visibility: 'private' }))
}

/** Loaded only where it is used: it is most of the program's size. */
async function openBucket({ username, password, host, pathname, searchParams }: URL): Promise<Disk> {
  const { S3Driver } = await import('flydrive/drivers/s3')
  const endpoint = searchParams.get('endpoint') ?? `https://${host}`
  const credentials = username && {
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
  }
  return new Disk(
    new S3Driver({
      ...(credentials && { credentials }),
      ...{ endpoint, forcePathStyle: true, region: searchParams.get('region') ?? 'us-east-1' },
      // The newest checksums travel in a form that many stores beside Amazon's keep as part of the file.
      ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
      ...{ bucket: pathname.slice(1), visibility: 'private', supportsACL: false },
    }),
  )
}
