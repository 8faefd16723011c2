/** One task, over and over, until it is told to stop; what is under way is finished first. */

/** The part of pino that is used here. */
export type Log = {
  info(fields: object, words: string): void
  warn(fields: object, words: string): void
  error(fields: object, words: string): void
}
/** `run` says true where there is more to do at once; it looks at the signal between two pieces of work. */
export type Task = { name: string; everyMs: number; run(signal: AbortSignal): Promise<boolean> }
export type Running = { stop(): Promise<void> }

export function keepDoing(task: Task, log: Log): Running {
  const stopping = new AbortController()
  const finished = loop(task, log, stopping.signal)
  return {
    stop: () => {
      stopping.abort()
      return finished
    },
  }
}

async function loop(task: Task, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const more = await attempt(task, log, signal)
    if (!more && !signal.aborted) await sleep(task.everyMs, signal) // an abort during the work was told to nobody
  }
}

/** A database that restarts, a disk that is full: the next round tries again. */
async function attempt({ name, run }: Task, log: Log, signal: AbortSignal): Promise<boolean> {
  try {
    return await run(signal)
  } catch (error) {
    log.error(
      { task: name, error: error instanceof Error ? error.name : 'unknown', code: codeOf(error) },
      'a task failed',
    )
    return false
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
