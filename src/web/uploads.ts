/** Files in what a browser posts: taken in one by one, and each that is refused says why beside the field. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { mostFiles } from '../domain/attachments.ts'
import { isProblem } from '../domain/problem.ts'
import type { Upload } from '../files/cabinet.ts'
import { isKey, type Key, type T } from '../words/index.ts'
import type { FormErrors } from './ui/context.tsx'

/** Chosen in the form's `files`; a browser sends an empty one where nothing was. */
export function filesIn(form: FormData): File[] {
  return form.getAll('files').filter(one => one instanceof File && (one.size > 0 || one.name !== '')) as File[]
}

export function uploadOf(file: File): Upload {
  return { name: file.name, content: Readable.fromWeb(file.stream() as ReadableStream) }
}

/** `megabytes`: what one may have. What was taken stays, though another was refused. */
export async function addEach(
  t: T,
  files: readonly File[],
  megabytes: number,
  add: (upload: Upload) => Promise<unknown>,
): Promise<FormErrors> {
  const wrong: string[] = []
  for (const file of files) {
    try {
      await add(uploadOf(file))
    } catch (error) {
      if (!isProblem(error) || error.field !== 'files') throw error
      wrong.push(sayRefusal(t, String(error.values.reason), file.name, megabytes))
    }
  }
  return wrong.length > 0 ? { files: [...new Set(wrong)].join('. ') } : {}
}

function sayRefusal(t: T, reason: string, name: string, megabytes: number): string {
  const key = `file.error.${reason}`
  const say = t as unknown as (key: Key, values: Record<string, string | number>) => string
  const count = reason === 'too_many' ? mostFiles : megabytes
  return say(isKey(key) ? key : 'file.error.other', { name, count })
}
