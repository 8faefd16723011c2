/** What imports say on the console: how far they are, each row left out with its line, and the sum at the end. */
import type { ImportResult, ImportWatch } from '../actions/import-report.ts'
import { showProgress } from './progress.ts'

/** `elapsed` in seconds. */
export function watchImport(label: string): ImportWatch & { end(): void; elapsed(): number } {
  const { update, note, end } = showProgress(label)
  const started = performance.now()
  let skipped = 0
  return {
    progress: update,
    skipped({ file, line, reason, text }) {
      skipped += 1
      if (skipped <= mostNamed) note(`${file}, line ${line}: ${reason}: ${text.replace(/\s+/g, ' ').slice(0, 120)}`)
    },
    end() {
      end()
      if (skipped > mostNamed) note(`… and ${skipped - mostNamed} more.`)
    },
    elapsed: () => (performance.now() - started) / 1000,
  }
}

export function summarise(
  noun: string,
  { files, unchanged, imported, skipped }: ImportResult,
  seconds: number,
): string {
  const known = unchanged > 0 ? `, ${unchanged} of ${files} files imported before` : ''
  return `${imported.toLocaleString('en-GB')} ${noun} imported, ${skipped.toLocaleString('en-GB')} rows skipped${known}, in ${seconds.toFixed(1)} s.`
}

const mostNamed = 100
