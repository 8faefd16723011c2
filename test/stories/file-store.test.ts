/** The file store on a bucket that speaks S3, and whether the program says so when it is away. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeIn } from '#src/files/cabinet.ts'
import { openStore } from '#src/files/store.ts'
import { type App, startApp } from '#test/app.ts'
import { pdf } from '#test/made-files.ts'

let app: App
let bucket: S3rver
let folder: string
let address: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onward-s3-'))
  bucket = new S3rver({ port: 0, silent: true, directory: folder, configureBuckets: [{ name: 'onward', configs: [] }] })
  const { port } = await bucket.run()
  const endpoint = encodeURIComponent(`http://127.0.0.1:${port}`)
  address = `s3://S3RVER:S3RVER@s3.example.org/onward?endpoint=${endpoint}`
  app = await startApp({ STORAGE_URL: address })
})
afterAll(async () => {
  await app?.stop()
  await bucket?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('FORM-8: a file taken in is kept in the bucket, read as a stream, and removed', async () => {
  const { Readable } = await import('node:stream')
  const store = openStore(address)
  const cabinet = { store, scanner: null, folder: join(folder, 'passing') }
  const upload = { name: 'letter.pdf', content: Readable.from([pdf]) }
  const { storageKey, bytes } = await takeIn(cabinet, upload, 1_000_000, 'files')
  expect(bytes).toBe(pdf.length)
  const content = await store.stream(storageKey)
  expect(content && (await text(content))).toBe(pdf.toString())
  expect(Buffer.from((await store.read(storageKey)) ?? []).equals(pdf)).toBe(true)
  await store.remove(storageKey)
  expect(await store.stream(storageKey)).toBeNull()
  expect(await store.read(storageKey)).toBeNull()
})

test('OPS: /readyz asks the bucket, and says when it is away', async () => {
  const ready = await app.browser().get('/readyz')
  expect([ready.status, JSON.parse(ready.text)]).toEqual([200, { status: 'ready', database: true, storage: true }])
  const other = await startApp({ STORAGE_URL: 's3://a:b@127.0.0.1/onward?endpoint=http%3A%2F%2F127.0.0.1%3A9' })
  try {
    const away = await other.browser().get('/readyz')
    expect([away.status, JSON.parse(away.text).storage]).toEqual([503, false])
  } finally {
    await other.stop()
  }
})
