/** How far a long command has come: a bar on a terminal, a line every few seconds elsewhere. */

/** The part of a stream that we write to: standard error, so that output can be piped. */
type Out = { isTTY?: boolean; columns?: number; write(text: string): unknown }

export type Progress = {
  /** `rows` as counted so far. */
  update(done: number, total: number, rows: number): void
  /** A line of its own, above the bar. */
  note(line: string): void
  end(): void
}

export function showProgress(label: string, out: Out = process.stderr, now: () => number = Date.now): Progress {
  const started = now()
  let last = Number.NEGATIVE_INFINITY
  const update: Progress['update'] = (done, total, rows) => {
    if (now() - last < (out.isTTY ? 100 : 3000)) return
    last = now()
    const text = describe(label, done, total, rows, now() - started)
    out.write(out.isTTY ? `${clearLine}${bar(done, total)} ${text}`.slice(0, out.columns ?? 120) : `${text}\n`)
  }
  const wipe = () => {
    if (out.isTTY) out.write(clearLine)
  }
  const note = (line: string) => {
    wipe()
    out.write(`${line}\n`)
  }
  return { update, note, end: wipe }
}

const clearLine = '\r\u001b[2K'
const width = 24

function bar(done: number, total: number): string {
  const filled = Math.round(width * share(done, total))
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}]`
}

function describe(label: string, done: number, total: number, rows: number, elapsed: number): string {
  const part = share(done, total)
  const left = part > 0.02 ? `, ${seconds((elapsed / part) * (1 - part))} left` : ''
  return `${label}: ${Math.floor(part * 100)}%, ${rows.toLocaleString('en-GB')} rows, ${seconds(elapsed)}${left}`
}

const share = (done: number, total: number) => (total > 0 ? Math.min(1, done / total) : 1)
const seconds = (milliseconds: number) => `${Math.round(milliseconds / 1000)} s`
