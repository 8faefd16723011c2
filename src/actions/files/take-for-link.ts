/** FORM-8 without an account: files come with the sending itself. In the store first, written down with the referral; where that fails nothing of them stays. */
import { mostFiles } from '../../domain/attachments.ts'
import { Problem } from '../../domain/problem.ts'
import { type Cabinet, type Kept, takeIn, type Upload } from '../../files/cabinet.ts'

/** `taken`: how many before it. `most`: bytes. Throws at `files` for what is not taken, with `reason`. */
export function takeForLink(cabinet: Cabinet, upload: Upload, taken: number, most: number): Promise<Kept> {
  const field = 'files'
  if (taken >= mostFiles)
    throw new Problem('invalid', `At most ${mostFiles} files can be attached.`, { field, reason: 'too_many' })
  return takeIn(cabinet, upload, most, field)
}

export async function dropTaken({ store }: Pick<Cabinet, 'store'>, files: readonly Kept[]): Promise<void> {
  for (const { storageKey } of files) await store.remove(storageKey)
}
