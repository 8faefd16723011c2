/** What an import tells while it runs and when it is done. */

/** A row that was left out: `line` of the file, 1 being the first; `reason` a code, `text` its words. */
export type Skipped = { file: string; line: number; reason: string; text: string }

export type ImportWatch = {
  /** Bytes of all files together. */
  progress(done: number, total: number, rows: number): void
  skipped(row: Skipped): void
}

/** `unchanged`: files that were imported before, to the last line. */
export type ImportResult = { files: number; unchanged: number; imported: number; skipped: number }

export const silent: ImportWatch = { progress: () => {}, skipped: () => {} }
