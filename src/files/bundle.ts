/** Several files as one zip, packed while they are read: memory stays the same however large they are. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

export type Bundled = { name: string; content: Uint8Array | AsyncIterable<Uint8Array> }

export function asZip(files: Iterable<Bundled> | AsyncIterable<Bundled>): ReadableStream<Uint8Array> {
  const source = packed(files)
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

async function* packed(files: Iterable<Bundled> | AsyncIterable<Bundled>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    if (chunk.length > 0) ready.push(chunk)
  })
  for await (const { name, content } of files) {
    const isText = content instanceof Uint8Array
    // What people upload is packed already.
    const entry = isText ? new ZipDeflate(name) : new ZipPassThrough(name)
    zip.add(entry)
    if (isText) entry.push(content, true)
    else {
      for await (const chunk of content) {
        entry.push(chunk)
        yield* ready.splice(0)
      }
      entry.push(new Uint8Array(0), true)
    }
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
