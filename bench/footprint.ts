/** QUALITY: memory idle and under load, and how long a start takes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { people, sessionOf, tokenOf } from './data.ts'
import { type Ask, drive, median } from './driver.ts'
import { memoryOf, type Program, startProgram } from './processes.ts'
import { one, type Section } from './section.ts'
import type { Place } from './world.ts'

const seconds = 20

export async function measureFootprint(place: Place): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'onward-bench-'))
  try {
    // What the other benchmarks left to be sent would keep the worker busy
    await place.query(`update message set status = 'sent', sent_at = now() where status = 'queued'`)
    const starts = []
    for (let round = 0; round < 3; round++) starts.push(await startOnce(place, folder))
    const program = await startProgram({ DATABASE_URL: place.url, DATA_DIR: folder })
    await pause(3000)
    // Only who has just shown that it is them takes everything
    await place.query('update session set proved_at = now()')
    const idle = memoryOf(program.pid)
    const exports = []
    for (const format of ['csv', 'xlsx'] as const) exports.push(await measureExport(program, format, idle))
    const seen: number[] = []
    const watch = setInterval(() => seen.push(memoryOf(program.pid)), 500)
    await drive({ port: program.port, ask: mixed, connections: 8, seconds })
    clearInterval(watch)
    await program.stop()
    const [early, late] = [average(seen.slice(8, 16)), average(seen.slice(-8))]
    return {
      title: 'Footprint',
      notes: [
        `Resident memory of the program alone, its worker on; under ${seconds} s of lists, pages and readings, eight at once.`,
      ],
      figures: [],
      bounds: [
        bound('memory idle', idle, 150, 'MB'),
        ...exports,
        bound('memory under load, at most', Math.max(...seen), 250, 'MB'),
        {
          what: 'memory under load, from the early to the late seconds',
          bound: 'no growth',
          found: `${one(late - early)} MB`,
          held: late - early < 15,
        },
        bound('start with data present', median(starts) / 1000, 3, 's'),
        bound('first start, the demonstration loaded', (await startFirst()) / 1000, 10, 's'),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Everything that the coordinator may take, with names, read as fast as it comes. */
async function measureExport({ pid, port }: Program, format: 'csv' | 'xlsx', idle: number) {
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, memoryOf(pid))), 100)
  const headers = { cookie: `session=${sessionOf(people + 1)}` }
  const path = `/referrals/download?tab=all&people=yes&format=${format}`
  const { body, status } = await fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' })
  for await (const _ of body ?? []);
  clearInterval(watch)
  if (status !== 200) throw new Error(`Taking all referrals as ${format} was answered ${status}.`)
  return bound(`memory over idle while all referrals are taken as ${format.toUpperCase()}`, most - idle, 50, 'MB')
}

function bound(what: string, found: number, most: number, unit: string) {
  return { what, bound: `≤ ${most} ${unit}`, found: `${one(found)} ${unit}`, held: found <= most }
}

function mixed(nth: number): Ask {
  const user = 1 + (nth % people)
  const authorization = `Bearer ${tokenOf(user)}`
  if (nth % 3 === 0) return { path: '/referrals', headers: { cookie: `session=${sessionOf(user)}` } }
  return { path: nth % 3 === 1 ? '/api/v1/referrals' : '/api/v1/referrals?tab=sent', headers: { authorization } }
}

async function startOnce({ url }: Place, folder: string): Promise<number> {
  const { startedIn, stop } = await startProgram({ DATABASE_URL: url, DATA_DIR: folder })
  await stop()
  return startedIn
}

/** With a database of its own, in an empty place. */
async function startFirst(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'onward-first-'))
  try {
    const { startedIn, stop } = await startProgram({ DATA_DIR: folder, DEMO: 'on' })
    await stop()
    return startedIn
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
