/** Taking in what somebody uploads: known by its content, pictures drawn anew, checked for viruses, kept under a random name. */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type FileState, isRedrawn, kinds, nameFor } from '../domain/attachments.ts'
import { Problem } from '../domain/problem.ts'
import { kindOf } from './kind.ts'
import { redraw } from './redraw.ts'
import { openScanner, type Scanner } from './scanner.ts'
import { type Spooled, spool } from './spool.ts'
import { type FileStore, openStore } from './store.ts'

/** `folder`: for what is passing through. */
export type Cabinet = { store: FileStore; scanner: Scanner | null; folder: string }
export type Upload = { name: string; content: Readable }
export type Kept = {
  storageKey: string
  name: string
  type: string
  bytes: number
  macros: boolean
  state: Exclude<FileState, 'refused'>
}

export function openCabinet(config: { storageUrl: string; clamavUrl: string | null; dataDir: string }): Cabinet {
  return {
    store: openStore(config.storageUrl),
    scanner: openScanner(config.clamavUrl),
    folder: join(config.dataDir, 'passing'),
  }
}

/** Throws a Problem at `field`, with `reason` and `name`, for what is not taken; then nothing is kept. */
export function takeIn(cabinet: Cabinet, { name, content }: Upload, most: number, field: string): Promise<Kept> {
  return spool(content, { folder: cabinet.folder, most }, file => keep(cabinet, file, name, field))
}

async function keep(cabinet: Cabinet, { path, bytes }: Spooled, given: string, field: string): Promise<Kept> {
  if (bytes === null) throw refusal('too_large', given, field)
  if (bytes === 0) throw refusal('empty', given, field)
  const known = await kindOf(await readFile(path), given)
  if (!known) throw refusal('kind', given, field)
  const clean = `${path}.clean`
  try {
    const safe = isRedrawn(known.kind)
      ? await redraw(path, clean).then(
          () => clean,
          () => null,
        )
      : path
    if (safe === null) throw refusal('damaged', given, field)
    const state = await stateOf(cabinet, safe)
    if (state === 'refused') throw refusal('infected', given, field)
    const { type } = kinds[known.kind]
    const storageKey = `files/${randomUUID()}`
    await cabinet.store.putFile(storageKey, safe, type)
    const { size } = await stat(safe)
    return { storageKey, name: nameFor(given, known.kind), type, bytes: size, macros: known.macros, state }
  } finally {
    await rm(clean, { force: true })
  }
}

/** Held until somebody can say. */
async function stateOf({ scanner }: Cabinet, path: string): Promise<FileState> {
  const verdict = scanner ? await scanner(createReadStream(path)) : 'clean'
  return ({ clean: 'ready', infected: 'refused', away: 'held' } as const)[verdict]
}

const words = {
  too_large: 'The file is larger than this network takes.',
  empty: 'The file is empty.',
  kind: 'The file must be a PDF, a picture, a Word or Excel document, an OpenDocument text, or plain text.',
  damaged: 'The picture could not be read. It may be damaged.',
  infected: 'The file has a virus, so it was not kept.',
} as const
export type Refusal = keyof typeof words

function refusal(reason: Refusal, name: string, field: string): Problem {
  return new Problem('invalid', words[reason], { field, reason, name: name.slice(0, 200) }, [
    { field, code: `file_${reason}` },
  ])
}
