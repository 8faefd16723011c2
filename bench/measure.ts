/** Subjects measured side by side: in turns, three rounds, the median of each figure. */
import { type Ask, drive, median, quantile } from './driver.ts'
import { cpuOf, cpuOfFamily } from './processes.ts'

/** `database`: the process number of its postmaster, null where there is none. `during`: what else goes on meanwhile, until it is told to stop. */
export type Subject = {
  name: string
  pid: number
  port: number
  database: number | null
  ask: (nth: number) => Ask
  during?: () => () => Promise<void>
}
/** Per second; milliseconds; milliseconds of CPU per request; kilobytes per answer. */
export type Figures = {
  name: string
  rate: number
  p50: number
  p95: number
  p99: number
  cpu: number
  databaseCpu: number
  kilobytes: number
  wrong: string
}
/** `warm`: requests before the first round. */
export type Pace = { connections?: number; seconds?: number; rounds?: number; warm?: number }

/** The figures in the order of the subjects; each is warmed before the first round. */
export async function compare(subjects: readonly Subject[], pace: Pace = {}): Promise<Figures[]> {
  const { connections = 8, seconds = defaults.seconds, rounds = defaults.rounds, warm: first = 600 } = pace
  const taken = new Map<string, Figures[]>(subjects.map(({ name }) => [name, []]))
  for (const subject of subjects) await warm(subject, connections, first, Math.min(1, seconds))
  for (let round = 0; round < rounds; round++)
    for (const subject of subjects) taken.get(subject.name)?.push(await once(subject, connections, seconds))
  return [...taken.values()].map(middle)
}

export const defaults = { seconds: 4, rounds: 3 }

/** Code that ran a few times is not what a server runs: so many requests first, or so many seconds. */
async function warm({ port, ask }: Subject, connections: number, least: number, seconds: number): Promise<void> {
  const deadline = performance.now() + 20_000
  let answered = 0
  while (answered < least && performance.now() < deadline)
    answered += (await drive({ port, ask: () => ask(asked++), connections, seconds })).requests
}

async function once(
  { name, pid, port, database, ask, during }: Subject,
  connections: number,
  seconds: number,
): Promise<Figures> {
  const stop = during?.()
  const [own, theirs] = [cpuOf(pid), database ? cpuOfFamily(database) : 0]
  // Never the same question twice in a run, so that no round profits from the one before
  const run = await drive({ port, ask: () => ask(asked++), connections, seconds })
  await stop?.()
  const per = (spent: number) => spent / Math.max(1, run.requests)
  return {
    name,
    rate: run.requests / run.seconds,
    p50: quantile(run.latencies, 0.5),
    p95: quantile(run.latencies, 0.95),
    p99: quantile(run.latencies, 0.99),
    cpu: per(cpuOf(pid) - own),
    databaseCpu: per(database ? cpuOfFamily(database) - theirs : 0),
    kilobytes: per(run.bytes) / 1024,
    wrong: [...run.wrong].map(([status, times]) => `${times} × ${status}`).join(', '),
  }
}
let asked = 0

function middle(rounds: Figures[]): Figures {
  const of = (name: keyof Omit<Figures, 'name' | 'wrong'>) => median(rounds.map(round => round[name]))
  return {
    name: rounds[0]?.name ?? '',
    rate: of('rate'),
    p50: of('p50'),
    p95: of('p95'),
    p99: of('p99'),
    cpu: of('cpu'),
    databaseCpu: of('databaseCpu'),
    kilobytes: of('kilobytes'),
    wrong: rounds.flatMap(({ wrong }) => wrong || []).join(', '),
  }
}
